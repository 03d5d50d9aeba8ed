import { type Document, isScalar, isSeq, parseDocument, stringify } from 'yaml';

/** A Markdown file in its parts. Joined in this order they are the file again, byte for byte. */
export interface FrontMatterFile {
  /** Up to and with the line break after the opening `---`. */
  readonly opening: string;
  readonly yaml: string;
  /** The closing `---` with its line break. */
  readonly closing: string;
  readonly body: string;
}

export type FieldValue = string | number | readonly string[];

const parts = /^(\uFEFF?---[ \t]*\r?\n)([\s\S]*?)(^---[ \t]*(?:\r?\n|$))/m;

/** Splits a Markdown file that starts with YAML front matter; `undefined` when it does not. */
export function splitFrontMatter(text: string): FrontMatterFile | undefined {
  const match = parts.exec(text);
  if (match?.index !== 0) return undefined;
  const [whole, opening = '', yaml = '', closing = ''] = match;
  return { opening, yaml, closing, body: text.slice(whole.length) };
}

/** Reads YAML as plain data, without following more than a few aliases. Broken YAML gives the first error's sentence. */
export function readYaml(yaml: string): { readonly value: unknown } | { readonly error: string } {
  const document = parseDocument(yaml, { prettyErrors: false });
  const [error] = document.errors;
  if (error) return { error: error.message };
  try {
    const value: unknown = document.toJS({ maxAliasCount: 20 });
    return { value };
  } catch (cause) {
    return { error: cause instanceof Error ? cause.message : 'its aliases cannot be resolved' };
  }
}

/**
 * Sets top-level fields of a YAML mapping and leaves every other byte as it is: comments, order, quotes and fields that
 * we do not know belong to whoever wrote them. Fields that are missing are added at the end.
 */
export function setFields(yaml: string, fields: Readonly<Record<string, FieldValue>>): string {
  const lineBreak = yaml.includes('\r\n') ? '\r\n' : '\n';
  return Object.entries(fields).reduce((text, [key, value]) => setField(text, key, value, lineBreak), yaml);
}

function setField(yaml: string, key: string, value: FieldValue, lineBreak: string): string {
  const place = findValue(parseDocument(yaml), key);
  if (!place) {
    const separator = yaml === '' || yaml.endsWith('\n') ? '' : lineBreak;
    return `${yaml}${separator}${renderField(key, value, lineBreak)}${lineBreak}`;
  }
  const { start, end, indent } = place;
  const written =
    indent !== undefined && Array.isArray(value) && value.length > 0
      ? value.map(item => `- ${inline(item)}`).join(`${lineBreak}${indentBefore(yaml, start)}`)
      : inline(value);
  const before = yaml.slice(0, start);
  const after = yaml.slice(end);
  return `${before}${/\s$/.test(before) ? '' : ' '}${written}${/^\S/.test(after) ? ' ' : ''}${after}`;
}

/** One field as a new file has it: lists as blocks, everything else on its line. */
export function renderField(key: string, value: FieldValue, lineBreak = '\n'): string {
  if (!Array.isArray(value) || value.length === 0) return `${key}: ${inline(value)}`;
  return [`${key}:`, ...value.map(item => `  - ${inline(item)}`)].join(lineBreak);
}

/** Where the value of a field stands; `indent` only for a block list. */
function findValue(document: Document, key: string): { start: number; end: number; indent?: true } | undefined {
  if (!document.has(key)) return undefined;
  const node = document.get(key, true);
  if (isSeq(node) && node.range) {
    if (node.flow === true) return { start: node.range[0], end: node.range[1] };
    const last = node.items.at(-1);
    const end = isScalar(last) && last.range ? last.range[1] : node.range[1];
    return { start: node.range[0], end, indent: true };
  }
  if (isScalar(node) && node.range) return { start: node.range[0], end: node.range[1] };
  return undefined;
}

function indentBefore(text: string, offset: number): string {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
}

function inline(value: FieldValue): string {
  return stringify(value, {
    lineWidth: 0,
    collectionStyle: 'flow',
    blockQuote: false,
    flowCollectionPadding: false,
  }).trimEnd();
}
