import { escapeHtml } from '../html/index.ts';
import type { Finding } from '../model.ts';
import { homeUrl, repositoryUrl } from '../projects/index.ts';
import { barChart } from './chart.ts';
import { lastChange, summary } from './markdown.ts';
import { publishersOf, type ReportInput, sourceOf, suggestionsOf } from './model.ts';
import { plainText } from './plain-text.ts';
import { style } from './style.ts';

/**
 * A page that opens without a network and prints well: everything is in the one file, no script runs, nothing is loaded.
 * Texts of others enter as text, addresses only when they are `http` or `https`.
 */
export function htmlReport(input: ReportInput): string {
  const catalog = input.catalogDate === '' ? '' : `, evidence up to ${time(input.catalogDate)}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="generator" content="Gitee Scout ${text(input.version)}">
<title>${text(input.title)}</title>
<style>${style}</style>
</head>
<body>
<header><h1>${text(input.title)}</h1><p>${text(summary(input))}</p></header>
<main>
${[charts(input), policy(input), suggestions(input), findings(input), problems(input)].filter(part => part !== '').join('\n')}
</main>
<footer><p>Suggestions come from the catalog of Gitee Scout ${text(input.version)}${catalog}. Check each one before you adopt it; license statements are no legal advice.</p></footer>
</body>
</html>
`;
}

function charts(input: ReportInput): string {
  const placed = suggestionsOf(input);
  const drawn = [
    barChart('Suggestions by license', counted(placed.map(({ suggestion }) => licenseOf(suggestion.license)))),
    barChart(
      'Suggestions by effort',
      counted(
        placed
          .filter(({ suggestion }) => suggestion.relation === 'equivalent')
          .map(({ suggestion }) => suggestion.effort),
      ),
    ),
    barChart('Findings by status', counted(input.findings.map(({ status }) => status))),
  ].filter(chart => chart !== '');
  return drawn.length === 0 ? '' : `<section aria-label="Charts" class="charts">${drawn.join('')}</section>`;
}

/** Most first, then by name, so that the order is the same each time. */
function counted(values: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1));
}

function policy({ violations, policies }: ReportInput): string {
  if (policies.length === 0) return '';
  const applied = `<p>Applied: ${policies.map(text).join(', ')}.${violations.length === 0 ? ' Nothing in use is against it.' : ''}</p>`;
  const rows = violations.map(({ decision, place, license, reason }) => [
    `<strong class="${decision}">${decision}</strong>`,
    place.kind === 'dependency'
      ? `<code>${text(place.dependency.name)}</code> in ${text(place.manifest)}`
      : text(place.finding.name),
    text(license),
    text(reason),
  ]);
  return section(
    'Policy',
    applied + table('What the policy does not simply allow', ['Decision', 'What', 'License', 'Why'], rows),
  );
}

function suggestions(input: ReportInput): string {
  const parts = input.files.flatMap(({ manifest }) => {
    const files = [{ manifest, text: '' }];
    const suggested = suggestionsOf({ files }).map(({ dependency, suggestion }) => {
      const source = sourceOf(input.project(suggestion.project));
      return [
        `<code>${text(dependency.name)}</code> ${text(dependency.requirement ?? '')}`,
        link(homeUrl(suggestion.homes), suggestion.name),
        text(relations[suggestion.relation]),
        text(suggestion.relation === 'same-project' ? '' : suggestion.effort),
        text(licenseOf(suggestion.license)),
        text(suggestion.reason),
        source ? `${link(source.source, source.date)}` : '',
      ];
    });
    const published = publishersOf({ files }).map(({ dependency, publisher, reason }) => [
      `<code>${text(dependency.name)}</code> ${text(dependency.requirement ?? '')}`,
      link(homeUrl(publisher), publisher.name),
      'published from China',
      '',
      '',
      text(reason),
      publisher.source === null ? '' : link(publisher.source, 'source'),
    ]);
    const rows = [...suggested, ...published];
    if (rows.length === 0) return [];
    const heading = ['Dependency', 'Project', 'Relation', 'Effort', 'License', 'Why', 'Source'];
    return [`<h3>${text(manifest.path)}</h3>${table(`Suggestions for ${manifest.path}`, heading, rows)}`];
  });
  return parts.length === 0 ? '' : section('Suggestions', parts.join(''));
}

function findings({ findings: all }: ReportInput): string {
  if (all.length === 0) return '';
  const rows = all.map(finding => {
    const { name, homes, status, license, verdict, tags, note } = finding;
    const [home] = homes;
    return [
      link(home && repositoryUrl(home.host, home.path), name),
      text(status),
      text(licenseOf(license)),
      text(verdict ? `${verdict.is} (${verdict.for})` : ''),
      text(tags.join(', ')),
      text(sinceOf(finding)),
      text(note),
    ];
  });
  const heading = ['Project', 'Status', 'License', 'Verdict', 'Tags', 'Since', 'Note'];
  return section('Findings', table('Findings', heading, rows));
}

function sinceOf(finding: Finding): string {
  return lastChange(finding).replaceAll('\\', '');
}

function problems({ files }: ReportInput): string {
  const items = files.flatMap(({ manifest }) =>
    manifest.problems.map(({ message }) => `<li>${text(manifest.path)}: ${text(message)}</li>`),
  );
  return items.length === 0 ? '' : section('Could not be read whole', `<ul>${items.join('')}</ul>`);
}

const relations = {
  equivalent: 'does the same',
  complementary: 'goes well with it',
  'same-project': 'is Chinese',
} as const;

function licenseOf(license: string): string {
  return license === 'NOASSERTION' || license === '' ? 'unknown' : license;
}

function section(title: string, content: string): string {
  return `<section><h2>${title}</h2>${content}</section>`;
}

function table(caption: string, heading: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const head = heading.map(name => `<th scope="col">${name}</th>`).join('');
  const body = rows.map(
    ([first = '', ...cells]) =>
      `<tr><th scope="row">${first}</th>${cells.map(cell => `<td>${cell}</td>`).join('')}</tr>`,
  );
  // Wide tables scroll by themselves, with the keyboard too.
  const region = `<div class="scroll" role="region" tabindex="0" aria-label="${text(caption)}">`;
  return `${region}<table><caption>${text(caption)}</caption><thead><tr>${head}</tr></thead><tbody>\n${body.join('\n')}\n</tbody></table></div>`;
}

function link(url: string | undefined, name: string): string {
  return url !== undefined && /^https?:\/\/[^\s"'<>]+$/.test(url)
    ? `<a href="${text(url)}">${text(name)}</a>`
    : text(name);
}

function time(date: string): string {
  return `<time datetime="${text(date)}">${text(date)}</time>`;
}

/** Texts of others as text. */
export function text(value: string): string {
  return escapeHtml(plainText(value));
}
