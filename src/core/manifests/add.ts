import type { Dependency, Manifest, TextRange } from '../model.ts';
import { isPlainVersion, overwriting, type Replacement, says } from './edit.ts';
import { readManifest } from './formats.ts';
import { applyChanges, type TextChange } from './text-change.ts';

/**
 * The change that puts another package beside a dependency: a copy of how the manifest writes that one, at the place that
 * the order of names gives it where its neighbors are sorted, else right behind. Checked like a replacement: `undefined`
 * unless the changed text, read again, has exactly one dependency more.
 */
export function addDependency(
  path: string,
  text: string,
  dependency: Dependency,
  added: Replacement,
): TextChange | undefined {
  const before = readManifest(path, text);
  if (!before || before.dependencies.some(({ purl }) => purl === added.purl)) return undefined;
  if (!isList(dependency) || (added.version !== undefined && !isPlainVersion(added.version))) return undefined;
  const model = before.dependencies.find(({ nameRange }) => nameRange[0] === dependency.nameRange[0]);
  if (!model) return undefined;
  for (const neighbor of neighborsOf(before, model, added.purl)) {
    for (const change of copies(text, model, neighbor, added)) {
      const position = before.dependencies.indexOf(neighbor) + 1;
      const dependencies = before.dependencies.toSpliced(position, 0, { ...model, purl: added.purl });
      const version = change.version;
      if (
        says(path, applyChanges(text, [change]), { ...before, dependencies }, { position, purl: added.purl, version })
      ) {
        return { range: change.range, text: change.text };
      }
    }
  }
  return undefined;
}

/** Whether one of many stands there. A second image, action or module beside the first would be another program. */
export function isList({ purl }: Pick<Dependency, 'purl'>): boolean {
  return /^pkg:(?:npm|jsr|pypi|maven|clojars|golang|cargo|nuget|composer|gem|pub|hex|cocoapods|ohpm)\//.test(purl);
}

/** Dependencies behind which the new one may stand: by the order of names first, then behind its model. */
function neighborsOf({ dependencies }: Manifest, model: Dependency, purl: string): readonly Dependency[] {
  const siblings = dependencies.filter(({ place, scope }) => place === model.place && scope === model.scope);
  const sorted = siblings.every(({ purl: own }, index) => index === 0 || (siblings[index - 1]?.purl ?? '') <= own);
  const ordered = sorted && siblings.length > 1 ? siblings.findLast(({ purl: own }) => own < purl) : undefined;
  return ordered && ordered !== model ? [ordered, model] : [model];
}

interface Copy extends TextChange {
  /** The version that has to be read in it. */
  readonly version: string | undefined;
}

/** Ways to write the model once more behind a neighbor, with another name and version. */
function copies(text: string, model: Dependency, neighbor: Dependency, added: Replacement): readonly Copy[] {
  return [wholeLines, element, item].flatMap(blockOf => {
    const own = blockOf(text, model);
    const before = blockOf(text, neighbor);
    // Where they end differently (a remark behind a comma), a copy of the one cannot stand like the other.
    if (!own || !before || own.commas !== before.commas) return [];
    const renamed = keyChanges(text, own, model, added.purl);
    // The order of names is not the order of keys.
    if (!renamed || (renamed.length > 0 && neighbor !== model)) return [];
    return overwriting(text, model, added).flatMap(({ changes, version }) => {
      const all = [...renamed, ...changes];
      const inside = all.every(({ range }) => range[0] >= own.range[0] && range[1] <= own.range[1]);
      if (!inside) return [];
      const moved = all.map(({ range, text: put }) => ({
        text: put,
        range: [range[0] - own.range[0], range[1] - own.range[0]] as const,
      }));
      const copy = applyChanges(text.slice(...own.range), moved);
      return [{ ...join(text, before, copy), version }];
    });
  });
}

/**
 * Where a line begins with a key of its own that is not the name (an alias in a catalog, a name for imports), the copy gets
 * another one; `undefined` when that is taken.
 */
function keyChanges(
  text: string,
  { range }: Block,
  model: Dependency,
  purl: string,
): readonly TextChange[] | undefined {
  const prefix = text.slice(range[0], model.nameRange[0]);
  const [, before, quote, old] = /^(\s*)(["']?)([@\w./-]+)\2\s*[=:]/.exec(prefix) ?? [];
  if (before === undefined || quote === undefined || old === undefined) return [];
  const name = purl.replace(/^pkg:[a-z]+\//, '').replaceAll('%40', '@');
  const key = quote === '' ? (name.split('/').at(-1) ?? '').replaceAll(/[^\w-]+/g, '-') : name;
  const taken = text.split('\n').some(line => line.trimStart().replace(quote, '').startsWith(key) && /[=:]/.test(line));
  const start = range[0] + before.length + quote.length;
  return taken ? undefined : [{ range: [start, start + old.length], text: key }];
}

interface Block {
  readonly range: TextRange;
  /** What stands between two of its kind, besides a comma. */
  readonly separator: string;
  /** Whether two of its kind want a comma between them. Parsers forgive one that is missing, other programs do not. */
  readonly commas: boolean;
}

/** The copy behind a block; where commas are wanted, the last of a list has one only if the last one had. */
function join(text: string, { range: [, end], separator, commas }: Block, copy: string): TextChange {
  const range = [end, end] as const;
  if (!commas) return { range, text: `${separator}${copy}` };
  const plain = copy.replace(/,\s*$/, '');
  return { range, text: text[end - 1] === ',' ? `${separator}${plain},` : `,${separator}${plain}` };
}

/** Name and requirement; a requirement that stands before or far away, such as a version of a catalog, is no part of it. */
function span({ nameRange, requirementRange }: Dependency): TextRange {
  const [start, end] = requirementRange ?? nameRange;
  return start < nameRange[1] || start - nameRange[1] > 400 ? nameRange : [nameRange[0], end];
}

/** The line that a dependency stands on, where it is all of it and nothing goes on behind it. */
function wholeLines(text: string, dependency: Dependency): Block | undefined {
  const [from, to] = span(dependency);
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const next = text.indexOf('\n', to);
  const last = next < 0 ? text.length : next;
  const end = text[last - 1] === '\r' ? last - 1 : last;
  if (text.slice(from, to).includes('\n') || !isBalanced(text.slice(start, end))) return undefined;
  // A line of Lisp may begin with the list that it is in.
  if (/^\s*(?:\{|\(defproject)/.test(text) && /[[{(]/.test(text.slice(start, from))) return undefined;
  const follows = /\S/.exec(text.slice(end, end + 1000))?.[0];
  const isRemarked = /(?:#|\/\/)/.test(text.slice(to, end));
  const commas = text[end - 1] === ',' || follows === ']' || (follows === '}' && text.trimStart().startsWith('{'));
  // A comma behind a remark would be part of it.
  if (commas && isRemarked) return undefined;
  return { range: [start, end], separator: text.includes('\r\n') ? '\r\n' : '\n', commas };
}

/** Whether every bracket that is opened outside of strings is closed, and none besides. */
function isBalanced(line: string): boolean {
  const open: string[] = [];
  for (const bracket of line.replaceAll(/"[^"]*"|'[^']*'/g, '').match(/[[\](){}]/g) ?? []) {
    const opening = { ']': '[', ')': '(', '}': '{' }[bracket];
    if (opening === undefined) open.push(bracket);
    else if (open.pop() !== opening) return false;
  }
  return open.length === 0;
}

const elements = ['dependency', 'PackageReference', 'plugin'] as const;

/** The XML element that a dependency is. */
function element(text: string, dependency: Dependency): Block | undefined {
  const [from, to] = span(dependency);
  for (const name of elements) {
    const start = text.lastIndexOf(`<${name}`, from);
    const closing = `</${name}>`;
    const end = text.indexOf(closing, to);
    if (start < 0 || end < 0 || text.slice(start, from).includes(closing) || from - start > 1000) continue;
    const indent = /\r?\n[ \t]*$/.exec(text.slice(0, start))?.[0] ?? '';
    return { range: [start, end + closing.length], separator: indent, commas: false };
  }
  return undefined;
}

/** A quoted string in a list, or a key with its string, on a line with others. */
function item(text: string, dependency: Dependency): Block | undefined {
  // What stands in one pair of parentheses of a build script is one call.
  if (dependency.purl.startsWith('pkg:maven/')) return undefined;
  const [from, to] = span(dependency);
  const quote = text[from - 1];
  if (quote !== '"' && quote !== "'") return undefined;
  const end = text.indexOf(quote, to);
  return end < 0 ? undefined : { range: [from - 1, end + 1], separator: ' ', commas: true };
}
