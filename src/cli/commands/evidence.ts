import { applyLicensePolicies, checkLicense, isLicenseExpression, licensePolicyIn } from '../../core/licenses/index.ts';
import type { Distribution, LicenseUse } from '../../core/model.ts';
import { evidenceReport, type ProjectEvidence } from '../../core/reports/index.ts';
import type { Context } from '../context.ts';
import { usageError } from '../errors.ts';
import { openNodeFolder } from '../node-folder.ts';
import { json, plain } from '../terminal.ts';
import { openPage } from './look-up.ts';

export interface EvidenceOptions {
  readonly to: string;
  readonly outbound?: string;
  readonly use: LicenseUse;
  readonly distribution: Distribution;
}

/** `show --evidence`: what a company keeps on file of a project, with the policy of the folder that the command runs in. */
export async function printEvidence(
  context: Context,
  reference: string,
  { to, outbound, use, distribution }: EvidenceOptions,
): Promise<void> {
  const { scout, terminal, options } = context;
  if (outbound !== undefined && outbound !== 'proprietary' && !isLicenseExpression(outbound)) {
    throw usageError(`Not an SPDX license expression: ${outbound}. See https://spdx.org/licenses/ for the ids.`);
  }
  const reading = await licensePolicyIn(openNodeFolder(process.cwd()));
  if (reading?.kind === 'wrong') {
    const problems = reading.problems.map(({ line, message }) => `line ${line}: ${message}`);
    throw usageError(`${reading.name} cannot be followed. ${problems.join('; ')}`);
  }
  const page = await openPage(context, reference, { language: to, thorough: true });
  const projects = await scout.projects();
  const [activity, security] = await Promise.all([projects.activity(page), projects.security(page)]);
  const license = page.license.kind === 'found' ? page.license.value : undefined;
  const inbound = license?.expression ?? 'NOASSERTION';
  const doubtful = !license || license.unread.length > 0 || license.conflict !== undefined;
  const confidence = doubtful ? 'low' : license.confidence;
  const question = { inbound, use, distribution, modified: false, confidence };
  const own = { expression: outbound ?? '', place: '--outbound' };
  const evidence: ProjectEvidence = {
    page,
    activity,
    security,
    ...(outbound === undefined
      ? {}
      : { weighed: { own, use, distribution, verdict: checkLicense({ ...question, outbound }) } }),
    ...(reading
      ? { policy: applyLicensePolicies([reading.policy], { license: inbound, project: page.id, use, distribution }) }
      : {}),
  };
  terminal.write(options.json ? json(evidence) : plain(evidenceReport(evidence)));
}
