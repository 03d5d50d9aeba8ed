import type { PackagePublisher, SearchResult, Suggestion, Suggestions } from '../core/model.ts';
import { homeUrl, type Part, type ProjectPage } from '../core/projects/index.ts';
import type { PolicyViolation, ScannedManifest } from '../core/reports/index.ts';
import { inEnglish, publisherSentence } from '../core/sentences/index.ts';

/** A scan as lines for a person: only what has something to say. */
export function scanText(manifests: readonly ScannedManifest[]): string {
  const dependencies = manifests.reduce((sum, manifest) => sum + manifest.dependencies.length, 0);
  const parts = manifests.map(manifest => {
    const lines = manifest.dependencies.flatMap(({ name, requirement, suggestions = [], publisher }) => {
      const said = [
        ...suggestions.map(suggestion => `    ${suggestionLine(suggestion)}`),
        ...(publisher ? [`    ${publisherLine(publisher)}`] : []),
      ];
      return said.length === 0 ? [] : [`  ${name} ${requirement ?? ''}`.trimEnd(), ...said];
    });
    const problems = manifest.problems.map(problem => `  ! ${problem.message}`);
    return lines.length + problems.length === 0 ? '' : `${manifest.path}\n${[...lines, ...problems].join('\n')}\n`;
  });
  return `${parts.join('')}${count(manifests.length, 'manifest', 'manifests')}, ${count(dependencies, 'dependency', 'dependencies')}.\n`;
}

/** What is against policies, as lines for a person; nothing where none was applied. */
export function violationsText(violations: readonly PolicyViolation[], policies: readonly string[]): string {
  if (policies.length === 0) return '';
  const lines = violations.map(({ decision, place, reason }) => {
    const what = place.kind === 'dependency' ? `${place.manifest}: ${place.dependency.name}` : place.finding.name;
    return `${decision}: ${what}: ${reason}\n`;
  });
  return `Policy ${policies.join(', ')}: ${violations.length === 0 ? 'nothing in use is against it' : `${violations.length} against it`}.\n${lines.join('')}`;
}

/** Colors for the lines of a scan. Made after the text was freed of control characters, so that no other can get in. */
export function highlighted(text: string, colors: boolean): string {
  if (!colors) return text;
  const paint = (code: number, part: string) => `\u001b[${code}m${part}\u001b[0m`;
  return text
    .replaceAll(/^\S.*\/?[^/\s]+\.[^\s.:]+$/gm, part => paint(1, part))
    .replaceAll(/^denied(?=:)/gm, part => paint(31, part))
    .replaceAll(/^review(?=:)| {2}! .*$/gm, part => paint(33, part))
    .replaceAll(/^ {4}(?:->|\+|is)(?= )/gm, part => paint(32, part));
}

const arrows = { equivalent: '->', complementary: '+', 'same-project': 'is' } as const;

function suggestionLine({ relation, name, license, reason, verified }: Suggestion): string {
  return `${arrows[relation]} ${name} (${license}${verified ? '' : ', not verified'}): ${reason}`;
}

/** `Published by Alibaba (China). https://github.com/alibaba` */
function publisherLine(publisher: PackagePublisher): string {
  const sentence = inEnglish(publisherSentence(publisher));
  return `${sentence} ${homeUrl(publisher) ?? ''}`.trim();
}

/** Has anybody asked a registry or Gitee whether the catalog is right? */
function verifiedText(date: string | null | undefined): string {
  return date ? `verified ${date}` : 'not verified';
}

/** Suggestions as lines for a person. */
export function suggestionsText(answers: readonly Suggestions[]): string {
  return answers
    .map(({ purl, origin, publisher, suggestions }) => {
      if (publisher) return `${purl}\n  ${publisherLine(publisher)}\n`;
      if (suggestions.length === 0)
        return `${purl}: ${origin === 'unknown' ? 'not in the catalog' : 'no suggestion'}\n`;
      const lines = suggestions.map(({ name, relation, effort, license, reason, homes, verified }) => {
        return `  ${name} (${relation}, ${effort}, ${license}, ${verifiedText(verified)})\n    ${reason}\n    ${homeUrl(homes) ?? ''}\n`;
      });
      return `${purl}\n${lines.join('')}`;
    })
    .join('');
}

/** Search hits as lines for a person, with who answered and who did not. */
export function searchText({ hits, expanded, sources }: SearchResult): string {
  const lines = hits.map(({ name, path, host, description, stars, license }) => {
    const facts = [stars === null ? '' : `${stars} stars`, license ?? ''].filter(fact => fact !== '').join(', ');
    return `${name}  ${host}:${path}${facts === '' ? '' : `  (${facts})`}\n    ${description}\n`;
  });
  const also = expanded.length > 0 ? [`Also searched: ${expanded.join(', ')}\n`] : [];
  return [...lines, ...also, ...sources.map(({ source, status, detail }) => `${source}: ${status}. ${detail}\n`)].join(
    '',
  );
}

/** A project's page as lines for a person, each fact with its source; what is missing is said. */
export function projectText({ name, home, facts, repository, license, releases, readme }: ProjectPage): string {
  const lines = [
    name,
    home?.url,
    part(
      facts,
      project => `${project.summary.en}\n${project.steward.name}, ${project.status}, ${verifiedText(project.verified)}`,
    ),
    part(
      repository,
      ({ stars, pushedAt, state }) =>
        `${stars} stars, last push ${pushedAt?.slice(0, 10) ?? 'unknown'}${state === 'open' ? '' : `, ${state}`}`,
    ),
    part(
      license,
      ({ expression, confidence, conflict }) =>
        `License: ${expression} (confidence: ${confidence})${conflict ? `. ${conflict}` : ''}`,
    ),
    part(releases, ([latest]) =>
      latest
        ? `Latest release: ${latest.tag}${latest.createdAt ? `, ${latest.createdAt.slice(0, 10)}` : ''}`
        : 'No releases',
    ),
    part(readme, ({ path, language }) => `README: ${path} (${language})`),
  ];
  return `${lines.filter(line => line !== undefined).join('\n')}\n`;
}

function part<T>(state: Part<T>, text: (value: T) => string): string | undefined {
  switch (state.kind) {
    case 'found':
      return `${text(state.value)}  [${state.source}, ${state.receivedAt.slice(0, 10)}]`;
    case 'none':
    case 'missing':
      return state.message;
    case 'loading':
      return undefined;
  }
}

function count(number: number, one: string, several: string): string {
  return `${number} ${number === 1 ? one : several}`;
}
