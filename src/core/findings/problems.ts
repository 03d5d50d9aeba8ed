import type { Document } from 'yaml';
import type { Sentence, TextRange } from '../model.ts';
import { asMessage, say, told } from '../sentences/index.ts';
import { conflictStart } from './conflict.ts';
import { newerVersion, versionOf, withoutNulls } from './file.ts';
import { formatVersion, longestFile } from './format.ts';
import { readYaml } from './front-matter.ts';
import { splitFrontMatter } from './parts.ts';
import { FrontMatter } from './schema.ts';

/** Something in a finding's file that keeps it from being read, or that is probably not meant. */
export interface FindingProblem {
  readonly severity: 'error' | 'warning';
  /** A sentence that says what to do. */
  readonly message: string;
  readonly said: Sentence;
  readonly range: TextRange;
}

/** Names that are one typing mistake away from a field are said; other fields of one's own are welcome. */
const fields = Object.keys(FrontMatter.shape);

/** Every problem of a finding's file, for the editor to underline while somebody types. Never throws. */
export function checkFindingFile(text: string): readonly FindingProblem[] {
  if (text.length > longestFile) return [error(say('The file is too large for a finding.'), [0, 0])];
  const conflict = conflictStart(text);
  if (conflict !== undefined) {
    return [error(say('Git left both sides of a conflict here: choose one.'), lineAt(text, conflict))];
  }
  const file = splitFrontMatter(text);
  if (!file) return [error(say('A finding starts with front matter: YAML between two lines of ---.'), lineAt(text, 0))];
  const base = file.opening.length;
  const yaml = readYaml(file.yaml);
  if ('error' in yaml) {
    return [
      error(
        say('The front matter is not valid YAML: {0}.', yaml.error),
        lineAt(text, base + Math.max(0, Math.min(yaml.offset, file.yaml.length - 1))),
      ),
    ];
  }
  const version = versionOf(yaml.value);
  if (version !== undefined && version > formatVersion) {
    return [
      { severity: 'warning', ...asMessage(newerVersion(version)), range: rangeOf(yaml.document, ['version'], base) },
    ];
  }
  const value = withoutNulls(yaml.value);
  const issues = FrontMatter.safeParse(value).error?.issues ?? [];
  return [
    ...issues.slice(0, 50).map(({ path, message }) => {
      const missing = path.length === 1 && !hasField(value, String(path[0]));
      const sentence = missing
        ? say('The field "{0}" is missing.', String(path[0]))
        : say('{0}: {1}.', path.join('.'), message);
      return error(sentence, missing ? [0, 3] : rangeOf(yaml.document, path, base));
    }),
    ...misspelt(value).map(({ key, meant }): FindingProblem => {
      const range = rangeOf(yaml.document, [key], base);
      return { severity: 'warning', ...told('"{0}" means nothing here: is "{1}" meant?', key, meant), range };
    }),
  ];
}

function misspelt(value: unknown): readonly { readonly key: string; readonly meant: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap(key => {
    if (fields.includes(key) || key.length > 40) return [];
    const meant = fields.find(field => isNear(key.toLowerCase(), field));
    return meant === undefined ? [] : [{ key, meant }];
  });
}

/** The same but for one letter too many, too few, or another. */
function isNear(word: string, field: string): boolean {
  if (field.length < 4 || Math.abs(word.length - field.length) > 1) return false;
  let start = 0;
  while (start < word.length && word[start] === field[start]) start += 1;
  const rests = [word.slice(start), field.slice(start)];
  const [one = '', other = ''] = rests;
  return one.slice(1) === other.slice(1) || one === other.slice(1) || one.slice(1) === other;
}

/** Where a value stands; of what is not there, the nearest that is. */
function rangeOf(document: Document.Parsed, path: readonly PropertyKey[], base: number): TextRange {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
      const [from, to]: unknown[] = node.range;
      if (typeof from === 'number' && typeof to === 'number') return [base + from, base + Math.max(to, from + 1)];
    }
  }
  return [0, 3];
}

function hasField(value: unknown, key: string): boolean {
  return typeof value === 'object' && value !== null && key in value;
}

function lineAt(text: string, offset: number): TextRange {
  const end = text.indexOf('\n', offset);
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return [start, end < 0 ? text.length : end];
}

function error(said: Sentence, range: TextRange): FindingProblem {
  return { severity: 'error', ...asMessage(said), range };
}
