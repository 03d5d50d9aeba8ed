import assert from 'node:assert/strict';
import { isLicenseFile, isNoticeFile } from '../../../src/core/licenses/index.ts';

describe('names of files that hold terms', () => {
  for (const name of [
    'LICENSE',
    'LICENCE.txt',
    'LICENSE-MIT',
    'LICENSE.zh-CN',
    'docs/COPYING',
    'EULA.txt',
    'TERMS.md',
    'ADDITIONAL_TERMS',
    'COMMERCIAL.md',
    'COMMERCIAL-LICENSE',
    'Lizenz.txt',
    'foo-license.txt',
    '许可证',
    '使用协议.txt',
    '用户协议.md',
    '补充协议.md',
    '版权声明.md',
    '版权说明.txt',
    '授权说明.md',
    '商业授权.md',
    '软件许可协议.md',
  ]) {
    it(`are known: ${name}`, () => {
      assert.equal(isLicenseFile(name), true);
    });
  }

  for (const name of [
    'license.ts',
    'terms.json',
    'commercial.go',
    'README.md',
    'terminal.md',
    'commerce',
    'package.json',
  ])
    it(`are not confused with others: ${name}`, () => {
      assert.equal(isLicenseFile(name), false);
    });

  it('are told from notices, which are full of names of others', () => {
    for (const name of ['NOTICE', 'COPYRIGHT', 'PATENTS', 'LEGAL.md']) assert.equal(isNoticeFile(name), true, name);
    assert.equal(isLicenseFile('PATENTS'), false);
  });
});
