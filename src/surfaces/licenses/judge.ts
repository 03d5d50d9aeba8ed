import type * as vscode from 'vscode';
import type { Catalog } from '../../core/catalog/index.ts';
import {
  applyLicensePolicies,
  confidenceOfCatalog,
  type Licenses,
  type PolicyAnswer,
  verdictInEnglish,
  weighLicense,
} from '../../core/licenses/index.ts';
import type { Confidence } from '../../core/model.ts';
import { asMessage, say } from '../../core/sentences/index.ts';
import { type LicenseAnswer, type LicenseSubject, usual } from '../license-judge.ts';
import { sentenceText, verdictText } from '../sentence-text.ts';
import { createOwnLicense } from './own-license.ts';
import { createPolicies, type Policies } from './policies.ts';

export interface JudgeDependencies {
  readonly licenses: () => Promise<Licenses>;
  readonly catalog: () => Promise<Catalog>;
}

/** Weighs licenses; loaded with the first one that is shown. */
export function openJudge({ licenses, catalog }: JudgeDependencies) {
  const own = createOwnLicense(licenses);
  const policies = createPolicies();
  return {
    ownLicense: own.find,
    policies: async (uri?: vscode.Uri) => (await policies.find(uri)).policies,
    async judge(subject: LicenseSubject, uri?: vscode.Uri): Promise<LicenseAnswer> {
      const [mine, rules, confidence] = await Promise.all([
        own.find(uri),
        policies.find(uri),
        subject.confidence ?? catalogConfidence(catalog, subject.project),
      ]);
      const { license, project } = subject;
      const { use = usual.use, distribution = usual.distribution } = subject;
      const weighed = mine
        ? weighLicense({ inbound: license, outbound: mine.expression, use, distribution, modified: false, confidence })
        : undefined;
      const policy = policyAnswer(rules, { license, project, use, distribution });
      return {
        own: mine,
        verdict: weighed && verdictText(weighed),
        policy: policy && { ...policy, reason: sentenceText(policy.said) },
        inEnglish: { verdict: weighed && verdictInEnglish(weighed), policy },
      };
    },
    forget: () => {
      own.forget();
      policies.forget();
    },
  };
}

/** While a policy cannot be read, somebody has to look at everything that the others would allow. */
function policyAnswer({ policies, broken }: Policies, subject: LicenseSubject): PolicyAnswer | undefined {
  const answer = applyLicensePolicies(policies, subject);
  const [name] = broken;
  if (name === undefined || answer?.decision === 'denied') return answer;
  const { message, said } = asMessage(say('{0} has errors and cannot be followed.', name));
  return { decision: 'review', reason: message, said, policy: name };
}

async function catalogConfidence(catalog: () => Promise<Catalog>, project: string | undefined): Promise<Confidence> {
  if (project === undefined) return 'low';
  return confidenceOfCatalog((await catalog()).project(project)?.evidence ?? []);
}
