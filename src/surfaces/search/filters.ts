import * as vscode from 'vscode';
import type { SearchHit } from '../../core/model.ts';

/** What hits must be to be shown; what is absent does not matter. */
export interface Filters {
  readonly language?: string | undefined;
  readonly license?: string | undefined;
  /** Pushed to within this many days. */
  readonly days?: number | undefined;
  /** At least so many. */
  readonly stars?: number | undefined;
}

export type FilterKind = keyof Filters;

const day = 86_400_000;

/** The hits that pass. What a source does not say of a hit is no reason to show it under a filter on just that. */
export function filterHits(hits: readonly SearchHit[], filters: Filters, now: number): readonly SearchHit[] {
  const { language, license, days, stars } = filters;
  return hits.filter(
    hit =>
      (language === undefined || hit.language === language) &&
      (license === undefined || hit.license === license) &&
      (stars === undefined || (hit.stars !== null && hit.stars >= stars)) &&
      (days === undefined || (hit.pushedAt !== null && now - Date.parse(hit.pushedAt) <= days * day)),
  );
}

/** A value to filter by, with the words for it; `undefined` as value takes the filter away. */
export interface FilterChoice {
  readonly label: string;
  readonly value: string | number | undefined;
}

/** What can be chosen of a kind: languages and licenses as the hits have them, most first. */
export function choicesOf(kind: FilterKind, hits: readonly SearchHit[]): readonly FilterChoice[] {
  const all = { label: vscode.l10n.t('All'), value: undefined };
  switch (kind) {
    case 'language':
      return [all, ...valuesOf(hits.map(({ language }) => language))];
    case 'license':
      return [all, ...valuesOf(hits.map(({ license }) => license))];
    case 'days':
      return [
        all,
        { label: vscode.l10n.t('Pushed to within a month'), value: 31 },
        { label: vscode.l10n.t('Pushed to within half a year'), value: 183 },
        { label: vscode.l10n.t('Pushed to within a year'), value: 366 },
      ];
    case 'stars':
      return [
        all,
        ...[10, 100, 1000, 10_000].map(value => ({
          label: vscode.l10n.t('At least {0} stars', value.toLocaleString(vscode.env.language)),
          value,
        })),
      ];
  }
}

function valuesOf(values: readonly (string | null)[]): readonly FilterChoice[] {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((left, right) => right[1] - left[1]).map(([value]) => ({ label: value, value }));
}

export function withFilter(filters: Filters, kind: FilterKind, value: FilterChoice['value']): Filters {
  const { [kind]: _, ...others } = filters;
  return value === undefined ? others : { ...others, [kind]: value };
}

/** The filters that are on, in words; empty without any. */
export function filterText({ language, license, days, stars }: Filters): string {
  return [
    language,
    license,
    days === undefined ? undefined : vscode.l10n.t('pushed to within {0} days', days),
    stars === undefined ? undefined : vscode.l10n.t('at least {0} stars', stars.toLocaleString(vscode.env.language)),
  ]
    .filter(text => text !== undefined)
    .join(', ');
}

export const filterKinds = ['language', 'license', 'days', 'stars'] as const satisfies readonly FilterKind[];

export const filterButtons: Readonly<Record<FilterKind, vscode.QuickInputButton>> = {
  language: { iconPath: new vscode.ThemeIcon('code'), tooltip: vscode.l10n.t('Filter by programming language') },
  license: { iconPath: new vscode.ThemeIcon('law'), tooltip: vscode.l10n.t('Filter by license') },
  days: { iconPath: new vscode.ThemeIcon('pulse'), tooltip: vscode.l10n.t('Filter by activity') },
  stars: { iconPath: new vscode.ThemeIcon('star-empty'), tooltip: vscode.l10n.t('Filter by stars') },
};

export const listButton: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('list-tree'),
  tooltip: vscode.l10n.t('Show the hits in the Search view'),
};
