import { countHan } from './han.ts';

/**
 * Letters that only one of the two Chinese scripts uses, by their frequency in technical text. Enough to tell the scripts
 * of a README apart, not to convert between them.
 */
const simplifiedOnly =
  /[们这为来时会个国说对发开关现见问间应无实动过进还后经与种从当业长总线设计数据库务装执简单码语认证环类软档录专页选项导览启钥联网络]/gu;
const traditionalOnly =
  /[們這為來時會個國說對發開關現見問間應無實動過進還後經與種從當業長總線設計數據庫務裝執簡單碼語認證環類軟檔錄專頁選項導覽啟鑰聯網絡裡]/gu;

/** The most frequent words that have nothing to do with a README's subject. */
const functionWords = {
  en: ['the', 'and', 'of', 'to', 'is', 'for', 'with', 'this', 'you', 'are', 'that', 'from', 'can', 'or', 'be'],
  de: ['und', 'der', 'die', 'das', 'ist', 'mit', 'für', 'nicht', 'ein', 'eine', 'wird', 'auf', 'von', 'zu', 'werden'],
  fr: ['le', 'la', 'les', 'des', 'et', 'est', 'une', 'pour', 'dans', 'avec', 'vous', 'sur', 'du', 'que', 'pas'],
  es: ['el', 'los', 'las', 'para', 'una', 'con', 'que', 'por', 'del', 'es', 'como', 'se', 'su', 'más', 'este'],
  it: ['il', 'che', 'per', 'una', 'con', 'di', 'della', 'sono', 'non', 'gli', 'è', 'questo', 'come', 'del', 'nel'],
  pl: ['jest', 'nie', 'się', 'w', 'z', 'na', 'do', 'dla', 'oraz', 'jak', 'i', 'to', 'przez', 'lub', 'przy'],
  pt: ['o', 'os', 'para', 'uma', 'com', 'não', 'é', 'do', 'da', 'em', 'que', 'você', 'mais', 'como', 'se'],
} as const;

/** Less than this says nothing; Chinese characters and words of other scripts counted alike. */
const leastWords = 8;

/**
 * A Chinese character says about as much as six tenths of an English word. Above this share a text is Chinese; READMEs
 * are full of English names, so that the border lies low.
 */
const leastHanShare = 0.25;
const wordsPerHan = 0.6;

/**
 * The language that a README is really in, as a BCP 47 tag: `zh-Hans`, `zh-Hant`, `ja`, `ko`, `ru`, `en`, `de`, ...;
 * `und` when there is too little text. Code, addresses and markup do not count.
 */
export function detectLanguage(markdown: string): string {
  const text = proseOf(markdown);
  const han = countHan(text);
  const kana = text.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  const hangul = text.match(/\p{Script=Hangul}/gu)?.length ?? 0;
  const cyrillic = text.match(/\p{Script=Cyrillic}+/gu)?.length ?? 0;
  const words = text.toLowerCase().match(/\p{Script=Latin}+/gu) ?? [];
  const weighed = (han + kana) * wordsPerHan + hangul * wordsPerHan + cyrillic + words.length;
  if (weighed < leastWords) return 'und';
  if (hangul * wordsPerHan > weighed * leastHanShare) return 'ko';
  if (cyrillic > weighed * leastHanShare) return 'ru';
  if ((han + kana) * wordsPerHan > weighed * leastHanShare) return kana > han * 0.2 ? 'ja' : chineseScript(text);
  return latinLanguage(words);
}

/** Whether two tags mean the same language; Chinese in either script only when both say which. */
export function isSameLanguage(one: string, other: string): boolean {
  if (baseOf(one) !== baseOf(other)) return false;
  const scripts = [one, other].map(scriptOf);
  return baseOf(one) !== 'zh' || scripts[0] === scripts[1] || scripts.includes(undefined);
}

/** The text without code, addresses, tags and front matter. */
export function proseOf(markdown: string): string {
  return markdown
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|$(?![\s\S]))/gm, ' ')
    .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replace(/`[^`\n]*`/g, ' ')
    .replace(/!?\[([^\][]*)\]\([^)\n]*\)/g, '$1')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\b(?:https?|ftp):\/\/[^\s)>\]，。、；]+/g, ' ')
    .replace(/&[a-z]+;/gi, ' ');
}

function chineseScript(text: string): string {
  const simplified = text.match(simplifiedOnly)?.length ?? 0;
  const traditional = text.match(traditionalOnly)?.length ?? 0;
  return traditional > simplified ? 'zh-Hant' : 'zh-Hans';
}

function latinLanguage(words: readonly string[]): string {
  let best: { readonly language: string; readonly count: number } = { language: 'en', count: 0 };
  for (const [language, known] of Object.entries(functionWords)) {
    const set: ReadonlySet<string> = new Set(known);
    const count = words.filter(word => set.has(word)).length;
    if (count > best.count) best = { language, count };
  }
  return best.language;
}

function baseOf(tag: string): string {
  return tag.toLowerCase().split(/[-_]/)[0] ?? '';
}

/** Whether a tag says that Chinese is written in its traditional script. */
export function isTraditionalChinese(tag: string): boolean {
  return baseOf(tag) === 'zh' && scriptOf(tag) === 'Hant';
}

function scriptOf(tag: string): 'Hans' | 'Hant' | undefined {
  if (/[-_](?:hant|tw|hk|mo)\b/i.test(tag)) return 'Hant';
  return /[-_](?:hans|cn|sg)\b/i.test(tag) ? 'Hans' : undefined;
}
