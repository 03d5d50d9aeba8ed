import * as vscode from 'vscode';
import type { FindingCheck, FindingNews } from '../../core/findings/index.ts';
import type { Finding, FindingStatus } from '../../core/model.ts';
import { commands } from '../contributions.ts';
import { counted } from '../counted.ts';
import { dateText } from '../dates.ts';
import { type LicenseAnswer, licenseWords } from '../license-judge.ts';
import { escapeMarkdown } from '../markdown.ts';
import { toldText } from '../sentence-text.ts';
import { homeAddress, statusIcons, statusLabel, verdictLabel } from '../wording.ts';
import type { DamagedNode, FindingNode, FindingsNode, GroupNode, MoreNode } from './nodes.ts';

const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
/** A longer group is closed at first, so that the others can be seen. */
const longGroup = 100;

/** So much of a note stands in its row and in the tooltip, UTF-16 units: a hundred pages in a row stop the whole window. */
const longestDescription = 200;
const longestTooltip = 2000;

/** How a node looks; `answer` is what the license of a finding means here. */
export function itemOf(node: FindingsNode, answer?: LicenseAnswer | undefined): vscode.TreeItem {
  switch (node.kind) {
    case 'group':
      return groupItem(node);
    case 'finding':
      return findingItem(node, answer);
    case 'damaged':
      return damagedItem(node);
    case 'more':
      return moreItem(node);
  }
}

const groupIcons = { status: 'circle-outline', tag: 'tag', place: 'folder', capability: 'symbol-class' } as const;

export function isStatus(key: string): key is FindingStatus {
  return Object.hasOwn(statusIcons, key);
}

function groupItem({ by, key, label, findings, growing }: GroupNode): vscode.TreeItem {
  const state = growing || key === 'rejected' || findings.length > longGroup ? Collapsed : Expanded;
  const icon = by === 'status' && isStatus(key) ? statusIcons[key] : groupIcons[by];
  return Object.assign(new vscode.TreeItem(label, state), {
    // Another id, or VS Code would keep it closed when it turns out to be short.
    id: `${by} ${key}${growing ? ' growing' : ''}`,
    iconPath: new vscode.ThemeIcon(icon),
    contextValue: 'group',
    description: String(findings.length),
    accessibilityInformation: { label: vscode.l10n.t('{0}, findings: {1}', label, findings.length) },
  });
}

function findingItem(
  { saved, target, group, due, check, place: label }: FindingNode,
  answer: LicenseAnswer | undefined,
): vscode.TreeItem {
  const { finding, place, path } = saved;
  const [firstLine = ''] = shortened(finding.note, longestDescription).split('\n');
  const changed = check?.news.map(newsLabel) ?? [];
  const words = [
    ...(label === undefined ? [] : [label]),
    ...(due ? [vscode.l10n.t('review was due on {0}', dateText(finding.review ?? ''))] : []),
    ...changed,
    licenseWords(finding.license, answer),
    ...(firstLine ? [firstLine] : []),
  ].join(' · ');
  const color = due || changed.length > 0 ? new vscode.ThemeColor('list.warningForeground') : undefined;
  const icon = due ? 'bell-dot' : changed.length > 0 ? 'info' : 'repo';
  return Object.assign(new vscode.TreeItem(finding.name), {
    id: `${group}\n${place} ${path}`,
    iconPath: new vscode.ThemeIcon(icon, color),
    contextValue: 'finding',
    description: words,
    tooltip: tooltipOf(finding, check, answer),
    command: { title: vscode.l10n.t('Open Project Page'), command: commands.openProject, arguments: [target] },
    accessibilityInformation: { label: `${finding.name}, ${statusLabel(finding.status)}, ${words}` },
  });
}

function shortened(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest).trimEnd()}…`;
}

function tooltipOf(
  finding: Finding,
  check: FindingCheck | undefined,
  answer: LicenseAnswer | undefined,
): vscode.MarkdownString {
  const { verdict, history, review } = finding;
  const last = history.at(-1);
  const changed = !last
    ? []
    : [
        last.by === undefined
          ? vscode.l10n.t('{0} since {1}', statusLabel(last.status), dateText(last.date))
          : vscode.l10n.t('{0} since {1}, by {2}', statusLabel(last.status), dateText(last.date), last.by),
      ];
  const lines = [
    ...shortened(finding.note, longestTooltip)
      .split(/\n{2,}/)
      .filter(paragraph => paragraph !== ''),
    ...[answer?.verdict?.reason, answer?.policy?.reason].filter(reason => reason !== undefined),
    ...finding.homes.map(({ host, path }) => homeAddress(host, path).label),
    ...(verdict ? [vscode.l10n.t('When it was saved: {0} ({1})', verdictLabel(verdict.is), verdict.for)] : []),
    ...(finding.tags.length > 0
      ? [vscode.l10n.t('Tags: {0}', shortened(finding.tags.join(', '), longestTooltip))]
      : []),
    ...(review === undefined ? [] : [vscode.l10n.t('Review on {0}', dateText(review))]),
    ...changed,
    vscode.l10n.t('Saved on {0}', dateText(finding.savedAt)),
    ...(check ? [checkLabel(check)] : []),
  ];
  return new vscode.MarkdownString([`**${escapeMarkdown(finding.name)}**`, ...lines.map(escapeMarkdown)].join('\n\n'));
}

function checkLabel({ news, unanswered }: FindingCheck): string {
  const said =
    news.length > 0
      ? vscode.l10n.t('Since it was saved: {0}', news.map(newsLabel).join('; '))
      : vscode.l10n.t('Nothing has changed since it was saved.');
  return unanswered === undefined ? said : vscode.l10n.t('{0} Not all could be asked: {1}', said, toldText(unanswered));
}

/** One thing that changed, in a few words and with who says so. */
export function newsLabel(news: FindingNews): string {
  const { source } = news;
  switch (news.kind) {
    case 'license':
      return vscode.l10n.t('license now {0} ({1})', news.now, source);
    case 'closed':
      return vscode.l10n.t('closed ({0})', source);
    case 'paused':
      return vscode.l10n.t('paused ({0})', source);
    case 'moved':
      return vscode.l10n.t('moved to {0} ({1})', news.to, source);
    case 'gone':
      return vscode.l10n.t('repository gone ({0})', source);
    case 'release':
      return vscode.l10n.t('new release {0} of {1} ({2})', news.tag, dateText(news.date), source);
    case 'quiet':
      return vscode.l10n.t('no push since {0} ({1})', dateText(news.since), source);
  }
}

function damagedItem({ unread }: DamagedNode): vscode.TreeItem {
  const { place, path, kind } = unread;
  const message = toldText(unread);
  const label = path === '' ? vscode.l10n.t('Folder cannot be read') : path;
  return Object.assign(new vscode.TreeItem(label), {
    id: `damaged ${place} ${path}`,
    iconPath: new vscode.ThemeIcon(kind === 'conflict' ? 'git-merge' : kind === 'newer' ? 'info' : 'warning'),
    contextValue: path === '' ? 'unreachable' : 'damaged',
    description: message,
    tooltip: message,
    ...(path === ''
      ? {}
      : {
          command: {
            title: vscode.l10n.t('Open File of Finding'),
            command: commands.openFindingFile,
            arguments: [{ kind: 'damaged', unread }],
          },
        }),
    accessibilityInformation: { label: vscode.l10n.t('{0}, cannot be read: {1}', label, message) },
  });
}

function moreItem({ group, hidden }: MoreNode): vscode.TreeItem {
  return Object.assign(new vscode.TreeItem(counted(vscode.l10n.t('{0} more|{0} more'), hidden)), {
    id: `more ${group.by} ${group.key}`,
    iconPath: new vscode.ThemeIcon('ellipsis'),
    contextValue: 'more',
    description: vscode.l10n.t('filter to see them'),
    command: { title: vscode.l10n.t('Filter Findings...'), command: commands.filterFindings },
  });
}
