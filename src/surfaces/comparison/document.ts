import * as vscode from 'vscode';
import type { Cell, Comparison, ComparisonRow } from '../../core/comparison/index.ts';
import { escapeHtml } from '../../core/html/index.ts';
import { commands } from '../contributions.ts';
import { cellTexts, month, rowLabel, sourceText } from './words.ts';

export interface ComparisonDocument {
  readonly comparison: Comparison;
  /** What could not be asked, as sentences. */
  readonly remarks: readonly string[];
  readonly title: string;
  readonly cspSource: string;
  readonly styleUris: readonly string[];
  readonly capability: (id: string) => string;
  /** Package managers that were not asked, because nobody has told them to. */
  readonly programs: readonly string[];
  /** Still waiting for somebody. */
  readonly loading: boolean;
}

/** Commands that the page's links may run. */
export const pageCommands: readonly string[] = [
  commands.openProject,
  commands.saveFinding,
  commands.exportComparison,
  commands.askPackageManagers,
];

/** The comparison as a document without any script: a table, small charts, links that run commands. */
export function comparisonDocument(parts: ComparisonDocument): string {
  const { comparison, remarks, programs, title, cspSource, styleUris, loading } = parts;
  const policy = `default-src 'none'; style-src ${cspSource}; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="${escapeHtml(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
${styleUris.map(uri => `<link rel="stylesheet" href="${escapeHtml(uri)}">`).join('\n')}
</head>
<body>
<main class="comparison">
<h1>${escapeHtml(title)}</h1>
<p role="status">${loading ? escapeHtml(vscode.l10n.t('Asking the projects’ hosts…')) : ''}</p>
${remarks.map(remark => `<p class="note">${escapeHtml(remark)}</p>`).join('\n')}
${programs.length > 0 ? offer(programs.join(', ')) : ''}
<div class="table" role="region" tabindex="0" aria-label="${escapeHtml(title)}">
<table>
<caption class="hidden-text">${escapeHtml(title)}</caption>
<thead><tr><th scope="col">${escapeHtml(vscode.l10n.t('Fact'))}</th>${comparison.columns.map(column => `<th scope="col">${head(column)}</th>`).join('')}</tr></thead>
<tbody>
${comparison.rows.map(row => rowHtml(row, parts)).join('\n')}
</tbody>
</table>
</div>
<p><a class="button secondary" href="${commandUri(commands.exportComparison)}">${escapeHtml(vscode.l10n.t('Export as Markdown'))}</a></p>
<p class="small">${escapeHtml(vscode.l10n.t('Only facts are shown, each with its source as a tooltip. What nobody said is left open. No legal advice.'))}</p>
</main>
</body>
</html>`;
}

function offer(programs: string): string {
  const ask = vscode.l10n.t('Ask {0}', programs);
  const link = `<a href="${commandUri(commands.askPackageManagers)}">${escapeHtml(ask)}</a>`;
  return `<p class="note">${escapeHtml(vscode.l10n.t('Not asked: {0}.', programs))} ${link}</p>`;
}

function head({ name, kind, project }: Comparison['columns'][number]): string {
  const note = kind === 'current' ? `<span class="kind">${escapeHtml(vscode.l10n.t('used now'))}</span>` : '';
  if (!project) return `${escapeHtml(name)} ${note}`;
  const target = { reference: { project: project.id }, name };
  const open = `<a href="${commandUri(commands.openProject, target)}">${escapeHtml(name)}</a>`;
  const save = `<a class="small" href="${commandUri(commands.saveFinding, target)}">${escapeHtml(vscode.l10n.t('Save {0} as finding', name))}</a>`;
  return `${open} ${note}<br>${save}`;
}

function rowHtml({ id, cells, differs }: ComparisonRow, { capability, comparison }: ComparisonDocument): string {
  const mark = differs ? ` <span class="tag">${escapeHtml(vscode.l10n.t('differs'))}</span>` : '';
  const most = Math.max(...cells.map(({ values }) => Number(values[0])).filter(value => value > 0));
  const columns = cells.map((cell, at) => {
    const texts = cellTexts(id, cell, capability);
    const source = sourceText(cell);
    const content =
      texts.length === 0
        ? `<span class="kind">${escapeHtml(vscode.l10n.t('not known'))}</span>`
        : id === 'activity'
          ? chart(cell, comparison.columns[at]?.name ?? '')
          : texts.length === 1
            ? `${escapeHtml(texts[0] ?? '')}${isAmount(id) ? amount(Number(cell.values[0]) / most) : ''}`
            : `<ul>${texts.map(text => `<li>${escapeHtml(text)}</li>`).join('')}</ul>`;
    return `<td${source === undefined ? '' : ` title="${escapeHtml(source)}"`}>${content}</td>`;
  });
  return `<tr${differs ? ' class="differs"' : ''}><th scope="row">${escapeHtml(rowLabel(id))}${mark}</th>${columns.join('')}</tr>`;
}

/** Bars for those who look, a table for those who listen. */
function chart({ values, labels = [] }: Cell, name: string): string {
  const numbers = values.map(Number);
  const most = Math.max(1, ...numbers);
  const bars = numbers.map((count, at) => {
    const tall = Math.max(1, Math.round((count / most) * 30));
    const title = `${month(labels[at] ?? '')}: ${count}`;
    return `<rect x="${at * 10}" y="${30 - tall}" width="8" height="${tall}"><title>${escapeHtml(title)}</title></rect>`;
  });
  const svg = `<svg class="chart" aria-hidden="true" width="${numbers.length * 10}" height="30" viewBox="0 0 ${numbers.length * 10} 30">${bars.join('')}</svg>`;
  const rows = numbers.map(
    (count, at) => `<tr><th scope="row">${escapeHtml(month(labels[at] ?? ''))}</th><td>${count}</td></tr>`,
  );
  const caption = vscode.l10n.t('Commits of {0} by month', name);
  const head = [vscode.l10n.t('Month'), vscode.l10n.t('Commits')];
  return `${svg}<div class="hidden-text"><table><caption>${escapeHtml(caption)}</caption><thead><tr>${head
    .map(each => `<th scope="col">${escapeHtml(each)}</th>`)
    .join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

/** Rows of one number each, to be compared at a glance. */
function isAmount(id: ComparisonRow['id']): boolean {
  return id === 'size' || id === 'dependencies' || id === 'stars';
}

/** A bar as long as its share of the largest; the number before it says the same. */
function amount(share: number): string {
  const width = Number.isFinite(share) ? Math.round(share * 100) : 0;
  return `<svg class="amount" aria-hidden="true" width="100" height="4" viewBox="0 0 100 4"><rect class="all" width="100" height="4"></rect><rect width="${width}" height="4"></rect></svg>`;
}

function commandUri(command: string, argument?: unknown): string {
  const query = argument === undefined ? '' : `?${encodeURIComponent(JSON.stringify([argument]))}`;
  return escapeHtml(`command:${command}${query}`);
}
