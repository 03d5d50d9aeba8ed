import * as vscode from 'vscode';
import type { Cell, RowId } from '../../core/comparison/index.ts';
import type { Effort, ProjectStatus, Verdict } from '../../core/model.ts';
import { dateText } from '../dates.ts';
import { effortLabel, licenseLabel, projectStatusLabel, verdictLabel } from '../wording.ts';

/** What a row is called. */
export function rowLabel(id: RowId): string {
  const labels: Readonly<Record<RowId, string>> = {
    summary: vscode.l10n.t('What it is'),
    steward: vscode.l10n.t('Steward'),
    license: vscode.l10n.t('License'),
    verdict: vscode.l10n.t('License for your work'),
    duties: vscode.l10n.t('Duties'),
    effort: vscode.l10n.t('Effort to change'),
    coverage: vscode.l10n.t('Covers'),
    version: vscode.l10n.t('Newest version'),
    release: vscode.l10n.t('Last release'),
    push: vscode.l10n.t('Last push'),
    activity: vscode.l10n.t('Newest commits by month'),
    stars: vscode.l10n.t('Stars'),
    size: vscode.l10n.t('Size, unpacked'),
    dependencies: vscode.l10n.t('Dependencies'),
    documentation: vscode.l10n.t('Documentation'),
    status: vscode.l10n.t('Status'),
    homes: vscode.l10n.t('Homes'),
    reservations: vscode.l10n.t('To know before'),
  };
  return labels[id];
}

/** The values of a cell for people. `capability` gives the label of a capability. */
export function cellTexts(
  id: RowId,
  { values, labels = [], note }: Cell,
  capability: (id: string) => string,
): readonly string[] {
  const texts = values.map(String);
  switch (id) {
    case 'license':
      return texts.map(licenseLabel);
    case 'verdict':
      return [...texts.map(text => lookUp(verdicts, text)), ...(note === undefined ? [] : [note])];
    case 'effort':
      return texts.map(text => lookUp(efforts, text));
    case 'status':
      return texts.map(text => lookUp(statuses, text));
    case 'coverage':
      return texts.map(capability);
    case 'release':
    case 'push':
      return texts.map(dateText);
    case 'size':
      return values.map(value => bytes(Number(value)));
    case 'stars':
    case 'dependencies':
      return values.map(value => Number(value).toLocaleString(vscode.env.language));
    case 'documentation':
      return texts.map(text => new Intl.DisplayNames(vscode.env.language, { type: 'language' }).of(text) ?? text);
    case 'activity':
      return texts.length === 0 ? [] : [texts.map((text, at) => `${month(labels[at] ?? '')}: ${text}`).join(', ')];
    default:
      return texts;
  }
}

function lookUp(words: Readonly<Record<string, () => string>>, code: string): string {
  return words[code]?.() ?? code;
}

const efforts: Readonly<Record<Effort, () => string>> = {
  'drop-in': () => effortLabel('drop-in'),
  similar: () => effortLabel('similar'),
  rewrite: () => effortLabel('rewrite'),
};

const verdicts: Readonly<Record<Verdict, () => string>> = {
  fits: () => verdictLabel('fits'),
  'fits-with-duties': () => verdictLabel('fits-with-duties'),
  depends: () => verdictLabel('depends'),
  review: () => verdictLabel('review'),
  conflict: () => verdictLabel('conflict'),
  'no-right-found': () => verdictLabel('no-right-found'),
};

const statuses: Readonly<Record<ProjectStatus, () => string>> = {
  active: () => projectStatusLabel('active'),
  quiet: () => projectStatusLabel('quiet'),
  closed: () => projectStatusLabel('closed'),
  moved: () => projectStatusLabel('moved'),
};

/** Where a cell comes from and when that was read; `undefined` for what is derived. */
export function sourceText({ source, readAt }: Cell): string | undefined {
  if (source === undefined) return undefined;
  return readAt === undefined
    ? vscode.l10n.t('Source: {0}', source)
    : vscode.l10n.t('Source: {0}, read on {1}', source, dateText(readAt));
}

/** `Oct 2026` for `2026-10`. */
export function month(text: string): string {
  const time = Date.parse(`${text}-15T00:00:00Z`);
  if (Number.isNaN(time)) return text;
  return new Date(time).toLocaleDateString(vscode.env.language, { month: 'short', year: 'numeric' });
}

function bytes(count: number): string {
  const unit = count < 1e6 ? 'kilobyte' : 'megabyte';
  const value = count / (count < 1e6 ? 1e3 : 1e6);
  return value.toLocaleString(vscode.env.language, { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 });
}
