import type { Finding, FindingStatus, Sentence } from '../model.ts';
import { asMessage, say, told } from '../sentences/index.ts';
import { holdsConflict } from './conflict.ts';
import { toFinding } from './fields.ts';
import { fieldOrder, formatVersion, longestFile } from './format.ts';
import { type FieldValue, readYaml, renderField, setFields } from './front-matter.ts';
import { splitFrontMatter } from './parts.ts';
import { readPlainFinding } from './plain-finding.ts';
import { FrontMatter } from './schema.ts';

/** What a file among the findings turned out to be. */
export type FindingFile =
  | { readonly kind: 'finding'; readonly finding: Finding }
  | { readonly kind: UnreadKind; readonly message: string; readonly said: Sentence };

/**
 * `damaged`: cannot be read, the sentence says what to mend; `newer`: written by a newer version of Gitee Scout;
 * `conflict`: Git left both sides of a conflict in it. None of them is ever changed.
 */
export type UnreadKind = 'damaged' | 'newer' | 'conflict';

/** What may change in a finding after it was saved. Absent fields stay. */
export interface FindingChange {
  readonly status?: FindingStatus | undefined;
  readonly note?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly replaces?: readonly string[] | undefined;
  readonly links?: readonly string[] | undefined;
  readonly license?: string | undefined;
  readonly verdict?: Finding['verdict'];
  /** ISO date; empty for no review. */
  readonly review?: string | undefined;
}

/** When and by whom a file is changed. */
export interface Signature {
  /** ISO 8601. */
  readonly date: string;
  /** A person's name; absent where nobody said. */
  readonly by?: string | undefined;
}

/** Reads one finding. Never throws. */
export function readFinding(text: string): FindingFile {
  const finding = readPlainFinding(text);
  return finding ? { kind: 'finding', finding } : readWithParser(text);
}

/** Reads a finding in whatever form somebody gave it, and says what is wrong with it. Never throws. */
export function readWithParser(text: string): FindingFile {
  if (text.length > longestFile) return damaged(say('The file is too large for a finding.'));
  if (holdsConflict(text)) {
    return { kind: 'conflict', ...told('Git left both sides of a conflict in the file: choose one, then save it.') };
  }
  const file = splitFrontMatter(text);
  if (!file) return damaged(say('The file does not start with front matter between two lines of ---.'));
  const yaml = readYaml(file.yaml);
  if ('error' in yaml) return damaged(say('The front matter is not valid YAML: {0}.', yaml.error));
  return readFields(yaml.value, file.body);
}

function readFields(value: unknown, body: string): FindingFile {
  const version = versionOf(value);
  if (version !== undefined && version > formatVersion) return { kind: 'newer', ...asMessage(newerVersion(version)) };
  const fields = FrontMatter.safeParse(withoutNulls(value));
  if (fields.success) return { kind: 'finding', finding: toFinding(fields.data, body) };
  const [issue] = fields.error.issues;
  return damaged(
    say('The field "{0}" of the front matter is wrong: {1}.', issue?.path.join('.') ?? '', issue?.message ?? ''),
  );
}

export function newerVersion(version: number): Sentence {
  return say(
    'The file has format version {0}; this version of Gitee Scout reads up to {1} and leaves it alone.',
    version,
    formatVersion,
  );
}

/** A new file for a finding. */
export function renderFinding(finding: Finding): string {
  const fields: Record<string, FieldValue | undefined> = {
    version: formatVersion,
    project: finding.id,
    name: finding.name,
    status: finding.status,
    homes: finding.homes.map(({ host, path }) => `${host}:${path}`),
    license: finding.license,
    verdict: finding.verdict?.is,
    'verdict-for': finding.verdict?.for,
    replaces: finding.replaces,
    tags: finding.tags,
    links: finding.links,
    review: finding.review,
    saved: finding.savedAt,
    history: finding.history.map(historyRecord),
  };
  const yaml = fieldOrder.flatMap(key => {
    const value = fields[key];
    return value === undefined ? [] : [`${renderField(key, value)}\n`];
  });
  return withNote({ opening: '---\n', yaml: yaml.join(''), closing: '---\n', body: '' }, finding.note);
}

/**
 * Changes a finding's file where the change is and nowhere else. `text` must be a readable finding. A file of an older
 * format becomes one of this format by the way.
 */
export function editFinding(text: string, change: FindingChange, signature: Signature): string {
  const file = splitFrontMatter(text);
  const read = readFinding(text);
  if (!file || read.kind !== 'finding') return text;
  const { note, verdict, review } = change;
  const before = read.finding;
  const different: Record<string, FieldValue | undefined> = {};
  for (const field of ['status', 'license', 'replaces', 'tags', 'links'] as const) {
    const value = change[field];
    if (value !== undefined && !same(value, before[field])) different[field] = value;
  }
  if (review !== undefined && review !== (before.review ?? '')) different.review = review === '' ? undefined : review;
  if (verdict && !same(verdict, before.verdict)) {
    different.verdict = verdict.is;
    different['verdict-for'] = verdict.for;
  }
  const noteChanged = note !== undefined && note.trim() !== before.note;
  if (Object.keys(different).length === 0 && !noteChanged) return text;
  if (typeof different.status === 'string' && change.status) {
    const now = { status: change.status, ...signature };
    different.history = [...before.history, now].map(historyRecord);
  }
  const yaml = setFields(file.yaml, { ...migration(file.yaml, before), ...different });
  return noteChanged ? withNote({ ...file, yaml }, note) : `${file.opening}${yaml}${file.closing}${file.body}`;
}

/** What an older file needs to become one of this format. */
function migration(yaml: string, { history }: Finding): Record<string, FieldValue | undefined> {
  const read = readYaml(yaml);
  const version = 'error' in read ? undefined : versionOf(read.value);
  if (version === formatVersion) return {};
  return { version: formatVersion, changed: undefined, history: history.map(historyRecord) };
}

function historyRecord({ status, date, by }: Finding['history'][number]): Readonly<Record<string, string>> {
  return { status, date, ...(by === undefined ? {} : { by }) };
}

function withNote(file: { opening: string; yaml: string; closing: string; body: string }, note: string): string {
  const lineBreak = file.opening.endsWith('\r\n') ? '\r\n' : '\n';
  const closing = file.closing.endsWith('\n') ? file.closing : `${file.closing}${lineBreak}`;
  const body = note.trim() === '' ? '' : `${lineBreak}${note.trim().replace(/\r?\n/g, lineBreak)}${lineBreak}`;
  return `${file.opening}${file.yaml}${closing}${body}`;
}

/** `tags:` with nothing behind it is a list that is still empty, not a mistake. */
export function withoutNulls(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== null));
}

export function versionOf(value: unknown): number | undefined {
  if (typeof value !== 'object' || value === null || !('version' in value)) return undefined;
  return typeof value.version === 'number' ? value.version : undefined;
}

function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

function damaged(said: Sentence): FindingFile {
  return { kind: 'damaged', ...asMessage(said) };
}
