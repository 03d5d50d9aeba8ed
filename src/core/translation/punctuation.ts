/** Chinese signs and what other languages write in their place. */
const signs: Readonly<Record<string, string>> = {
  '，': ', ',
  '、': ', ',
  '；': '; ',
  '：': ': ',
  '。': '. ',
  '！': '! ',
  '？': '? ',
  '（': ' (',
  '）': ') ',
  '【': ' [',
  '】': '] ',
  '《': ' “',
  '》': '” ',
  '「': ' “',
  '」': '” ',
  '『': ' ‘',
  '』': '’ ',
  '～': '~',
  '｜': '|',
  '％': '%',
  '．': '.',
  '／': '/',
  '＋': '+',
  '－': '-',
  '＝': '=',
  '＆': '&',
  '＃': '#',
  '＠': '@',
  '　': ' ',
};

/** Writes what is left of Chinese punctuation as other languages do, with their spaces. */
export function westernPunctuation(text: string): string {
  return text
    .replace(/(\d)、/g, '$1. ')
    .replace(/(\d)：(?=\d)/g, '$1:')
    .replace(/[，、；：。！？（）【】《》「」『』～｜％．／＋－＝＆＃＠\u3000]/g, sign => signs[sign] ?? sign)
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, wide => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/……/g, '…')
    .replace(/——/g, ' – ')
    .replace(/ {2,}/g, ' ')
    .replace(/ +(?=[,;:.!?)\]”’])/g, '')
    .replace(/([([“‘]) +/g, '$1');
}
