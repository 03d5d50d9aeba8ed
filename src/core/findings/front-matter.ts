import { type Document, isMap, isScalar, isSeq, type ParsedNode, parseDocument, stringify } from 'yaml';
import { fieldOrder, longestFrontMatter } from './format.ts';

/** A value as it is written: a list has one item on each line, a record stands on one line. */
export type FieldValue = string | number | readonly string[] | readonly Readonly<Record<string, string>>[];

/** What could not be read, and where: an offset in the YAML. */
export interface YamlError {
  readonly error: string;
  readonly offset: number;
}

/** Reads YAML as plain data, without following more than a few aliases. Broken YAML gives the first error's sentence. */
export function readYaml(yaml: string): { readonly value: unknown; readonly document: Document.Parsed } | YamlError {
  if (yaml.length > longestFrontMatter) return { error: 'it is too long', offset: 0 };
  try {
    const document = parseDocument(yaml, { prettyErrors: false });
    const [error] = document.errors;
    if (error) return { error: error.message, offset: error.pos[0] };
    const value: unknown = document.toJS({ maxAliasCount: 20 });
    return { value, document };
  } catch (cause) {
    // Nested too deeply, or aliases of aliases.
    return { error: cause instanceof Error ? cause.message : 'it cannot be resolved', offset: 0 };
  }
}

/**
 * Sets top-level fields of a YAML mapping and leaves every other byte as it is: comments, order, quotes and fields that
 * we do not know belong to whoever wrote them. Fields that are missing are added where a new file has them, so that two
 * people's additions merge; `undefined` takes one out.
 */
export function setFields(yaml: string, fields: Readonly<Record<string, FieldValue | undefined>>): string {
  const lineBreak = yaml.includes('\r\n') ? '\r\n' : '\n';
  return Object.entries(fields).reduce(
    (text, [key, value]) => (value === undefined ? removeField(text, key) : setField(text, { key, value, lineBreak })),
    yaml,
  );
}

interface Field {
  readonly key: string;
  readonly value: FieldValue;
  readonly lineBreak: string;
}

function setField(yaml: string, field: Field): string {
  const { key, value, lineBreak } = field;
  const document = parseDocument(yaml);
  const node = fieldNode(document, key);
  if (!node) return addField(yaml, document, field);
  if (isSeq(node) && node.flow !== true && isList(value) && value.length > 0) {
    return changeItems(yaml, node.items, value, lineBreak);
  }
  const [from] = node.range;
  const lastItem = isSeq(node) && node.flow !== true ? node.items.at(-1) : undefined;
  const to = lastItem?.range?.[1] ?? node.range[1];
  const before = yaml.slice(0, from);
  const after = yaml.slice(to);
  // An empty list with nothing behind it grows into lines of its own, which merge better.
  const mayGrow = isList(value) && value.length > 0 && from === to ? /^\r?\n|^$/.test(after) : isEmptyFlow(node, after);
  if (mayGrow && isList(value) && value.length > 0) {
    return `${before.trimEnd()}${value.map(item => `${lineBreak}  - ${inline(item)}`).join('')}${after}`;
  }
  return `${before}${/\s$/.test(before) ? '' : ' '}${inline(value)}${/^\S/.test(after) ? ' ' : ''}${after}`;
}

function addField(yaml: string, document: Document.Parsed, { key, value, lineBreak }: Field): string {
  const line = `${renderField(key, value, lineBreak)}${lineBreak}`;
  const later = fieldOrder.slice(fieldOrder.indexOf(key) + 1);
  const pairs = isMap(document.contents) ? document.contents.items : [];
  const next = fieldOrder.includes(key) ? pairs.find(pair => later.includes(String(keyOf(pair.key)))) : undefined;
  if (isScalar(next?.key) && next.key.range) {
    const at = lineStart(yaml, next.key.range[0]);
    return `${yaml.slice(0, at)}${line}${yaml.slice(at)}`;
  }
  return `${yaml}${yaml === '' || yaml.endsWith('\n') ? '' : lineBreak}${line}`;
}

function isEmptyFlow(node: ParsedNode, after: string): boolean {
  return isSeq(node) && node.flow === true && node.items.length === 0 && /^[ \t]*(?:\r?\n|$)/.test(after);
}

/** Takes out the lines of items that go and adds lines for new ones; the other lines stay, with their comments. */
function changeItems(
  yaml: string,
  items: readonly { readonly range?: readonly [number, number, number] | null | undefined; toJSON(): unknown }[],
  value: readonly (string | Readonly<Record<string, string>>)[],
  lineBreak: string,
): string {
  const key = (item: unknown) => JSON.stringify(item);
  const wanted = new Set(value.map(key));
  const there = items.map(item => ({ key: key(item.toJSON()), range: item.range ?? [0, 0, 0] }));
  const present = new Set(there.map(item => item.key));
  const added = value.filter(item => !present.has(key(item)));
  const [first] = there;
  const last = there.at(-1);
  if (!first || !last) return yaml;
  const margin = yaml.slice(lineStart(yaml, first.range[0]), first.range[0]);
  const lines = added.map(item => `${margin}${inline(item)}`);
  const lastEnd = lineEnd(yaml, last.range[1]);
  const head = yaml.slice(0, lastEnd);
  const tail = yaml.slice(lastEnd);
  const glue = head.endsWith('\n') || lines.length === 0 ? '' : lineBreak;
  const grown = `${head}${glue}${lines.map(line => `${line}${lineBreak}`).join('')}${tail}`;
  return there
    .filter(item => !wanted.has(item.key))
    .reduceRight((text, { range }) => cut(text, lineStart(text, range[0]), lineEnd(text, range[1])), grown);
}

function removeField(yaml: string, key: string): string {
  const document = parseDocument(yaml);
  const pair = isMap(document.contents) ? document.contents.items.find(item => keyOf(item.key) === key) : undefined;
  const keyRange = isScalar(pair?.key) ? pair.key.range : undefined;
  if (!pair || !keyRange) return yaml;
  const valueEnd = pair.value && 'range' in pair.value ? pair.value.range?.[1] : undefined;
  return cut(yaml, lineStart(yaml, keyRange[0]), lineEnd(yaml, valueEnd ?? keyRange[1]));
}

/** One field as a new file has it: lists as blocks, everything else on its line. */
export function renderField(key: string, value: FieldValue, lineBreak = '\n'): string {
  if (!isList(value) || value.length === 0) return `${key}: ${inline(value)}`;
  return [`${key}:`, ...value.map(item => `  - ${inline(item)}`)].join(lineBreak);
}

/** The node of a top-level field's value. */
export function fieldNode(document: Document.Parsed, key: string): ParsedNode | undefined {
  if (!isMap(document.contents)) return undefined;
  const pair = document.contents.items.find(item => keyOf(item.key) === key);
  return pair?.value ?? undefined;
}

function keyOf(node: unknown): unknown {
  return isScalar(node) ? node.value : undefined;
}

function isList(value: FieldValue): value is readonly string[] | readonly Readonly<Record<string, string>>[] {
  return Array.isArray(value);
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Behind the line break of the line that `offset` stands in; the end of a block value may be past its own line break. */
function lineEnd(text: string, offset: number): number {
  if (text[offset - 1] === '\n') return offset;
  const next = text.indexOf('\n', offset);
  return next < 0 ? text.length : next + 1;
}

function cut(text: string, from: number, to: number): string {
  return text.slice(0, from) + text.slice(to);
}

function inline(value: FieldValue | Readonly<Record<string, string>>): string {
  return stringify(value, {
    lineWidth: 0,
    collectionStyle: 'flow',
    blockQuote: false,
    flowCollectionPadding: false,
  }).trimEnd();
}
