import type { Finding } from '../model.ts';
import { holdsConflict } from './conflict.ts';
import { toFinding } from './fields.ts';
import {
  formatVersion,
  longest,
  longestFile,
  longestFrontMatter,
  most,
  noLicense,
  patterns,
  statuses,
  verdicts,
} from './format.ts';
import { splitFrontMatter } from './parts.ts';
import { readPlain } from './plain.ts';

/**
 * Reads a finding that is written as we write it ourselves, without the YAML parser and the schema, which take longer to
 * load than a screen of findings to read. `undefined` for everything else, also for what is wrong: the parser and the
 * schema have the word on that. What is read here, they read in the same way.
 */
export function readPlainFinding(text: string): Finding | undefined {
  if (text.length > longestFile || holdsConflict(text)) return undefined;
  const file = splitFrontMatter(text);
  const fields = file && file.yaml.length <= longestFrontMatter ? readPlain(file.yaml) : undefined;
  if (!file || !fields) return undefined;
  const { version, project, name, status, saved, changed, license = noLicense, verdict, review } = fields;
  const { homes = [], replaces = [], tags = [], links = [], history = [], 'verdict-for': verdictFor } = fields;
  const sound =
    isVersion(version) &&
    matches(project, patterns.project) &&
    matches(name) &&
    isOneOf(status, statuses) &&
    isTime(saved) &&
    (changed === undefined || isTime(changed)) &&
    matches(license) &&
    (verdict === undefined || isOneOf(verdict, verdicts)) &&
    (verdictFor === undefined || matches(verdictFor)) &&
    (review === undefined || isDate(review)) &&
    isList(homes, most.homes, item => matches(item, patterns.home)) &&
    isList(replaces, most.replaces, item => matches(item, patterns.package)) &&
    isList(tags, most.tags, item => matches(item)) &&
    isList(links, most.links, item => matches(item, patterns.link, longest.link)) &&
    isList(history, most.history, isEvent);
  if (!sound) return undefined;
  return toFinding(
    {
      version,
      project,
      name,
      status,
      homes,
      license,
      verdict,
      'verdict-for': verdictFor,
      replaces,
      tags,
      links,
      review,
      saved,
      changed,
      history,
    },
    file.body,
  );
}

type Event = Finding['history'][number];

function isVersion(value: unknown): value is number {
  return typeof value === 'number' && value <= formatVersion;
}

function matches(value: unknown, pattern = /./u, most: number = longest.line): value is string {
  return typeof value === 'string' && value.length <= most && pattern.test(value);
}

function isOneOf<T extends string>(value: unknown, names: readonly T[]): value is T {
  return names.some(name => name === value);
}

/** In the one form in which we write times. */
function isTime(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  const time = Date.parse(value);
  return !Number.isNaN(time) && new Date(time).toISOString() === value;
}

function isDate(value: unknown): value is string {
  return typeof value === 'string' && isTime(`${value}T00:00:00.000Z`);
}

function isList<T>(value: unknown, longestList: number, is: (item: unknown) => item is T): value is T[] {
  return Array.isArray(value) && value.length <= longestList && value.every(is);
}

function isEvent(value: unknown): value is Event {
  if (typeof value !== 'object' || value === null) return false;
  const { status, date, by, ...others }: Partial<Record<string, unknown>> = { ...value };
  const known = isOneOf(status, statuses) && isTime(date) && (by === undefined || matches(by));
  return known && Object.keys(others).length === 0;
}
