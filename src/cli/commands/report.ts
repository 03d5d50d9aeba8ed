import path from 'node:path';
import type { LicensePolicy } from '../../core/licenses/index.ts';
import {
  type EvidenceSubject,
  evidenceFile,
  evidenceSubjects,
  type GatheredSubject,
  gatherEvidence,
  policyViolations,
  publishersOf,
  type ReportFormat,
  requestsForEvidence,
  writeReport,
} from '../../core/reports/index.ts';
import type { Context } from '../context.ts';
import { usageError } from '../errors.ts';
import { openNodeFolder } from '../node-folder.ts';
import { ownLicense } from '../own-license.ts';
import { findingFolders, findingsIn } from '../settings.ts';
import { type OwnWork, weighing } from './evidence.ts';
import { failIfAgainst, type PolicyOptions, scanWithPolicy } from './scan.ts';

export interface ReportOptions extends PolicyOptions, OwnWork {
  readonly of: 'all' | 'workspace' | 'findings';
  /** `evidence`: a due diligence file. It asks Gitee; the others ask nobody. */
  readonly format: ReportFormat | 'evidence';
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
  const { policiesFor } = scanned;
  const byPurl = (purl: string) => catalog.byPurl(purl);
  const violations = policyViolations(policiesFor, { files, findings, byPurl });
  const title = options.title ?? titles[options.of];
  const input = { title, version, files, findings, violations, policies: scanned.policies };
  const report =
    options.format === 'evidence'
      ? evidenceFile(
          title,
          await gather(context, evidenceSubjects(input, catalog), {
            ...options,
            policies: policiesFor(),
            folders: scanned.settings.map(({ folder }) => folder),
          }),
          publishersOf(input),
        )
      : writeReport(options.format, input, catalog);
  if (options.output === undefined) terminal.write(report);
  else await writeFile(options.output, report);
  failIfAgainst(violations, scanned.failOn);
}

/** One project after the other, so that what comes first is whole where Gitee stops answering. */
async function gather(
  { scout, terminal, options: { offline } }: Context,
  subjects: readonly EvidenceSubject[],
  {
    policies,
    folders,
    ...own
  }: OwnWork & { readonly policies: readonly LicensePolicy[]; readonly folders: readonly string[] },
): Promise<readonly GatheredSubject[]> {
  // Several folders may be several works: then nobody but the user can say which is meant.
  const [folder, another] = folders;
  const unsaid = own.outbound === undefined && folder !== undefined && another === undefined;
  const said = unsaid ? await ownLicense(folder, await scout.licenses()) : undefined;
  const weigh = weighing(own, policies, said);
  const projects = await scout.projects();
  const requests = subjects.length * requestsForEvidence;
  if (!offline && requests > 0)
    terminal.say(`Evidence on ${subjects.length} projects: up to ${requests} requests, fewer where answers are kept.`);
  const gathered: GatheredSubject[] = [];
  for (const subject of subjects) {
    terminal.progress({ what: 'Gathering evidence', done: gathered.length, total: subjects.length });
    gathered.push({ subject, evidence: await gatherEvidence(projects, subject.reference, { weigh }) });
  }
  terminal.progress();
  return gathered;
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
