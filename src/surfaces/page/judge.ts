import type { Scout } from '../../core/index.ts';
import type { LicenseVerdict } from '../../core/model.ts';
import type { PageLicense } from '../../core/projects/index.ts';
import type { OwnLicense } from '../../webview/protocol.ts';
import { findOwnLicense } from './own-license.ts';
import type { HowUsed } from './session.ts';

/** Asks the core whether a license fits; loaded when the first page needs it. */
export function createJudge(scout: Pick<Scout, 'licenses'>) {
  return {
    ownLicense: (): Promise<OwnLicense | null> =>
      findOwnLicense(async files => {
        const licenses = await scout.licenses();
        const found = licenses.workspaceLicense(files);
        return found && { expression: found.expression, place: found.place };
      }),
    async judge(license: PageLicense, own: OwnLicense, { use, distribution }: HowUsed): Promise<LicenseVerdict> {
      const { checkLicense } = await import('../../core/licenses/index.ts');
      // A place that could not be read may say something else, and so may the other side of a contradiction.
      const doubtful = license.unread.length > 0 || license.conflict !== undefined;
      return checkLicense({
        inbound: license.expression,
        outbound: own.expression,
        use,
        distribution,
        modified: false,
        confidence: doubtful ? 'low' : license.confidence,
      });
    },
    async isExpression(text: string): Promise<boolean> {
      const { isLicenseExpression } = await import('../../core/licenses/index.ts');
      return text === 'proprietary' || isLicenseExpression(text);
    },
  };
}
