import * as vscode from 'vscode';
import type { PackagePublisher, Suggestion } from '../../core/model.ts';
import { commands } from '../contributions.ts';
import { counted } from '../counted.ts';
import { type LicenseAnswer, licenseWords } from '../license-judge.ts';
import { escapeMarkdown } from '../markdown.ts';
import { publisherName, publisherPlaces, publisherText } from '../publisher-text.ts';
import { effortLabel, homeAddress, publisherIcon, relationIcons, relationLabel } from '../wording.ts';
import type {
  CapabilityNode,
  DependencyNode,
  ManifestNode,
  MoreNode,
  ProjectNode,
  PublisherNode,
  Row,
  SuggestionNode,
  TreeNode,
  UnreadFileNode,
  UnreadNode,
} from './nodes.ts';

const { Collapsed, None } = vscode.TreeItemCollapsibleState;

/** How a node looks. `several` opens what would otherwise be the only line. */
export function itemOf(
  node: TreeNode,
  {
    several,
    capabilityLabel,
    answer,
    reason = suggestion => suggestion.reason,
  }: {
    readonly several: boolean;
    readonly capabilityLabel: (id: string) => string;
    /** What the license of a suggestion or project means here. */
    readonly answer?: LicenseAnswer | undefined;
    /** Why a suggestion is made, in the language of the interface. */
    readonly reason?: (suggestion: Suggestion) => string;
  },
): vscode.TreeItem {
  switch (node.kind) {
    case 'manifest':
      return manifestItem(node, several);
    case 'capability':
      return capabilityItem(node, capabilityLabel);
    case 'project':
      return projectItem(node, answer);
    case 'publisher':
      return publisherItem(node);
    case 'dependency':
      return dependencyItem(node);
    case 'suggestion':
      return suggestionItem(node, answer, reason(node.suggestion));
    case 'unread':
      return unreadItem(node);
    case 'unread-file':
      return unreadFileItem(node);
    case 'more':
      return moreItem(node);
  }
}

function manifestItem({ id, manifest, rows }: ManifestNode, several: boolean): vscode.TreeItem {
  const state = several ? Collapsed : vscode.TreeItemCollapsibleState.Expanded;
  const { all, words } = countsOf(rows);
  return item(manifest.label, state, {
    id,
    resourceUri: manifest.uri,
    iconPath: vscode.ThemeIcon.File,
    contextValue: 'manifest',
    description: String(all),
    tooltip: `${manifest.label}\n${words}`,
    accessibilityInformation: { label: `${manifest.label}, ${words}` },
  });
}

/** How many dependencies the rows are of, and what there is for them, in words. */
function countsOf(rows: readonly Row[]): { readonly all: number; readonly words: string } {
  const countOf = (some: readonly Row[]) => new Set(some.map(({ dependency }) => dependency.purl)).size;
  const suggested = countOf(rows.filter(({ suggestion }) => suggestion));
  const chinese = countOf(rows.filter(({ dependency }) => dependency.chinese));
  const words = [
    vscode.l10n.t('dependencies with suggestions: {0}', suggested),
    ...(chinese > 0 ? [vscode.l10n.t('of Chinese origin: {0}', chinese)] : []),
  ];
  return { all: countOf(rows), words: words.join(', ') };
}

function capabilityItem({ id, capability, rows }: CapabilityNode, labelOf: (id: string) => string): vscode.TreeItem {
  const label = capability === '' ? vscode.l10n.t('Other') : labelOf(capability);
  const { all, words } = countsOf(rows);
  return item(label, Collapsed, {
    id,
    iconPath: new vscode.ThemeIcon('symbol-interface'),
    contextValue: 'capability',
    description: String(all),
    accessibilityInformation: { label: `${label}, ${words}` },
  });
}

function projectItem({ id, suggestion, rows }: ProjectNode, answer: LicenseAnswer | undefined): vscode.TreeItem {
  const words = vscode.l10n.t('{0} · for {1}', licenseWords(suggestion.license, answer), rows.length);
  return item(suggestion.name, Collapsed, {
    id,
    iconPath: new vscode.ThemeIcon('repo'),
    contextValue: 'project',
    description: words,
    tooltip: homesTooltip(suggestion.homes, suggestion.name),
    accessibilityInformation: {
      label: `${vscode.l10n.t('{0}, dependencies for which it is suggested: {1}', suggestion.name, rows.length)}, ${words}`,
    },
  });
}

/** Nothing is known of its projects: there is no page to open. */
function publisherItem({ id, publisher, rows }: PublisherNode): vscode.TreeItem {
  const name = publisherName(publisher);
  const words = vscode.l10n.t('of Chinese origin: {0}', rows.length);
  return item(name, Collapsed, {
    id,
    iconPath: publisherTheme,
    contextValue: 'publisher',
    description: words,
    tooltip: publisherTooltip(publisher),
    accessibilityInformation: { label: `${name}, ${words}` },
  });
}

function publisherTooltip(publisher: PackagePublisher): vscode.MarkdownString {
  const places = publisherPlaces(publisher).map(({ label }) => escapeMarkdown(label));
  return new vscode.MarkdownString([escapeMarkdown(publisherText(publisher)), places.join('  \n')].join('\n\n'));
}

function dependencyItem(node: DependencyNode): vscode.TreeItem {
  const { id, dependency, manifest, parent, rows } = node;
  const { name, publisher } = dependency;
  const leaf = parent.kind === 'project' || parent.kind === 'publisher' || publisher !== undefined;
  const by = publisher && parent.kind !== 'publisher' ? publisherText(publisher) : '';
  const requirement = dependency.resolved ?? dependency.requirement;
  const where = parent.kind === 'manifest' ? (requirement ?? '') : manifest.label;
  const count = parent.kind !== 'project' && rows.length > 1 ? vscode.l10n.t('suggestions: {0}', rows.length) : '';
  return item(name, leaf ? None : Collapsed, {
    id,
    iconPath: publisher ? publisherTheme : new vscode.ThemeIcon('package'),
    contextValue: 'dependency',
    description: [where, count, by].filter(text => text !== '').join(' · '),
    tooltip: [`${name} ${requirement ?? ''}`, manifest.label, ...(publisher ? [publisherText(publisher)] : [])].join(
      '\n',
    ),
    command: {
      title: vscode.l10n.t('Show in Manifest'),
      command: commands.revealDependency,
      arguments: [{ purl: dependency.purl, uri: manifest.uri, preserveFocus: true }],
    },
    accessibilityInformation: {
      label: leaf
        ? [vscode.l10n.t('{0} in {1}', name, manifest.label), by].filter(text => text !== '').join(', ')
        : vscode.l10n.t('{0}, suggestions: {1}', name, rows.length),
    },
  });
}

function suggestionItem(
  { id, suggestion, target }: SuggestionNode,
  answer: LicenseAnswer | undefined,
  reason: string,
): vscode.TreeItem {
  const { name, relation, effort, license } = suggestion;
  const words = relation === 'equivalent' ? effortLabel(effort) : relationLabel(relation);
  const description = `${words} · ${licenseWords(license, answer)}`;
  return item(name, None, {
    id,
    iconPath: new vscode.ThemeIcon(relationIcons[relation], relationColors[relation]),
    contextValue: 'suggestion',
    description,
    tooltip: suggestionTooltip([reason, ...reasonsOf(answer)], suggestion.homes, `${name}: ${relationLabel(relation)}`),
    command: { title: vscode.l10n.t('Open Project Page'), command: commands.openProject, arguments: [target] },
    accessibilityInformation: { label: `${name}, ${relationLabel(relation)}, ${description}` },
  });
}

const publisherTheme = new vscode.ThemeIcon(publisherIcon, new vscode.ThemeColor('charts.yellow'));

const relationColors = {
  equivalent: new vscode.ThemeColor('charts.green'),
  complementary: new vscode.ThemeColor('charts.blue'),
  'same-project': new vscode.ThemeColor('charts.yellow'),
} as const;

function unreadItem({ id, files }: UnreadNode): vscode.TreeItem {
  return item(vscode.l10n.t('Not read, or not wholly'), Collapsed, {
    id,
    iconPath: new vscode.ThemeIcon('warning'),
    contextValue: 'unread',
    description: String(files.length),
  });
}

function moreItem({ id, nodes }: MoreNode): vscode.TreeItem {
  const label = counted(vscode.l10n.t('{0} more|{0} more'), nodes.length);
  return item(label, Collapsed, {
    id,
    iconPath: new vscode.ThemeIcon('ellipsis'),
    contextValue: 'more',
    accessibilityInformation: { label },
  });
}

function unreadFileItem({ id, file }: UnreadFileNode): vscode.TreeItem {
  return item(file.label, None, {
    id,
    iconPath: new vscode.ThemeIcon('warning'),
    contextValue: 'unreadFile',
    description: file.message,
    tooltip: `${file.label}\n${file.message}`,
    command: { title: vscode.l10n.t('Open File'), command: 'vscode.open', arguments: [file.uri] },
    accessibilityInformation: { label: `${file.label}, ${file.message}` },
  });
}

type Homes = SuggestionNode['suggestion']['homes'];

function suggestionTooltip(reasons: readonly string[], homes: Homes, title: string): vscode.MarkdownString {
  const paragraphs = [`**${escapeMarkdown(title)}**`, ...reasons.map(escapeMarkdown), homesText(homes)];
  return new vscode.MarkdownString(paragraphs.join('\n\n'));
}

/** Why the license means what it means here. */
function reasonsOf(answer: LicenseAnswer | undefined): readonly string[] {
  return [answer?.verdict?.reason, answer?.policy?.reason].filter(reason => reason !== undefined);
}

function homesTooltip(homes: Homes, title: string): vscode.MarkdownString {
  return new vscode.MarkdownString(`**${escapeMarkdown(title)}**\n\n${homesText(homes)}`);
}

function homesText(homes: Homes): string {
  return (['gitee', 'github', 'atomgit'] as const)
    .flatMap(host => {
      const path = homes[host];
      return path ? [escapeMarkdown(homeAddress(host, path).label)] : [];
    })
    .join('  \n');
}

function item(
  label: string,
  state: vscode.TreeItemCollapsibleState,
  fields: Omit<vscode.TreeItem, 'label' | 'collapsibleState'>,
): vscode.TreeItem {
  return Object.assign(new vscode.TreeItem(label, state), fields);
}
