/** Licenses: what a text is, what the places of a project say together, and whether it fits the user's own work. */
import type { LicenseEvidence, LicenseIdentification } from '../model.ts';
import { combineEvidence, type EffectiveLicense } from './evidence.ts';
import { openIdentifier } from './identify/identify.ts';
import { licenseInReadme, type ReadmeLicense } from './identify/readme.ts';
import { type WorkspaceLicense, workspaceLicense } from './workspace.ts';

export { attributions } from './attribution.ts';
export { classOf, type LicenseClass } from './classes.ts';
export { combineEvidence, type EffectiveLicense } from './evidence.ts';
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
export {
  applyLicensePolicy,
  type LicensePolicy,
  LicensePolicyError,
  type PolicyAnswer,
  type PolicyDecision,
  readLicensePolicy,
} from './policy.ts';
export { checkLicense, type LicenseQuestion } from './verdict/check.ts';
export type { WorkspaceLicense } from './workspace.ts';

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
