import * as vscode from 'vscode';
import type { Capability, PackagePublisher, Project, Suggestion } from '../../core/model.ts';
import { commands, views } from '../contributions.ts';
import { counted } from '../counted.ts';
import { type LicenseAnswer, licenseWords } from '../license-judge.ts';
import type { IndexedDependency } from '../manifest-index.ts';
import { commandLink, escapeMarkdown, webLink } from '../markdown.ts';
import type { ProjectTarget } from '../project-target.ts';
import { publisherPlaces, publisherText } from '../publisher-text.ts';
import { reasonText } from '../reason-text.ts';
import {
  effortLabel,
  homeAddress,
  projectStatusLabel,
  publisherIcon,
  relationIcons,
  relationLabel,
} from '../wording.ts';

/** Commands that the hover's links may run, and no others. */
export const hoverCommands: readonly string[] = [
  commands.openProject,
  commands.saveFinding,
  commands.ignoreDependency,
  commands.compare,
  commands.lookUpDependency,
  `${views.suggestions}.focus`,
];

/** What the hover says besides what stands in the index. */
export interface HoverFacts {
  project(id: string): Project | undefined;
  capability(id: string): Capability | undefined;
  /** What the license of a suggested project means here; `undefined` where it could not be found out. */
  answer(id: string): LicenseAnswer | undefined;
  /** Whether a package may be looked up on Gitee when somebody clicks. */
  readonly canLookUp: boolean;
}

/** Suggestions shown in full; the view has the others. */
const shownInFull = 3;

/** The hover of a dependency as Markdown; `undefined` when there is nothing to say. */
export function hoverText(dependency: IndexedDependency, uri: string, facts: HoverFacts): string | undefined {
  const { suggestions, chinese, publisher, name, purl } = dependency;
  if (suggestions.length === 0 && !chinese) return undefined;
  const ignore = commandLink(vscode.l10n.t('Ignore {0} here', name), commands.ignoreDependency, { purl, uri });
  if (publisher) return publisherHover(publisher, dependency, { uri, ignore, ...facts });
  const rest = suggestions.length - shownInFull;
  const more =
    rest > 0
      ? [
          commandLink(
            counted(vscode.l10n.t('{0} more in the Suggestions view|{0} more in the Suggestions view'), rest),
            `${views.suggestions}.focus`,
          ),
        ]
      : [];
  const equivalents = suggestions.filter(({ relation }) => relation === 'equivalent').slice(0, shownInFull);
  const compared = { purl, projects: equivalents.map(({ project }) => project) };
  const compare = equivalents.length > 0 ? [commandLink(vscode.l10n.t('Compare'), commands.compare, compared)] : [];
  return [
    ...(chinese ? [originText(dependency, facts)] : []),
    ...suggestions.slice(0, shownInFull).map(suggestion => suggestionText(suggestion, dependency, facts)),
    [...compare, ...more, ignore].join(' · '),
  ].join('\n\n');
}

/** Nothing is asked of Gitee for it: the link to look it up is for whoever clicks it. */
function publisherHover(
  publisher: PackagePublisher,
  { name, purl }: IndexedDependency,
  { uri, ignore, canLookUp }: Pick<HoverFacts, 'canLookUp'> & { readonly uri: string; readonly ignore: string },
): string {
  const nothing = vscode.l10n.t('The catalog has no entry for this project, and suggests nothing in its place.');
  const links = [
    ...publisherPlaces(publisher).map(({ label, url }) => webLink(label, url)),
    ...(publisher.source === null ? [] : [webLink(vscode.l10n.t('Source'), publisher.source)]),
  ];
  const lookUp = commandLink(vscode.l10n.t('Look Up {0} on Gitee', name), commands.lookUpDependency, { purl, uri });
  return [
    `$(${publisherIcon}) **${escapeMarkdown(publisherText(publisher))}**`,
    [escapeMarkdown(nothing), links.join(' · ')].filter(line => line !== '').join('  \n'),
    [...(canLookUp ? [lookUp] : []), ignore].join(' · '),
  ].join('\n\n');
}

function originText({ name, suggestions }: IndexedDependency, facts: HoverFacts): string {
  const own = suggestions.find(({ relation }) => relation === 'same-project');
  const steward = own ? facts.project(own.project)?.steward : undefined;
  const origin = escapeMarkdown(vscode.l10n.t('{0} is itself of Chinese origin.', name));
  return steward ? `${origin} ${escapeMarkdown(vscode.l10n.t('Behind it: {0}.', steward.name))}` : origin;
}

function suggestionText(suggestion: Suggestion, dependency: IndexedDependency, facts: HoverFacts): string {
  const { name, relation, effort, license } = suggestion;
  const project = facts.project(suggestion.project);
  const target: ProjectTarget = { reference: { project: suggestion.project }, name, replaces: dependency.purl };
  const words = [
    relationLabel(relation),
    ...(relation === 'equivalent' ? [effortLabel(effort)] : []),
    licenseWords(license, facts.answer(suggestion.project)),
    ...(project ? [projectStatusLabel(project.status)] : []),
  ];
  const head = `$(${relationIcons[relation]}) **${commandLink(name, commands.openProject, target)}** · ${words.map(escapeMarkdown).join(' · ')}`;
  const actions = [
    commandLink(vscode.l10n.t('Open page'), commands.openProject, target),
    commandLink(vscode.l10n.t('Save as finding'), commands.saveFinding, target),
    ...homeLinks(suggestion),
  ];
  return [
    head,
    [escapeMarkdown(reasonText(suggestion, facts)), ...sourceLinks(suggestion)].join(' '),
    actions.join(' · '),
  ].join('  \n');
}

/** Where a claim of the reason comes from. */
function sourceLinks({ reasons }: Suggestion): readonly string[] {
  return reasons.flatMap(reason =>
    'source' in reason && reason.source.startsWith('https://') ? [webLink(vscode.l10n.t('Source'), reason.source)] : [],
  );
}

function homeLinks({ homes }: Suggestion): readonly string[] {
  return (['gitee', 'github', 'atomgit'] as const).flatMap(host => {
    const path = homes[host];
    if (!path) return [];
    const { label, url } = homeAddress(host, path);
    return [webLink(label, url)];
  });
}
