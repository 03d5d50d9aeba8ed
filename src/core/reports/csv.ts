import type { Dependency } from '../model.ts';
import { homeUrl, repositoryUrl } from '../projects/index.ts';
import { publishersOf, type ReportInput, sourceOf, suggestionsOf } from './model.ts';
import { locator } from './places.ts';

const columns = [
  'kind', 'manifest', 'line', 'dependency', 'purl', 'requirement', 'scope', 'project', 'relation', 'effort',
  'status', 'license', 'policy', 'address', 'reason', 'source', 'date',
] as const; // biome-ignore format: a row

type Row = Partial<Record<(typeof columns)[number], string>>;

/** One table (RFC 4180, UTF-8 with a byte order mark so that Excel reads it as such): policy, suggestions, publishers, findings. */
export function csvReport(input: ReportInput): string {
  const lines = new Map(input.files.map(({ manifest, text }) => [manifest.path, locator(text)] as const));
  const placeOf = (manifest: string, { name, purl, requirement, scope, nameRange }: Dependency) => ({
    manifest,
    line: String(lines.get(manifest)?.(nameRange).startLine ?? ''),
    dependency: name,
    purl,
    requirement: requirement ?? '',
    scope,
  });
  const evidence = (id: string) => sourceOf(input.project(id)) ?? { source: '', date: '' };
  const violations = input.violations.map(({ place, project, license, decision, reason }): Row => {
    const row = { kind: 'policy', project, license, policy: decision, reason, ...evidence(project) };
    if (place.kind === 'finding') return { ...row, status: place.finding.status };
    return { ...row, ...placeOf(place.manifest, place.dependency) };
  });
  const suggestions = suggestionsOf(input).map(
    ({ manifest, dependency, suggestion }): Row => ({
      kind: 'suggestion',
      ...placeOf(manifest, dependency),
      project: suggestion.name,
      relation: suggestion.relation,
      effort: suggestion.effort,
      license: suggestion.license,
      address: homeUrl(suggestion.homes) ?? '',
      reason: suggestion.reason,
      ...evidence(suggestion.project),
    }),
  );
  const publishers = publishersOf(input).map(
    ({ manifest, dependency, publisher, reason }): Row => ({
      kind: 'publisher',
      ...placeOf(manifest, dependency),
      project: publisher.name,
      address: homeUrl(publisher) ?? '',
      reason,
      source: publisher.source ?? '',
    }),
  );
  const findings = input.findings.map(
    ({ id, name, status, license, homes: [home], note, replaces, savedAt }): Row => ({
      kind: 'finding',
      project: name,
      purl: replaces.join(' '),
      status,
      license,
      address: home ? repositoryUrl(home.host, home.path) : '',
      reason: note,
      source: evidence(id).source || 'finding',
      date: savedAt.slice(0, 10),
    }),
  );
  const rows = [...violations, ...suggestions, ...publishers, ...findings].map(row =>
    columns.map(column => cell(row[column] ?? '')),
  );
  return `\uFEFF${[columns, ...rows].map(row => `${row.join(',')}\r\n`).join('')}`;
}

/** A spreadsheet runs what begins as a formula: an apostrophe makes a text of it. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
