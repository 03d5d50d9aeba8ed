import * as l10n from '@vscode/l10n';
import type {
  Confidence,
  Distribution,
  Effort,
  FindingStatus,
  Home,
  Host,
  LicenseUse,
  ProjectStatus,
  Relation,
  Reservation,
  Verdict,
} from '../protocol.ts';
import type { IconName } from './icons.ts';

/** The words for the codes of the data. A code without a word does not compile. */
export const hostName = { gitee: 'Gitee', github: 'GitHub', atomgit: 'AtomGit' } as const satisfies Record<
  Host,
  string
>;

/** What a home is, and of which other home where it is not the one where development happens. */
export function homeKind({ host, kind }: Pick<Home, 'host' | 'kind'>, homes: readonly Home[]): string {
  const main = homes.find(each => each.kind === 'primary') ?? homes.find(each => each.kind === 'dual');
  const elsewhere = main && main.host !== host ? hostName[main.host] : undefined;
  switch (kind) {
    case 'primary':
      return l10n.t('development happens here');
    case 'dual':
      return l10n.t('one of two equal homes');
    case 'official-mirror':
      return elsewhere === undefined ? l10n.t('official mirror') : l10n.t('official mirror of {0}', elsewhere);
    case 'community-mirror':
      return elsewhere === undefined ? l10n.t('mirror by others') : l10n.t('mirror of {0} by others', elsewhere);
    case 'moved':
      return main === undefined
        ? l10n.t('moved away from here')
        : l10n.t('moved to {0}', `${hostName[main.host]} ${main.path}`);
  }
}

export function projectStatus(status: ProjectStatus): string {
  switch (status) {
    case 'active':
      return l10n.t('Active');
    case 'quiet':
      return l10n.t('Quiet');
    case 'closed':
      return l10n.t('Closed');
    case 'moved':
      return l10n.t('Moved');
  }
}

export function relationWord(relation: Relation): string {
  switch (relation) {
    case 'equivalent':
      return l10n.t('Could replace');
    case 'complementary':
      return l10n.t('Goes with');
    case 'same-project':
      return l10n.t('Is this project');
  }
}

export function effortWord(effort: Effort): string {
  switch (effort) {
    case 'drop-in':
      return l10n.t('drop-in');
    case 'similar':
      return l10n.t('similar use');
    case 'rewrite':
      return l10n.t('needs a rewrite');
  }
}

export function confidenceWord(confidence: Confidence): string {
  switch (confidence) {
    case 'high':
      return l10n.t('high confidence');
    case 'medium':
      return l10n.t('medium confidence');
    case 'low':
      return l10n.t('low confidence');
  }
}

export function verdictWord(verdict: Verdict): {
  readonly word: string;
  readonly icon: IconName;
  readonly tone: string;
} {
  switch (verdict) {
    case 'fits':
      return { word: l10n.t('Fits'), icon: 'check', tone: 'good' };
    case 'fits-with-duties':
      return { word: l10n.t('Fits, with duties'), icon: 'checklist', tone: 'good' };
    case 'depends':
      return { word: l10n.t('Depends'), icon: 'question', tone: 'care' };
    case 'review':
      return { word: l10n.t('Needs a review'), icon: 'law', tone: 'care' };
    case 'conflict':
      return { word: l10n.t('Conflict'), icon: 'error', tone: 'bad' };
    case 'no-right-found':
      return { word: l10n.t('No right to use found'), icon: 'circle-slash', tone: 'bad' };
  }
}

export function severityWord(severity: Reservation['severity']): {
  readonly word: string;
  readonly icon: IconName;
  readonly tone: string;
} {
  switch (severity) {
    case 'note':
      return { word: l10n.t('Note'), icon: 'info', tone: 'calm' };
    case 'caution':
      return { word: l10n.t('Caution'), icon: 'warning', tone: 'care' };
    case 'serious':
      return { word: l10n.t('Serious'), icon: 'error', tone: 'bad' };
  }
}

export function uses(): readonly { readonly value: LicenseUse; readonly label: string }[] {
  return [
    { value: 'tool', label: l10n.t('As a tool') },
    { value: 'separate', label: l10n.t('As a separate program') },
    { value: 'linked', label: l10n.t('As a library') },
    { value: 'copied', label: l10n.t('By copying its code') },
  ];
}

export function distributions(): readonly { readonly value: Distribution; readonly label: string }[] {
  return [
    { value: 'internal', label: l10n.t('Used inside only') },
    { value: 'network', label: l10n.t('Offered over a network') },
    { value: 'shipped', label: l10n.t('Shipped to others') },
  ];
}

export function findingStatuses(): readonly { readonly value: FindingStatus; readonly label: string }[] {
  return [
    { value: 'candidate', label: l10n.t('Candidate') },
    { value: 'evaluating', label: l10n.t('Evaluating') },
    { value: 'adopted', label: l10n.t('Adopted') },
    { value: 'rejected', label: l10n.t('Rejected') },
  ];
}
