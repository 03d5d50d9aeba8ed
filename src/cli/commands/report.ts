import path from 'node:path';
import { policyViolations, type ReportFormat, writeReport } from '../../core/reports/index.ts';
import type { Context } from '../context.ts';
import { usageError } from '../errors.ts';
import { openNodeFolder } from '../node-folder.ts';
import { findingFolders, findingsIn, policiesOf } from '../settings.ts';
import { failIfAgainst, type PolicyOptions, scanWithPolicy } from './scan.ts';

export interface ReportOptions extends PolicyOptions {
  readonly of: 'all' | 'workspace' | 'findings';
  readonly format: ReportFormat;
  readonly findings?: readonly string[];
  readonly title?: string;
  readonly output?: string;
}

const titles = {
  all: 'Chinese open source: suggestions and findings',
  workspace: 'Chinese open source for this workspace',
  findings: 'Findings of Chinese open source',
} as const;

/** `report`: of manifests, of findings, or of both. */
export async function printReport(context: Context, targets: readonly string[], options: ReportOptions): Promise<void> {
  const { scout, terminal, version } = context;
  const catalog = await scout.catalog();
  const scanned = await scanWithPolicy(context, targets, options);
  const folders = options.findings?.map(folder => path.resolve(folder)) ?? findingFolders(scanned.settings);
  const findings = options.of === 'workspace' ? [] : await findingsIn(context, folders);
  const files = options.of === 'findings' ? [] : scanned.files;
  const policies = await policiesOf(scanned.settings, options.policy);
  const byPurl = (purl: string) => catalog.byPurl(purl);
  const violations = policies.length > 0 ? policyViolations(policies, { files, findings, byPurl }) : [];
  const title = options.title ?? titles[options.of];
  const report = writeReport(
    options.format,
    { title, version, files, findings, violations, policies: scanned.policies },
    catalog,
  );
  if (options.output === undefined) terminal.write(report);
  else await writeFile(options.output, report);
  failIfAgainst(violations, scanned.failOn);
}

/** Whole or not at all. */
async function writeFile(file: string, text: string): Promise<void> {
  const target = path.resolve(file);
  try {
    await openNodeFolder(path.dirname(target)).write(path.basename(target), text);
  } catch (cause) {
    throw usageError(`Cannot write ${file}: ${cause instanceof Error ? cause.message : String(cause)}.`, cause);
  }
}
