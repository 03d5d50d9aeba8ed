import {
  applyLicensePolicies,
  checkLicense,
  isLicenseExpression,
  type LicensePolicy,
  type WorkspaceLicense,
} from '../../core/licenses/index.ts';
import type { Distribution, LicenseUse } from '../../core/model.ts';
import type { ProjectPage } from '../../core/projects/index.ts';
import { evidenceReport, gatherEvidence, type InboundLicense, type ProjectEvidence } from '../../core/reports/index.ts';
import type { Context } from '../context.ts';
import { usageError } from '../errors.ts';
import { ownLicense } from '../own-license.ts';
import { readPolicies } from '../policies.ts';
import { settingsOf } from '../settings.ts';
import { json, plain } from '../terminal.ts';
import { pageReference, requirePage } from './look-up.ts';

/** How the own work stands to a project. */
export interface OwnWork {
  readonly outbound?: string;
  readonly use: LicenseUse;
  readonly distribution: Distribution;
}

/** `show --evidence`: what a company keeps on file of a project, with the policy of the folder that the command runs in. */
export async function printEvidence(
  context: Context,
  reference: string,
  options: OwnWork & { readonly to: string },
): Promise<void> {
  const said =
    options.outbound === undefined ? await ownLicense(process.cwd(), await context.scout.licenses()) : undefined;
  const weigh = weighing(options, await policiesHere(), said);
  const { projects, target } = await pageReference(context, reference);
  const evidence = await gatherEvidence(
    { ...projects, open: async (...asked) => requirePage(await projects.open(...asked)) },
    target,
    { language: options.to, weigh },
  );
  context.terminal.write(context.options.json ? json(evidence) : plain(evidenceReport(evidence)));
}

/** The policies of the folder that the command runs in, and of those above it in its repository. */
async function policiesHere(): Promise<readonly LicensePolicy[]> {
  return (await readPolicies([await settingsOf(process.cwd())], undefined)).all;
}

/**
 * What a license means for the own work and to policies; `said` is the license of the own work where the command line
 * names none.
 *
 * @throws CommandError when the own license is none
 */
export function weighing(
  { outbound, use, distribution }: OwnWork,
  policies: readonly LicensePolicy[],
  said?: Pick<WorkspaceLicense, 'expression' | 'place'>,
): (inbound: InboundLicense, page: ProjectPage) => Promise<Pick<ProjectEvidence, 'weighed' | 'policy'>> {
  if (outbound !== undefined && outbound !== 'proprietary' && !isLicenseExpression(outbound)) {
    throw usageError(`Not an SPDX license expression: ${outbound}. See https://spdx.org/licenses/ for the ids.`);
  }
  const own = outbound === undefined ? said : { expression: outbound, place: '--outbound' };
  return async ({ expression, confidence }, { id }) => {
    const question = { inbound: expression, use, distribution, modified: false, confidence };
    return {
      ...(own === undefined
        ? {}
        : {
            weighed: { own, use, distribution, verdict: checkLicense({ ...question, outbound: own.expression }) },
          }),
      ...(policies.length > 0
        ? { policy: applyLicensePolicies(policies, { license: expression, project: id, use, distribution }) }
        : {}),
    };
  };
}
