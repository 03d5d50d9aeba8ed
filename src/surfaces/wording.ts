import * as vscode from 'vscode';
import type { Effort, FindingStatus, Host, Project, ProjectStatus, Relation, Verdict } from '../core/model.ts';

/** Words and icons that several surfaces use for the same thing. */

export function relationLabel(relation: Relation): string {
  switch (relation) {
    case 'equivalent':
      return vscode.l10n.t('does the same job');
    case 'complementary':
      return vscode.l10n.t('goes well with it');
    case 'same-project':
      return vscode.l10n.t('is this project');
  }
}

export function effortLabel(effort: Effort): string {
  switch (effort) {
    case 'drop-in':
      return vscode.l10n.t('drop-in replacement');
    case 'similar':
      return vscode.l10n.t('similar use, code changes');
    case 'rewrite':
      return vscode.l10n.t('another way of working');
  }
}

/** How much goes on in a project, as far as the catalog knows. */
export function projectStatusLabel(status: ProjectStatus): string {
  switch (status) {
    case 'active':
      return vscode.l10n.t('active');
    case 'quiet':
      return vscode.l10n.t('quiet');
    case 'closed':
      return vscode.l10n.t('closed');
    case 'moved':
      return vscode.l10n.t('moved');
  }
}

export function statusLabel(status: FindingStatus): string {
  switch (status) {
    case 'candidate':
      return vscode.l10n.t('Candidate');
    case 'evaluating':
      return vscode.l10n.t('Evaluating');
    case 'adopted':
      return vscode.l10n.t('Adopted');
    case 'rejected':
      return vscode.l10n.t('Rejected');
  }
}

/** Names for icons in labels (`$(name)`) and theme icons alike. */
export const relationIcons = {
  equivalent: 'arrow-swap',
  complementary: 'extensions',
  'same-project': 'verified',
} as const satisfies Record<Relation, string>;

/** For a package of which only the Chinese publisher is known. */
export const publisherIcon = relationIcons['same-project'];

export const statusIcons = {
  candidate: 'circle-outline',
  evaluating: 'beaker',
  adopted: 'pass-filled',
  rejected: 'circle-slash',
} as const satisfies Record<FindingStatus, string>;

/** What a project is, in one sentence; the catalog knows English and Chinese. */
export function summaryText({ summary }: Pick<Project, 'summary'>): string {
  return vscode.env.language.startsWith('zh') ? summary.zh : summary.en;
}

/** A license for people: the expression, or that nobody knows it. */
export function licenseLabel(expression: string): string {
  return expression === '' || expression === 'NOASSERTION' ? vscode.l10n.t('license unknown') : expression;
}

/** A license verdict as the end of a sentence on a license. */
export function verdictLabel(verdict: Verdict): string {
  switch (verdict) {
    case 'fits':
      return vscode.l10n.t('fits your license');
    case 'fits-with-duties':
      return vscode.l10n.t('fits your license, with duties');
    case 'depends':
      return vscode.l10n.t('may fit your license, depending on the use');
    case 'review':
      return vscode.l10n.t('have it reviewed');
    case 'conflict':
      return vscode.l10n.t('conflicts with your license');
    case 'no-right-found':
      return vscode.l10n.t('no right to use it was found');
  }
}

const hostNames = { gitee: 'gitee.com', github: 'github.com', atomgit: 'atomgit.com' } as const satisfies Record<
  Host,
  string
>;

/** The web page of a home and how to call it. */
export function homeAddress(host: Host, path: string): { readonly label: string; readonly url: string } {
  return { label: `${hostNames[host]}/${path}`, url: `https://${hostNames[host]}/${path}` };
}
