import * as vscode from 'vscode';
import type { FindingList, SavedFinding, UnreadFinding } from '../../core/findings/index.ts';
import type { Finding, FindingStatus } from '../../core/model.ts';
import { commands } from '../contributions.ts';
import { type LicenseAnswer, licenseWords } from '../license-judge.ts';
import { escapeMarkdown } from '../markdown.ts';
import type { ProjectTarget } from '../project-target.ts';
import { homeAddress, statusIcons, statusLabel } from '../wording.ts';

export interface StatusNode {
  readonly kind: 'status';
  readonly status: FindingStatus;
  readonly findings: readonly SavedFinding[];
}
export interface FindingNode {
  readonly kind: 'finding';
  readonly saved: SavedFinding;
  /** For the commands on projects. */
  readonly target: ProjectTarget;
}
/** A file that cannot be read. */
export interface DamagedNode {
  readonly kind: 'damaged';
  readonly unread: UnreadFinding;
}
export type FindingsNode = StatusNode | FindingNode | DamagedNode;

export const statuses = ['evaluating', 'candidate', 'adopted', 'rejected'] as const satisfies readonly FindingStatus[];

/** One group for each status that has findings, then the files that cannot be read. */
export function rootsOf({ findings, unread }: FindingList): readonly FindingsNode[] {
  const groups = statuses.flatMap((status): readonly StatusNode[] => {
    const own = findings.filter(({ finding }) => finding.status === status);
    return own.length > 0 ? [{ kind: 'status', status, findings: own }] : [];
  });
  return [...groups, ...unread.map(each => ({ kind: 'damaged', unread: each }) as const)];
}

export function findingNode(saved: SavedFinding): FindingNode {
  return { kind: 'finding', saved, target: { reference: referenceOf(saved.finding), name: saved.finding.name } };
}

/** A project outside the catalog is known by its first home; its id says so by the two dashes. */
function referenceOf({ id, homes: [home] }: Finding): ProjectTarget['reference'] {
  return id.includes('--') && home ? home : { project: id };
}

/** How a node looks; `answer` is what the license of a finding means here. */
export function itemOf(node: FindingsNode, answer?: LicenseAnswer | undefined): vscode.TreeItem {
  switch (node.kind) {
    case 'status':
      return statusItem(node);
    case 'finding':
      return findingItem(node, answer);
    case 'damaged':
      return damagedItem(node);
  }
}

function statusItem({ status, findings }: StatusNode): vscode.TreeItem {
  const state =
    status === 'rejected' ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.Expanded;
  return Object.assign(new vscode.TreeItem(statusLabel(status), state), {
    id: `status ${status}`,
    iconPath: new vscode.ThemeIcon(statusIcons[status]),
    contextValue: 'status',
    description: String(findings.length),
    accessibilityInformation: {
      label: vscode.l10n.t('{0}, findings: {1}', statusLabel(status), findings.length),
    },
  });
}

function findingItem({ saved, target }: FindingNode, answer: LicenseAnswer | undefined): vscode.TreeItem {
  const { finding, place, path } = saved;
  const [firstLine = ''] = finding.note.split('\n');
  const words = [licenseWords(finding.license, answer), ...(firstLine ? [firstLine] : [])].join(' · ');
  return Object.assign(new vscode.TreeItem(finding.name), {
    id: `${place} ${path}`,
    iconPath: new vscode.ThemeIcon('repo'),
    contextValue: 'finding',
    description: words,
    tooltip: tooltipOf(finding, answer),
    command: { title: vscode.l10n.t('Open Project Page'), command: commands.openProject, arguments: [target] },
    accessibilityInformation: { label: `${finding.name}, ${statusLabel(finding.status)}, ${words}` },
  });
}

function tooltipOf(finding: Finding, answer: LicenseAnswer | undefined): vscode.MarkdownString {
  const saved = new Date(finding.savedAt).toLocaleDateString(vscode.env.language);
  const paragraphs = [
    `**${escapeMarkdown(finding.name)}**`,
    ...(finding.note
      ? [
          finding.note
            .split(/\n{2,}/)
            .map(escapeMarkdown)
            .join('\n\n'),
        ]
      : []),
    ...[answer?.verdict?.reason, answer?.policy?.reason].flatMap(reason => (reason ? [escapeMarkdown(reason)] : [])),
    ...finding.homes.map(({ host, path }) => escapeMarkdown(homeAddress(host, path).label)),
    escapeMarkdown(vscode.l10n.t('Saved on {0}', saved)),
  ];
  return new vscode.MarkdownString(paragraphs.join('\n\n'));
}

function damagedItem({ unread }: DamagedNode): vscode.TreeItem {
  const { place, path, message } = unread;
  return Object.assign(new vscode.TreeItem(path), {
    id: `damaged ${place} ${path}`,
    iconPath: new vscode.ThemeIcon('warning'),
    contextValue: 'damaged',
    description: message,
    tooltip: message,
    accessibilityInformation: { label: vscode.l10n.t('{0}, cannot be read: {1}', path, message) },
  });
}
