import type { Word } from './words.ts';

/** Stands for a name that each copy of a license fills in for itself. */
export const variable = '§';

/**
 * Where names stand inside license texts, as `before NAME after`, in normal words. Source: the replaceable parts
 * (`<alt>`) of the BSD, X11, HPND and similar templates on the SPDX list.
 */
const places: readonly (readonly [before: string, after: readonly string[]])[] = [
  ['neither the name of', ['nor the names of', 'nor the name of', 'nor names of', 'may be used to']],
  ['neither the names of', ['nor the names of', 'may be used to']],
  ['neither the name', ['nor the names of', 'nor the name of', 'may be used to']],
  ['nor the names of', ['may be used to']],
  ['nor the name of', ['may be used to']],
  ['nor names of', ['may be used to']],
  ['the name of', ['may not be used to', 'shall not be used in advertising', 'not be used in advertising']],
  ['the name', ['may not be used to endorse']],
  ['the names of', ['may not be used to', 'shall not be used in advertising', 'not be used in advertising']],
  ['software is provided by', ['as is']],
  ['this is provided by', ['as is']],
  ['in no event shall', ['be liable']],
  ['in no event will', ['be liable']],
  ['is provided as is and', ['disclaims all warranties', 'disclaim all warranties']],
];

const longestName = 24;

/** The same words, with one sign for each name that a copy fills in. */
export function openVariableParts(words: readonly Word[]): readonly Word[] {
  const texts = words.map(({ text }) => text);
  const opened: Word[] = [];
  let at = 0;
  while (at < words.length) {
    const found = nameAt(texts, at);
    if (!found) {
      push(opened, words[at]);
      at += 1;
      continue;
    }
    for (let index = at; index < found.start; index += 1) push(opened, words[index]);
    const [first, last] = [words[found.start], words[found.end - 1]];
    if (first && last) opened.push({ text: variable, range: [first.range[0], last.range[1]] });
    at = found.end;
  }
  return opened;
}

function push(list: Word[], word: Word | undefined): void {
  if (word) list.push(word);
}

interface Name {
  readonly start: number;
  readonly end: number;
}

const split = places.map(([before, after]) => ({
  before: before.split(' '),
  after: after.map(text => text.split(' ')),
}));

function nameAt(texts: readonly string[], at: number): Name | undefined {
  for (const { before, after } of split) {
    if (!startsWith(texts, at, before)) continue;
    const start = at + before.length;
    for (let end = start + 1; end <= Math.min(texts.length, start + longestName); end += 1) {
      if (after.some(ending => startsWith(texts, end, ending)))
        return isName(texts, start, end) ? { start, end } : undefined;
    }
  }
  return undefined;
}

/** A name holds no words that make conditions. */
function isName(texts: readonly string[], start: number, end: number): boolean {
  for (let index = start; index < end; index += 1) {
    if (
      /^(not|no|unless|except|without|if|only|commercial|noncommercial|must|shall|use|used)$/.test(texts[index] ?? '')
    )
      return false;
  }
  return true;
}

function startsWith(texts: readonly string[], at: number, words: readonly string[]): boolean {
  for (let index = 0; index < words.length; index += 1) {
    if (texts[at + index] !== words[index]) return false;
  }
  return true;
}
