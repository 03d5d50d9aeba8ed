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
