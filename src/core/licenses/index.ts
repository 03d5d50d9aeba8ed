/** Licenses: what a text is, what the places of a project say together, and whether it fits the user's own work. */
import type { LicenseEvidence, LicenseIdentification } from '../model.ts';
import type { Folder } from '../ports.ts';
import { combineEvidence, type EffectiveLicense } from './evidence.ts';
import { openIdentifier } from './identify/identify.ts';
import { licenseInReadme, type ReadmeLicense } from './identify/readme.ts';
import { policyFile } from './policy/policy.ts';
import type { PolicyReading } from './policy/read.ts';
import { type WorkspaceLicense, workspaceLicense } from './workspace.ts';

export { attributions } from './attribution.ts';
export { type LicenseChange, type LicenseChangeKind, licenseChange } from './change.ts';
export { classOf, type LicenseClass } from './classes.ts';
export { type ComparedLicense, compareLicenses, type LicenseComparison } from './comparison.ts';
export { combineEvidence, confidenceOfCatalog, type EffectiveLicense, isReadText } from './evidence.ts';
export {
  formatExpression,
  isLicenseExpression,
  type LicenseCompound,
  type LicenseExpression,
  type LicenseTerm,
  parseExpression,
  termsOf,
} from './expression.ts';
export { textOfBytes } from './identify/bytes.ts';
export { LicenseIndexError } from './identify/index-file.ts';
export { isHarmless as isHarmlessAddition, type LeftoverKind as AdditionKind } from './identify/leftover.ts';
export { isLicenseFile, isNoticeFile } from './license-files.ts';
export { gistOf, meaningOf } from './phrases.ts';
export {
  againstPolicies,
  applyLicensePolicies,
  applyLicensePolicy,
  isAtLeast as isPolicyAtLeast,
  type PolicyAnswer,
  type PolicySubject,
} from './policy/apply.ts';
export { type LicensePolicy, type PolicyDecision, type PolicyEntry, policyFile } from './policy/policy.ts';
export type { PolicyProblem, PolicyReading } from './policy/read.ts';
export { checkLicense, type LicenseQuestion, verdictInEnglish, weighLicense } from './verdict/check.ts';
export { type ManifestLicense, manifestLicense } from './workspace/manifest-license.ts';
export { ownLicenseFile, type WorkspaceLicense } from './workspace.ts';

/**
 * Reads a license policy from YAML text; `name` is what people call it: its path. Never rejects: what is wrong comes back
 * as problems with places in the text, and then no policy is applied. The YAML parser loads when it is first needed.
 */
export async function readLicensePolicy(text: string, name: string = policyFile): Promise<PolicyReading> {
  const { readPolicyText } = await import('./policy/read.ts');
  return readPolicyText(text, name);
}

/** Reads a license policy from the value of a setting. */
export async function readLicensePolicySetting(value: unknown, name: string): Promise<PolicyReading> {
  const { readPolicyValue } = await import('./policy/read.ts');
  return readPolicyValue(value, name);
}

/**
 * The policy of a folder of the workspace, from `.gitee-scout/policy.yaml`; `undefined` where there is none. `place`: where
 * the folder lies, for the policy's name.
 */
export async function licensePolicyIn(folder: Pick<Folder, 'read'>, place = ''): Promise<PolicyReading | undefined> {
  const text = await folder.read(policyFile);
  return text === undefined ? undefined : readLicensePolicy(text, place === '' ? policyFile : `${place}/${policyFile}`);
}

/** All that needs the index of license texts. */
export interface Licenses {
  /** What license a text is, with what stands beside it. Never throws; takes any text, however long. */
  identify(text: string): LicenseIdentification;
  /** What the places of a project say together. */
  combine(evidence: readonly LicenseEvidence[]): EffectiveLicense;
  /** What a README says of the license, if anything. */
  inReadme(markdown: string): ReadmeLicense | undefined;
  /** The license of one's own work, by the files of one folder, given from the nearest to the farthest. */
  workspaceLicense(files: readonly { readonly path: string; readonly text: string }[]): WorkspaceLicense | undefined;
}

/** Opens the index that `compileLicenseIndex` made. @throws LicenseIndexError when it is damaged. */
export function openLicenses(index: string): Licenses {
  const identify = openIdentifier(index);
  return {
    identify,
    combine: combineEvidence,
    inReadme: licenseInReadme,
    workspaceLicense: files => workspaceLicense(files, identify),
  };
}
