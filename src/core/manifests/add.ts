import type { Dependency, Manifest, TextRange } from '../model.ts';
import { applyChanges, isPlainVersion, overwriting, type Replacement, says, type TextChange } from './edit.ts';
import { readManifest } from './formats.ts';

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
  if (added.version !== undefined && !isPlainVersion(added.version)) return undefined;
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
  const bare = added.version?.replace(/^v/, '');
  return [wholeLines, element, item].flatMap(blockOf => {
    const own = blockOf(text, model);
    const before = blockOf(text, neighbor);
    if (!own || !before) return [];
    return overwriting(text, model, added).flatMap(changes => {
      const inside = changes.every(({ range }) => range[0] >= own.range[0] && range[1] <= own.range[1]);
      if (!inside) return [];
      const moved = changes.map(({ range, text: put }) => ({
        text: put,
        range: [range[0] - own.range[0], range[1] - own.range[0]] as const,
      }));
      const copy = applyChanges(text.slice(...own.range), moved);
      const version = changes.some(({ text: put }) => bare !== undefined && put.includes(bare)) ? bare : undefined;
      return [{ ...join(text, before, copy), version }];
    });
  });
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

function span({ nameRange, requirementRange }: Dependency): TextRange {
  const [start, end] = requirementRange ?? nameRange;
  // A requirement that stands elsewhere, such as a property, is no part of it.
  if (Math.abs(start - nameRange[1]) > 400) return nameRange;
  return [Math.min(nameRange[0], start), Math.max(nameRange[1], end)];
}

/** The lines that a dependency stands on. */
function wholeLines(text: string, dependency: Dependency): Block | undefined {
  const [from, to] = span(dependency);
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const next = text.indexOf('\n', to);
  const last = next < 0 ? text.length : next;
  const end = text[last - 1] === '\r' ? last - 1 : last;
  const follows = /\S/.exec(text.slice(end, end + 1000))?.[0];
  const commas = text[end - 1] === ',' || follows === ']' || (follows === '}' && text.trimStart().startsWith('{'));
  return { range: [start, end], separator: text.includes('\r\n') ? '\r\n' : '\n', commas };
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
  const [from, to] = span(dependency);
  const quote = text[from - 1];
  if (quote !== '"' && quote !== "'") return undefined;
  const end = text.indexOf(quote, to);
  return end < 0 ? undefined : { range: [from - 1, end + 1], separator: ' ', commas: true };
}
