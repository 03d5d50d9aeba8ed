import type * as vscode from 'vscode';
import type { LicenseVerdict } from '../../core/model.ts';

/** Checks a license against that of the workspace; resolves to `undefined` where the latter is unknown. */
export type Judge = (license: string, uri: vscode.Uri) => Promise<LicenseVerdict | undefined>;

/** A license file that changes is noticed this late, ms. */
const rememberedFor = 60_000;

/**
 * Remembers verdicts for a while: finding out the workspace's own license means reading its files, and a pointer rests on
 * many dependencies.
 */
export function rememberVerdicts(
  judge: Judge,
  now: () => number = Date.now,
): { readonly judge: Judge; forget(): void } {
  const remembered = new Map<string, { readonly at: number; readonly verdict: ReturnType<Judge> }>();
  return {
    judge: (license, uri) => {
      const known = remembered.get(license);
      if (known && now() - known.at < rememberedFor) return known.verdict;
      const verdict = judge(license, uri);
      remembered.set(license, { at: now(), verdict });
      // A hover without a verdict is better than none; the next one asks again.
      return verdict.catch(() => {
        remembered.delete(license);
        return undefined;
      });
    },
    forget: () => remembered.clear(),
  };
}
