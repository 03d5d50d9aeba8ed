import * as vscode from 'vscode';
import type { SearchHit, SearchResult, SearchSource, SearchSourceStatus } from '../../core/model.ts';
import { counted } from '../counted.ts';
import { dateText } from '../dates.ts';
import { type LicenseAnswer, licenseWords } from '../license-judge.ts';
import { toldText } from '../sentence-text.ts';

/** A line of the search: a hit, or a remark of a source. */
export interface SearchItem extends vscode.QuickPickItem {
  readonly hit?: SearchHit | undefined;
  /** An earlier search. */
  readonly recent?: string | undefined;
  /** A source that answers those who are signed in. */
  readonly signIn?: boolean | undefined;
  /** A value to filter by. */
  readonly filter?: { readonly value: string | number | undefined } | undefined;
}

export const openButton: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('link-external'),
  tooltip: vscode.l10n.t('Open in the browser'),
};

export const saveButton: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('bookmark'),
  tooltip: vscode.l10n.t('Save as finding'),
};

export const forgetButton: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('close'),
  tooltip: vscode.l10n.t('Forget this search'),
};

/** In the title: switches the search with Chinese terms off or on. */
export const literalButton: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('globe'),
  tooltip: vscode.l10n.t('Search only for what is typed, without Chinese terms'),
};

export const expandButton: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('text-size'),
  tooltip: vscode.l10n.t('Search with Chinese terms as well'),
};

/** What is shown before anything is typed. */
export function recentItems(queries: readonly string[]): readonly SearchItem[] {
  if (queries.length === 0) return [];
  return [
    { label: vscode.l10n.t('Recent searches'), kind: vscode.QuickPickItemKind.Separator },
    ...queries.map(recent => ({ label: `$(history) ${plain(recent)}`, recent, buttons: [forgetButton] })),
  ];
}

/** What the license of a hit means here, as far as it is known yet. */
export type AnswerOf = (hit: SearchHit) => LicenseAnswer | undefined;

/** What is shown for a result: hits under their sources, then who did not answer. */
export function itemsOf(
  result: SearchResult,
  savedIds: ReadonlySet<string>,
  answerOf: AnswerOf = () => undefined,
): readonly SearchItem[] {
  const sources = [...new Set(result.hits.map(({ source }) => source))];
  const sections = sources.flatMap(source => [
    { label: sourceName(source), kind: vscode.QuickPickItemKind.Separator },
    ...result.hits.filter(hit => hit.source === source).map(hit => itemOf(hit, savedIds, answerOf(hit))),
  ]);
  const remarks = result.sources.map(remark).filter(item => item !== undefined);
  if (remarks.length === 0 && sections.length === 0)
    return [{ label: vscode.l10n.t('Nothing found'), alwaysShow: true }];
  if (remarks.length === 0) return sections;
  return [...sections, { label: vscode.l10n.t('Not answered'), kind: vscode.QuickPickItemKind.Separator }, ...remarks];
}

/** Says what was searched for as well, and that Gitee was silent: the remarks may be far down a long list. */
export function titleOf({ expanded, sources }: SearchResult, expand: boolean): string {
  const gitee = sources.filter(({ source }) => source !== 'catalog');
  const isSilent = gitee.length > 0 && gitee.every(({ status }) => status !== 'ok' && status !== 'empty');
  const title =
    expanded.length > 0
      ? vscode.l10n.t('Search Gitee (also for {0})', expanded.join(' '))
      : expand
        ? vscode.l10n.t('Search Gitee')
        : vscode.l10n.t('Search Gitee (only for what is typed)');
  return isSilent ? vscode.l10n.t('{0}: Gitee did not answer, the end of the list says why', title) : title;
}

function itemOf(hit: SearchHit, savedIds: ReadonlySet<string>, answer: LicenseAnswer | undefined): SearchItem {
  const facts = [
    // VS Code leaves separators out while something is typed.
    hit.source === 'catalog' ? vscode.l10n.t('Catalog') : vscode.l10n.t('Gitee'),
    hit.stars === null ? undefined : `$(star-empty) ${counted(vscode.l10n.t('{0} star|{0} stars'), hit.stars)}`,
    hit.language ?? undefined,
    hit.license === null ? undefined : plain(licenseWords(hit.license, answer)),
    hit.pushedAt === null ? undefined : vscode.l10n.t('pushed {0}', dateText(hit.pushedAt.slice(0, 10))),
  ].filter(fact => fact !== undefined);
  const saved = hit.project !== null && savedIds.has(hit.project);
  return {
    hit,
    label: saved ? `${plain(hit.name)} $(bookmark)` : plain(hit.name),
    description: facts.join('  '),
    detail: plain(`${hit.path}  ${hit.description}`),
    // What Gitee found need not contain the words typed: its search also knows Chinese terms.
    alwaysShow: true,
    buttons: [openButton, saveButton],
  };
}

/** A line for a source that has not answered, so that silence is not taken for absence. */
function remark({ source, status, detail, said }: SearchSourceStatus): SearchItem | undefined {
  if (status === 'ok' || (status === 'empty' && source === 'catalog')) return undefined;
  const icon = { empty: 'info', skipped: 'circle-slash', refused: 'warning', unreachable: 'warning' }[status];
  const words = {
    empty: vscode.l10n.t('{0} found nothing', sourceName(source)),
    skipped: vscode.l10n.t('{0} was not asked', sourceName(source)),
    refused: vscode.l10n.t('{0} did not answer', sourceName(source)),
    unreachable: vscode.l10n.t('{0} could not be reached', sourceName(source)),
  }[status];
  const signIn = status === 'refused';
  const label = signIn ? vscode.l10n.t('{0}: sign in to ask it', words) : words;
  return { label: `$(${icon}) ${label}`, detail: plain(toldText({ message: detail, said })), alwaysShow: true, signIn };
}

export function sourceName(source: SearchSource): string {
  switch (source) {
    case 'catalog':
      return vscode.l10n.t('Catalog');
    case 'gitee-api':
      return vscode.l10n.t('Gitee');
    case 'gitee-search':
      return vscode.l10n.t('Gitee, second search');
    case 'gitee-web':
      return vscode.l10n.t('Gitee web search');
  }
}

/** Texts of others must not draw icons: `$(name)` would. */
function plain(text: string): string {
  return text.replace(/\$\(/g, '$\u200b(').replace(/\s+/g, ' ').trim();
}
