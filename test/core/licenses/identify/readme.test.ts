import assert from 'node:assert/strict';
import { licenseInReadme } from '../../../../src/core/licenses/identify/readme.ts';

function expressionOf(section: string): string | undefined {
  return licenseInReadme(`# Project\n\n## License\n\n${section}\n`)?.expression;
}

describe('the license section of a README', () => {
  it('names a license, and points to the file that says its terms', () => {
    for (const section of [
      'The license is MIT.',
      '[MIT](LICENSE)',
      'Read [LICENSE](LICENSE) before use. The license is MIT.',
      'Please read the LICENSE file before using it. MIT.',
    ])
      assert.equal(expressionOf(section), 'MIT', section);
  });

  it('adds what else it asks for', () => {
    for (const section of [
      'Read [LICENSE](LICENSE) before use in a company. The license is MIT.',
      'Read LICENSE before use and ask the author. MIT.',
      'Read LICENSE before using it in schools. The license is MIT.',
    ])
      assert.match(expressionOf(section) ?? '', /LicenseRef-additional-terms/, section);
  });
});
