import { countHan } from './han.ts';
import { proseOf } from './language.ts';

/** How one version of a README compares with another. */
export type Completeness =
  | { readonly kind: 'complete' }
  | { readonly kind: 'stub' }
  | { readonly kind: 'behind'; readonly sections: number; readonly of: number };

/** One Chinese character takes about this many letters in a European language. */
const lettersPerHan = 3.2;

/** Prose shorter than this, in letters, tells a reader nothing of a project. */
const leastLetters = 200;

/** A version below this share of the other in sections and in length is behind it; translations differ by less. */
const behindShare = 0.6;

/**
 * Compares a version with the one that it should equal, by sections and length: a stub ("coming soon"), well behind, or
 * complete. Without the other only a stub can be told.
 */
export function compareVersions(version: string, other: string | undefined): Completeness {
  const letters = lettersOf(version);
  if (other === undefined) return letters < leastLetters / 2 ? { kind: 'stub' } : { kind: 'complete' };
  const otherLetters = lettersOf(other);
  const share = letters / Math.max(otherLetters, 1);
  if (share < 0.15 || (letters < leastLetters && share < behindShare)) return { kind: 'stub' };
  const sections = sectionsOf(version);
  const of = sectionsOf(other);
  const fewSections = of >= 4 && sections < of * behindShare;
  return (fewSections && share < 0.9) || share < behindShare / 2
    ? { kind: 'behind', sections, of }
    : { kind: 'complete' };
}

function lettersOf(markdown: string): number {
  const prose = proseOf(markdown).replace(/\s+/g, ' ');
  const han = countHan(prose);
  const letters = prose.match(/\p{L}/gu)?.length ?? 0;
  return letters - han + han * lettersPerHan;
}

function sectionsOf(markdown: string): number {
  const text = markdown.replace(/^ {0,3}(`{3,}|~{3,})[\s\S]*?^ {0,3}\1/gm, '');
  const written = text.match(/^ {0,3}#{1,6}\s+\S/gm)?.length ?? 0;
  const underlined = text.match(/^[^\n#>|-][^\n]*\n(?:=+|-{3,})[ \t]*$/gm)?.length ?? 0;
  const tags = text.match(/<h[1-6][\s>]/gi)?.length ?? 0;
  return written + underlined + tags;
}
