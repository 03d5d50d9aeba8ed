/** Languages that do not part words by spaces. */
const unspaced: readonly string[] = ['zh', 'ja', 'th', 'lo', 'km', 'my'];

/** Languages written with Chinese characters. */
const withHan: readonly string[] = ['zh', 'ja'];

export function isSpaced(tag: string): boolean {
  return !unspaced.includes(baseOf(tag));
}

export function usesHan(tag: string): boolean {
  return withHan.includes(baseOf(tag));
}

export function baseOf(tag: string): string {
  return tag.toLowerCase().split(/[-_]/)[0] ?? '';
}

/** What shows that a text is in a language, by its script; a name or two in Latin letters stand in every text. */
const scripts: Readonly<Record<string, RegExp>> = {
  zh: /\p{Script=Han}/u,
  ja: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
  ko: /\p{Script=Hangul}/u,
  ru: /\p{Script=Cyrillic}/u,
};

/** Whether a piece of text may be in a language: only such pieces are translated from it. */
export function mayBeIn(language: string): (text: string) => boolean {
  const script = scripts[baseOf(language)] ?? /\p{L}{2}/u;
  return text => script.test(text);
}
