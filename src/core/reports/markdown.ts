import type { Finding } from '../model.ts';
import { homeUrl, repositoryUrl } from '../projects/index.ts';
import { asText } from './markdown-text.ts';
import { isChinese, publishersOf, type ReportInput, type ScannedManifest, sourceOf, suggestionsOf } from './model.ts';

/** A Markdown report of a workspace, of findings, or of both. */
export function markdownReport(input: ReportInput): string {
  const manifests = input.files.map(({ manifest }) => manifest);
  const parts = [
    `# ${asText(input.title)}`,
    summary(input),
    ...policySection(input),
    ...manifests.map(manifest => manifestSection(manifest, input)).filter(text => text !== ''),
    ...findingsSection(input),
    [
      `Suggestions come from the catalog of Gitee Scout ${input.version}${input.catalogDate === '' ? '' : `, evidence up to ${input.catalogDate}`}.`,
      'Check each one before you adopt it; license statements are no legal advice.',
    ].join(' '),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** What there is, in one sentence. */
export function summary(input: ReportInput): string {
  const dependencies = input.files.flatMap(({ manifest }) => manifest.dependencies);
  const helped = dependencies.filter(({ suggestions = [] }) => suggestions.length > 0).length;
  const chinese = dependencies.filter(isChinese).length;
  const scanned = [
    count(input.files.length, 'manifest'),
    count(dependencies.length, 'dependency', 'dependencies'),
    `${helped} of them with suggestions`,
    ...(chinese > 0 ? [`${chinese} of Chinese origin`] : []),
  ].join(', ');
  const words = [
    ...(input.files.length > 0 || input.findings.length === 0 ? [scanned] : []),
    ...(input.findings.length > 0 ? [count(input.findings.length, 'finding')] : []),
    ...(input.policies.length > 0 ? [`${input.violations.length} against the policy`] : []),
  ];
  return `${words.join('; ')}.`;
}

function policySection({ violations, policies }: ReportInput): readonly string[] {
  if (policies.length === 0) return [];
  const head = `## Policy\n\nApplied: ${policies.map(asText).join(', ')}.`;
  if (violations.length === 0) return [`${head} Nothing in use is against it.`];
  const rows = violations.map(({ decision, place, license, reason }) =>
    row([
      decision,
      place.kind === 'dependency'
        ? `\`${place.dependency.name}\` in ${asText(place.manifest)}`
        : asText(place.finding.name),
      license,
      asText(reason),
    ]),
  );
  return [head, [row(['Decision', 'What', 'License', 'Why']), '| --- | --- | --- | --- |', ...rows].join('\n')];
}

function manifestSection(manifest: ScannedManifest, { project }: ReportInput): string {
  const files = [{ manifest, text: '' }];
  const suggested = suggestionsOf({ files }).map(({ dependency, suggestion }) =>
    row([
      `\`${dependency.name}\``,
      dependency.requirement ?? '',
      link(suggestion),
      words[suggestion.relation],
      suggestion.effort,
      suggestion.license,
      asText(suggestion.reason),
      evidence(sourceOf(project(suggestion.project))),
    ]),
  );
  const published = publishersOf({ files }).map(({ dependency, publisher, reason }) =>
    row([
      `\`${dependency.name}\``,
      dependency.requirement ?? '',
      link({ name: publisher.name, homes: publisher }),
      'published from China',
      '',
      '',
      asText(reason),
      publisher.source === null ? '' : sourceLink('source', publisher.source),
    ]),
  );
  const rows = [...suggested, ...published];
  const problems = manifest.problems.map(problem => `- ${asText(problem.message)}`);
  if (rows.length === 0 && problems.length === 0) return '';
  const table = [
    row(['Dependency', 'Requirement', 'Project', 'Relation', 'Effort', 'License', 'Why', 'Source']),
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
  ];
  return [
    `## ${asText(manifest.path)}`,
    ...(rows.length > 0 ? [table.join('\n')] : []),
    ...(problems.length > 0 ? [`Could not be read whole:\n\n${problems.join('\n')}`] : []),
  ].join('\n\n');
}

function findingsSection({ findings }: ReportInput): readonly string[] {
  if (findings.length === 0) return [];
  const rows = findings.map(finding =>
    row([
      findingLink(finding),
      finding.status,
      finding.license,
      verdictOf(finding),
      finding.tags.map(asText).join(', '),
      lastChange(finding),
      asText(finding.note),
    ]),
  );
  const head = row(['Project', 'Status', 'License', 'Verdict', 'Tags', 'Since', 'Note']);
  return ['## Findings', [head, '| --- | --- | --- | --- | --- | --- | --- |', ...rows].join('\n')];
}

function verdictOf({ verdict }: Finding): string {
  return verdict ? `${verdict.is} (${verdict.for})` : '';
}

/** The day of the last change of status, and who made it. */
export function lastChange({ history, changedAt }: Finding): string {
  const last = history.at(-1);
  const date = (last?.date ?? changedAt).slice(0, 10);
  return last?.by === undefined ? date : `${date}, ${asText(last.by)}`;
}

function findingLink({ name, homes: [home] }: Finding): string {
  return home ? `[${asText(name)}](${repositoryUrl(home.host, home.path)})` : asText(name);
}

export const words = {
  equivalent: 'equivalent',
  complementary: 'complementary',
  'same-project': 'is Chinese',
} as const;

function evidence(found: ReturnType<typeof sourceOf>): string {
  if (!found) return '';
  return sourceLink(found.date, found.source);
}

function sourceLink(words: string, source: string): string {
  return /^https?:\/\/[^\s)]+$/.test(source) ? `[${words}](${source})` : words;
}

function link({ name, homes }: { readonly name: string; readonly homes: Parameters<typeof homeUrl>[0] }): string {
  const text = asText(name);
  const url = homeUrl(homes);
  return url ? `[${text}](${url})` : text;
}

function row(cells: readonly string[]): string {
  return `| ${cells.map(cell => cell.replaceAll(/\s+/g, ' ').replaceAll(/(?<!\\)\|/g, '\\|')).join(' | ')} |`;
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
