/** Letters of Latin scripts without case and accents, so that `Überwachung` and `uberwachung` are the same word. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Mark}+/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase();
}

/** Words of Latin letters and digits; everything else separates. */
export function latinWords(text: string): string[] {
  return fold(text).match(/[a-z0-9]+/g) ?? [];
}

const hanRun = /\p{Script=Han}+/gu;

/** Does the text hold Chinese characters? */
export function hasHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

/**
 * Search tokens of a text in both languages: Latin words, and of each Chinese run its pairs of neighbors, since Chinese
 * is written without spaces and a dictionary would cost more than it brings here.
 */
export function tokens(text: string): string[] {
  const pairs = [...text.matchAll(hanRun)].flatMap(([run]) => neighbors(run));
  return [...latinWords(text), ...pairs];
}

function neighbors(run: string): string[] {
  const characters = [...run];
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}
