import type * as vscode from 'vscode';
import type { Verdict } from '../../core/model.ts';
import type { LicenseAnswer, LicenseJudge } from '../license-judge.ts';
import type { ManifestIndex } from '../manifest-index.ts';
import { sentenceText } from '../sentence-text.ts';
import type { SessionDependencies } from './session-dependencies.ts';
import { manifestsOf } from './workspace-dependencies.ts';

const scale: readonly Verdict[] = ['fits', 'fits-with-duties', 'depends', 'review', 'conflict', 'no-right-found'];

/** Asks for the license of the work that would use a project. */
interface OwnLicenseQuestion {
  /** A manifest of that work, where one is known. */
  placeOf(id: string): vscode.Uri | undefined;
  askOnce(id: string): Promise<void>;
}

/** Weighs a project's license against the parts of the workspace that would use it; the worst answer counts. */
export function judgePage(
  licenses: LicenseJudge,
  index: ManifestIndex,
): Pick<SessionDependencies, 'ownLicense' | 'judge' | 'licenseChange'> & OwnLicenseQuestion {
  /** The manifests that would use the project; one place of unknown use where there is none. */
  const places = (id: string): readonly (vscode.Uri | undefined)[] => {
    const found = manifestsOf(index, id);
    return found.length > 0 ? found : [undefined];
  };
  return {
    placeOf: id => places(id)[0],
    askOnce: id => licenses.askOnce(places(id)[0]),
    ownLicense: id => licenses.ownLicense(places(id)[0]),
    async judge(id, { expression, confidence, unread, conflict }, { use, distribution }) {
      // A place that could not be read may say something else, and so may the other side of a contradiction.
      const doubtful = unread.length > 0 || conflict !== undefined;
      const subject = {
        license: expression,
        project: id,
        confidence: doubtful ? 'low' : confidence,
        use,
        distribution,
      } as const;
      const answers = await Promise.all(places(id).map(uri => licenses.judge(subject, uri)));
      const worst = [...answers].sort((one, other) => badness(other) - badness(one))[0] ?? { own: null };
      const { attributions } = await import('../../core/licenses/index.ts');
      return { ...worst, data: attributions };
    },
    async licenseChange(saved, { expression, unread }) {
      const { licenseChange } = await import('../../core/licenses/index.ts');
      const change = licenseChange(saved, { expression, complete: unread.length === 0 });
      return change ? { kind: change.kind, sentence: sentenceText(change.said) } : null;
    },
  };
}

function badness({ verdict }: LicenseAnswer): number {
  return verdict ? scale.indexOf(verdict.verdict) : -1;
}
