import type { Finding, FindingStatus, Host } from '../model.ts';
import { type FieldValue, readYaml, renderField, setFields, splitFrontMatter } from './front-matter.ts';
import { FrontMatter, formatVersion } from './schema.ts';

/** What a file among the findings turned out to be. */
export type FindingFile =
  | { readonly kind: 'finding'; readonly finding: Finding }
  /** Cannot be read; the sentence says what to mend. */
  | { readonly kind: 'damaged'; readonly message: string }
  /** Written by a newer version of Gitee Scout: neither read nor changed. */
  | { readonly kind: 'newer'; readonly message: string };

/** What may change in a finding after it was saved. Absent fields stay. */
export interface FindingChange {
  readonly status?: FindingStatus | undefined;
  readonly note?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly replaces?: readonly string[] | undefined;
  readonly license?: string | undefined;
}

/** Longer files are not ours; UTF-16 units. */
const longestFile = 2_000_000;

/** Reads one finding. Never throws. */
export function readFinding(text: string): FindingFile {
  if (text.length > longestFile) return damaged('The file is too large for a finding.');
  const file = splitFrontMatter(text);
  if (!file) return damaged('The file does not start with front matter between two lines of ---.');
  const yaml = readYaml(file.yaml);
  if ('error' in yaml) return damaged(`The front matter is not valid YAML: ${yaml.error}.`);
  const version = versionOf(yaml.value);
  if (version !== undefined && version > formatVersion) {
    return {
      kind: 'newer',
      message: `The file has format version ${version}; this version of Gitee Scout reads up to ${formatVersion}.`,
    };
  }
  const fields = FrontMatter.safeParse(withoutNulls(yaml.value));
  if (!fields.success) {
    const [issue] = fields.error.issues;
    return damaged(`The field "${issue?.path.join('.') ?? ''}" of the front matter is wrong: ${issue?.message ?? ''}.`);
  }
  return { kind: 'finding', finding: toFinding(fields.data, file.body) };
}

/** A new file for a finding. */
export function renderFinding(finding: Finding): string {
  const fields: Record<string, FieldValue> = {
    version: formatVersion,
    project: finding.id,
    name: finding.name,
    status: finding.status,
    homes: finding.homes.map(({ host, path }) => `${host}:${path}`),
    license: finding.license,
    replaces: finding.replaces,
    tags: finding.tags,
    saved: finding.savedAt,
    changed: finding.changedAt,
  };
  const yaml = Object.entries(fields).map(([key, value]) => `${renderField(key, value)}\n`);
  return withNote({ opening: '---\n', yaml: yaml.join(''), closing: '---\n', body: '' }, finding.note);
}

/**
 * Changes a finding's file where the change is and nowhere else. `text` must be a readable finding.
 * `changedAt` is ISO 8601.
 */
export function editFinding(text: string, change: FindingChange, changedAt: string): string {
  const file = splitFrontMatter(text);
  const read = readFinding(text);
  if (!file || read.kind !== 'finding') return text;
  const { note } = change;
  const different: Record<string, FieldValue> = {};
  for (const field of ['status', 'license', 'replaces', 'tags'] as const) {
    const value = change[field];
    if (value !== undefined && !same(value, read.finding[field])) different[field] = value;
  }
  const noteChanged = note !== undefined && note.trim() !== read.finding.note;
  if (Object.keys(different).length === 0 && !noteChanged) return text;
  const yaml = setFields(file.yaml, { ...different, changed: changedAt });
  return noteChanged ? withNote({ ...file, yaml }, note) : `${file.opening}${yaml}${file.closing}${file.body}`;
}

function withNote(file: { opening: string; yaml: string; closing: string; body: string }, note: string): string {
  const lineBreak = file.opening.endsWith('\r\n') ? '\r\n' : '\n';
  const closing = file.closing.endsWith('\n') ? file.closing : `${file.closing}${lineBreak}`;
  const body = note.trim() === '' ? '' : `${lineBreak}${note.trim().replace(/\r?\n/g, lineBreak)}${lineBreak}`;
  return `${file.opening}${file.yaml}${closing}${body}`;
}

function toFinding(fields: FrontMatter, body: string): Finding {
  return {
    id: fields.project,
    name: fields.name,
    homes: fields.homes.map(toHome),
    status: fields.status,
    note: body.trim().replace(/\r\n/g, '\n'),
    tags: fields.tags,
    license: fields.license,
    replaces: fields.replaces,
    savedAt: fields.saved,
    changedAt: fields.changed ?? fields.saved,
  };
}

const hosts: Readonly<Record<string, Host>> = { github: 'github', atomgit: 'atomgit' };

function toHome(text: string): { readonly host: Host; readonly path: string } {
  const colon = text.indexOf(':');
  return { host: hosts[text.slice(0, colon)] ?? 'gitee', path: text.slice(colon + 1) };
}

/** `tags:` with nothing behind it is a list that is still empty, not a mistake. */
function withoutNulls(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== null));
}

function versionOf(value: unknown): number | undefined {
  if (typeof value !== 'object' || value === null || !('version' in value)) return undefined;
  return typeof value.version === 'number' ? value.version : undefined;
}

function same(left: FieldValue, right: FieldValue): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

function damaged(message: string): FindingFile {
  return { kind: 'damaged', message };
}
