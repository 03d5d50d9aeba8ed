import * as vscode from 'vscode';
import type { LicensePolicy, PolicyAnswer } from '../core/licenses/index.ts';
import type { Confidence, Distribution, LicenseUse, LicenseVerdict } from '../core/model.ts';
import type { OwnLicense } from '../webview/protocol.ts';
import { licenseLabel, verdictLabel } from './wording.ts';

/**
 * How a dependency is used until a person says otherwise: a library in a product that others get. The strictest of the
 * usual ways, so that nobody is told "fits" by a default.
 */
export const usual: { readonly use: LicenseUse; readonly distribution: Distribution } = {
  use: 'linked',
  distribution: 'shipped',
};

/** What is asked about. */
export interface LicenseSubject {
  /** SPDX expression. */
  readonly license: string;
  /** Id in the catalog: its evidence says how sure the license is, and a policy may speak of it. */
  readonly project?: string | undefined;
  /** Overrides what the catalog's evidence says. */
  readonly confidence?: Confidence | undefined;
  readonly use?: LicenseUse | undefined;
  readonly distribution?: Distribution | undefined;
}

/** What a license means here. */
export interface LicenseAnswer {
  /** The license of the user's own work there; `null` where nothing says it. */
  readonly own: OwnLicense | null;
  /** In the words of the interface; `undefined` where the own license is unknown. */
  readonly verdict?: LicenseVerdict | undefined;
  /** In the words of the interface; `undefined` where there is no policy. */
  readonly policy?: PolicyWords | undefined;
  /** The same for files, which are English. */
  readonly inEnglish?: { readonly verdict?: LicenseVerdict | undefined; readonly policy?: PolicyWords | undefined };
}

/** What a policy says, in words. */
export type PolicyWords = Omit<PolicyAnswer, 'said'>;

/** Weighs licenses against the user's own work and the company's policy, for every surface that shows one. */
export interface LicenseJudge extends vscode.Disposable {
  /** `uri`: a file of the work that would use it; any folder of the workspace without one. */
  judge(subject: LicenseSubject, uri?: vscode.Uri): Promise<LicenseAnswer>;
  /** The license of the work that a file belongs to, by the nearest file that says it; a setting wins over all. */
  ownLicense(uri?: vscode.Uri): Promise<OwnLicense | null>;
  /** Asks the user for it, once and not in the way, where nothing says it; a file of the work as above. */
  askOnce(uri?: vscode.Uri): Promise<void>;
  policies(uri?: vscode.Uri): Promise<readonly LicensePolicy[]>;
  /** Files or settings changed that answers stand on. */
  readonly onDidChange: vscode.Event<void>;
}

/** A policy's answer as the end of a sentence; `undefined` where there is nothing to say. */
export function policyLabel(answer: PolicyWords | undefined): string | undefined {
  switch (answer?.decision) {
    case 'denied':
      return vscode.l10n.t('against your company’s policy');
    case 'review':
      return vscode.l10n.t('to be reviewed by your company’s policy');
    case 'allowed':
    case undefined:
      return undefined;
  }
}

/** A license and what it means, in words: `MIT (fits your license, with duties)`. */
export function licenseWords(license: string, answer: LicenseAnswer | undefined): string {
  const words = [
    ...(answer?.verdict ? [verdictLabel(answer.verdict.verdict)] : []),
    ...[policyLabel(answer?.policy)].filter(label => label !== undefined),
  ];
  return words.length === 0 ? licenseLabel(license) : `${licenseLabel(license)} (${words.join('; ')})`;
}
