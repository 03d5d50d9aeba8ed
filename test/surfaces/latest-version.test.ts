import assert from 'node:assert/strict';
import { latestVersion, readVersion } from '../../src/surfaces/actions/latest-version.ts';

describe('the latest version of a package', () => {
  const answers: readonly (readonly [answer: string, version: string | undefined])[] = [
    ['"1.11.13"\n', '1.11.13'],
    ['[\n  "2.0.0-beta.1"\n]', '2.0.0-beta.1'],
    ['', undefined],
    ['npm error code E404', undefined],
  ];
  for (const [answer, version] of answers) {
    it(`is read from what the package manager says: ${JSON.stringify(answer)}`, () => {
      assert.equal(readVersion(answer), version);
    });
  }

  for (const purl of ['pkg:npm/a%20%26%20b', 'pkg:npm/--registry', 'pkg:npm/%', 'pkg:npm/a/../../b', 'moment']) {
    it(`is not asked for with a name that is none: ${purl}`, async () => {
      assert.equal(await latestVersion(purl, undefined), undefined);
    });
  }

  it('is not asked for where there is no package manager that says it', async () => {
    assert.equal(await latestVersion('pkg:maven/com.xuxueli/xxl-job-core', undefined), undefined);
  });
});
