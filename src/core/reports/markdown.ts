import type { Suggestion } from '../model.ts';
import { homeUrl } from '../projects/index.ts';
import type { ScannedManifest } from './model.ts';

/** A scan as a Markdown report: the same input gives the same text. */
export function markdownReport(manifests: readonly ScannedManifest[]): string {
  const dependencies = manifests.flatMap(manifest => manifest.dependencies);
  const withSuggestions = dependencies.filter(dependency => (dependency.suggestions ?? []).length > 0);
  const parts = [
    '# Chinese open source for this workspace',
    `${count(manifests.length, 'manifest')}, ${count(dependencies.length, 'dependency', 'dependencies')}, ${withSuggestions.length} of them with suggestions.`,
    ...manifests.map(section).filter(text => text !== ''),
    'Suggestions come from the catalog of Gitee Scout. Check each one before you adopt it; license statements are no legal advice.',
  ];
  return `${parts.join('\n\n')}\n`;
}

function section(manifest: ScannedManifest): string {
  const rows = manifest.dependencies.flatMap(dependency =>
    (dependency.suggestions ?? []).map(suggestion =>
      row([
        `\`${dependency.name}\``,
        dependency.requirement ?? '',
        link(suggestion),
        words[suggestion.relation],
        suggestion.effort,
        suggestion.license,
        suggestion.reason,
      ]),
    ),
  );
  const problems = manifest.problems.map(problem => `- ${asText(problem.message)}`);
  if (rows.length === 0 && problems.length === 0) return '';
  const table = [
    row(['Dependency', 'Requirement', 'Project', 'Relation', 'Effort', 'License', 'Why']),
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
  ];
  return [
    `## ${asText(manifest.path)}`,
    ...(rows.length > 0 ? [table.join('\n')] : []),
    ...(problems.length > 0 ? [`Could not be read whole:\n\n${problems.join('\n')}`] : []),
  ].join('\n\n');
}

const words = { equivalent: 'equivalent', complementary: 'complementary', 'same-project': 'is Chinese' } as const;

function link({ name, homes }: Suggestion): string {
  const text = asText(name);
  const url = homeUrl(homes);
  return url ? `[${text}](${url})` : text;
}

function row(cells: readonly string[]): string {
  return `| ${cells.map(cell => cell.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`;
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** Markdown's own signs in texts of others stay signs. */
function asText(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>#|]/g, '\\$&');
}
