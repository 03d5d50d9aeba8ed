import { isAlias, isMap, isScalar, isSeq, type Node, parseAllDocuments } from 'yaml';
import { deepestNesting, type MapEntry, type SyntaxNode } from './node.ts';

/** The tolerant parser is ten times slower: of a larger broken text nothing is read until it is whole again. */
const largestBroken = 1_000_000;

/**
 * Blanks out what most often breaks a file while it is typed, at the same length: a name that has no colon yet, a quote
 * without its partner, the brackets of a template.
 */
export function withoutUnfinishedLines(text: string): string {
  return text
    .split('\n')
    .map(line => {
      const trimmed = line.trim();
      if (/^(?:- )?[\w./@-]*$/.test(trimmed) && !/^(?:---|\.\.\.|- .*)$/.test(trimmed)) return ' '.repeat(line.length);
      if (trimmed.startsWith('{{')) return ' '.repeat(line.length);
      const quote = /^[^'"#]*[:-] +(["'])/.exec(line)?.[1];
      if (!quote) return line;
      const at = line.indexOf(quote);
      return line.includes(quote, at + 1) ? line : `${line.slice(0, at)} ${line.slice(at + 1)}`;
    })
    .join('\n');
}

/** Reads what can be read of YAML that is being typed. Aliases are left out. */
export function readBrokenYaml(text: string, shift: number): readonly SyntaxNode[] {
  if (text.length > largestBroken || nestsTooDeep(text)) return [];
  try {
    const documents = parseAllDocuments(text, {
      keepSourceTokens: false,
      strict: false,
      uniqueKeys: false,
      logLevel: 'silent',
      prettyErrors: false,
    });
    if (!Array.isArray(documents)) return [];
    return documents.flatMap(({ contents }) => convert(contents, shift, 0) ?? []);
  } catch {
    // The library is known to give up on some broken texts; the problem is reported by the caller.
    return [];
  }
}

function convert(node: unknown, shift: number, depth: number): SyntaxNode | undefined {
  if (depth > deepestNesting || isAlias(node)) return undefined;
  const [start = 0, end = 0] = rangeOfNode(node, shift);
  if (isScalar(node)) return scalar(node, start, end);
  if (isSeq(node)) {
    return { kind: 'list', items: node.items.flatMap(item => convert(item, shift, depth + 1) ?? []), start, end };
  }
  if (!isMap(node)) return undefined;
  const entries = node.items.flatMap((pair): MapEntry[] => {
    const key = convert(pair.key, shift, depth + 1);
    return key?.kind === 'scalar' ? [{ key, value: convert(pair.value, shift, depth + 1) }] : [];
  });
  return { kind: 'map', entries, start, end };
}

function rangeOfNode(node: unknown, shift: number): readonly [number, number] | readonly [] {
  const range = isScalar(node) || isSeq(node) || isMap(node) ? (node satisfies Node).range : undefined;
  return range ? [range[0] + shift, range[1] + shift] : [];
}

function scalar(
  node: { value: unknown; source?: string; type?: string },
  start: number,
  end: number,
): SyntaxNode | undefined {
  if (end <= start) return undefined;
  const quoted = node.type === 'QUOTE_SINGLE' || node.type === 'QUOTE_DOUBLE';
  const value = node.source ?? String(node.value);
  return {
    kind: 'scalar',
    value,
    start: quoted ? start + 1 : start,
    end: quoted ? Math.max(start + 1, end - 1) : end,
    quoted: node.type !== 'PLAIN',
  };
}

function nestsTooDeep(text: string): boolean {
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if ((code === 0x5b || code === 0x7b) && ++depth > deepestNesting) return true;
    if ((code === 0x5d || code === 0x7d) && depth > 0) depth--;
  }
  return /(?:[-?:] ){100}/.test(text);
}
