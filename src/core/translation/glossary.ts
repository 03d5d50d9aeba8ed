import { createHash } from 'node:crypto';
import type { Term } from './engine.ts';
import { names, phrases, terms } from './glossary-data.ts';
import type { GlossaryEntry } from './glossary-entry.ts';
import { baseOf } from './languages.ts';
import { inSimplified } from './traditional.ts';

export interface Note {
  readonly source: string;
  readonly target: string;
  readonly note: string;
}

/** Words that have to be rendered the field's way. */
export interface Glossary {
  /** Changes with its content: part of the key of the translation memory. */
  readonly version: string;
  /** The whole text, where it is known: a heading such as 安装教程. */
  exact(text: string): string | undefined;
  /** The text with the names that have a form of their own in it. */
  withNames(text: string): string;
  /** Terms that occur in the texts. */
  termsIn(texts: readonly string[]): readonly Term[];
  /** Remarks for readers on words of a text, each once. */
  notesIn(text: string): readonly Note[];
}

/** How many terms a request may carry. */
const mostTerms = 40;

/** The built-in words, which are English, with the user's own in front. */
export function createGlossary(own: readonly GlossaryEntry[] = [], to = 'en'): Glossary {
  const builtIn = baseOf(to) === 'en' ? [...names, ...phrases, ...terms] : names;
  const entries = new Map<string, GlossaryEntry>();
  for (const entry of [...builtIn, ...own]) {
    const source = inSimplified(entry.source);
    entries.set(`${entry.kind} ${source}`, { ...entry, source });
  }
  const all = [...entries.values()].sort((one, other) => other.source.length - one.source.length);
  const exact = new Map(all.filter(({ kind }) => kind !== 'name').map(({ source, target }) => [keyOf(source), target]));
  const known = all.filter(({ kind }) => kind === 'name');
  const wishes = all.filter(({ kind }) => kind === 'term');
  return {
    version: createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, 12),
    exact: text => exactText(inSimplified(text), exact),
    withNames: text => known.reduce(withName, text),
    termsIn(texts) {
      const find = wordFinder(texts.join('\n'));
      return wishes
        .flatMap(({ source, target }) => {
          const word = find(source);
          return word === undefined ? [] : [{ source: word, target }];
        })
        .slice(0, mostTerms);
    },
    notesIn(text) {
      const find = wordFinder(text);
      return all.flatMap(({ source, target, note }) => {
        const word = note === undefined ? undefined : find(source);
        return note === undefined || word === undefined ? [] : [{ source: word, target, note }];
      });
    },
  };
}

/** Finds a word of the glossary in a text of either script, and gives it as it stands there. */
function wordFinder(text: string): (source: string) => string | undefined {
  const plain = inSimplified(text);
  return source => {
    const at = plain.indexOf(source);
    return at < 0 ? undefined : text.slice(at, at + source.length);
  };
}

function withName(text: string, { source, target }: GlossaryEntry): string {
  const plain = inSimplified(text);
  let result = '';
  let last = 0;
  for (let at = plain.indexOf(source); at >= 0; at = plain.indexOf(source, last)) {
    const end = at + source.length;
    result += text.slice(last, at) + padded(text, at, text.slice(at, end), target);
    last = end;
  }
  return result + text.slice(last);
}

const numerals = '零一二三四五六七八九十';

/** Headings are often numbered in Chinese: 三、安装 is "3. Installation". */
function exactText(text: string, exact: ReadonlyMap<string, string>): string | undefined {
  const found = exact.get(keyOf(text));
  if (found !== undefined) return found;
  const [, numeral = '', rest = ''] =
    /^\s*[（(]?([一二三四五六七八九十]{1,3})[)）、.．:：\s]\s*(.+)$/s.exec(text) ?? [];
  const number = numberOf(numeral);
  const known = number === undefined ? undefined : exact.get(keyOf(rest));
  return known === undefined ? undefined : `${number}. ${known}`;
}

function numberOf(numeral: string): number | undefined {
  if (numeral === '') return undefined;
  const [tens = '', ones = ''] = numeral.includes('十') ? numeral.split('十') : ['', numeral];
  const value = (text: string) => numerals.indexOf(text);
  return numeral.includes('十') ? (tens === '' ? 1 : value(tens)) * 10 + (ones === '' ? 0 : value(ones)) : value(ones);
}

/** Signs at the end say nothing about the words. */
function keyOf(text: string): string {
  return text
    .replace(/\s+/g, '')
    .replace(/[：:。.！!]+$/, '')
    .toLowerCase();
}

/** A name in Latin letters must not grow together with a word beside it. */
function padded(text: string, at: number, match: string, target: string): string {
  const before = /[A-Za-z0-9]$/.test(text.slice(0, at)) ? ' ' : '';
  const after = /^[A-Za-z0-9]/.test(text.slice(at + match.length)) ? ' ' : '';
  return before + target + after;
}
