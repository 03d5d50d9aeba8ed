import assert from 'node:assert/strict';
import { classOf, type LicenseClass, parseExpression } from '../../../src/core/licenses/index.ts';

describe('classes of licenses', () => {
  const expected: readonly (readonly [id: string, kind: LicenseClass])[] = [
    ['0BSD', 'public-domain'],
    ['MIT', 'permissive'],
    ['MulanPSL-2.0', 'permissive'],
    ['MPL-2.0', 'file-copyleft'],
    ['LGPL-2.1-or-later', 'library-copyleft'],
    ['GPL-3.0-only', 'strong-copyleft'],
    ['GPL-2.0-only WITH Classpath-exception-2.0', 'library-copyleft'],
    ['GPL-2.0-only WITH openvpn-openssl-exception', 'strong-copyleft'],
    ['AGPL-3.0-only', 'network-copyleft'],
    ['MulanPubL-2.0', 'network-copyleft'],
    ['EUPL-1.2', 'network-copyleft'],
    ['BUSL-1.1', 'source-available'],
    ['SSPL-1.0', 'source-available'],
    ['CC-BY-NC-4.0', 'non-commercial'],
    ['LicenseRef-Anti-996', 'field-limited'],
    ['UNLICENSED', 'proprietary'],
    ['NONE', 'none'],
    ['NOASSERTION', 'unknown'],
    ['LicenseRef-additional-terms', 'unknown'],
    ['LicenseRef-MIT-modified', 'unknown'],
    ['LicenseRef-of-a-company', 'unknown'],
  ];
  for (const [id, kind] of expected) {
    it(`calls ${id} ${kind}`, () => {
      const parsed = parseExpression(id);

      assert.ok(parsed?.kind === 'license');
      assert.equal(classOf(parsed), kind);
    });
  }
});
