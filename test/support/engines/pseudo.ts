/** A translation that is none, but looks like one: each run of Chinese becomes English words, the same ones every time. */

const words =
  'the service reads every request and writes a small report while clients wait for data in open source projects'.split(
    ' ',
  );

const signs: Readonly<Record<string, string>> = {
  '，': ', ',
  '。': '. ',
  '：': ': ',
  '、': ', ',
  '！': '! ',
  '？': '? ',
  '（': ' (',
  '）': ') ',
};

export function pseudoTranslate(text: string): string {
  return text
    .split(/(<[^<>]*>)/)
    .map(part => (part.startsWith('<') ? part : pseudoText(part)))
    .join('');
}

function pseudoText(text: string): string {
  const english = text
    .replace(/\p{Script=Han}+/gu, run => ` ${sentenceFor(run)} `)
    .replace(/[，。：、！？（）]/g, sign => signs[sign] ?? sign);
  return english.replace(/ {2,}/g, ' ').replace(/ +([,.;:!?)])/g, '$1');
}

function sentenceFor(run: string): string {
  const length = Math.max(1, Math.round(run.length / 2));
  const start = [...run].reduce((sum, character) => sum + (character.codePointAt(0) ?? 0), 0);
  return Array.from({ length }, (_, index) => words[(start + index) % words.length]).join(' ');
}
