import type { Catalog } from '../catalog/index.ts';
import { csvReport } from './csv.ts';
import { cyclonedxReport } from './cyclonedx.ts';
import { htmlReport } from './html.ts';
import { markdownReport } from './markdown.ts';
import type { ReportInput } from './model.ts';
import { plainText } from './plain-text.ts';
import { sarifReport } from './sarif.ts';

/** The forms of a report, with the ending of its file. */
export const reportFormats = {
  html: '.html',
  markdown: '.md',
  csv: '.csv',
  sarif: '.sarif',
  cyclonedx: '.cdx.json',
} as const;

export type ReportFormat = keyof typeof reportFormats;

const writers = {
  html: htmlReport,
  markdown: markdownReport,
  csv: csvReport,
  sarif: sarifReport,
  cyclonedx: cyclonedxReport,
} as const satisfies Record<ReportFormat, (input: ReportInput) => string>;

/** Writes a report; what the catalog knows of projects comes from `catalog`, where there is one. */
export function writeReport(
  format: ReportFormat,
  input: Omit<ReportInput, 'project' | 'catalogDate'>,
  catalog: Catalog | undefined,
): string {
  const dates = (catalog?.projects() ?? []).flatMap(({ evidence }) => evidence.map(({ date }) => date));
  const catalogDate = dates.reduce((newest, date) => (date > newest ? date : newest), '');
  return plainText(writers[format]({ ...input, catalogDate, project: id => catalog?.project(id) }));
}
