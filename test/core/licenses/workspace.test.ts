import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { z } from 'zod';
import type { Licenses } from '../../../src/core/licenses/index.ts';
import { openForTest } from './compiled-index.ts';

const { MIT } = z
  .object({ MIT: z.object({ licenseText: z.string() }) })
  .parse(createRequire(import.meta.url)('spdx-license-list/spdx-full.json'));
const mit = { path: 'LICENSE', text: MIT.licenseText };

describe('the license of the own work', () => {
  let licenses: Licenses;
  before(async function () {
    this.timeout(120_000);
    licenses = await openForTest();
  });

  const manifests: readonly (readonly [path: string, text: string, expression: string])[] = [
    ['package.json', '{ "license": "MIT OR Apache-2.0" }', 'MIT OR Apache-2.0'],
    ['package.json', '{ "license": "UNLICENSED" }', 'LicenseRef-proprietary'],
    ['package.json', '{ "license": { "type": "MIT", "url": "x" } }', 'MIT'],
    ['package.json', '{ "licenses": [{ "type": "MIT" }, { "type": "ISC" }] }', 'MIT OR ISC'],
    ['package.json', '{ "private": true }', 'proprietary'],
    ['Cargo.toml', '[package]\nlicense = "MIT/Apache-2.0"', 'MIT OR Apache-2.0'],
    ['pyproject.toml', '[project]\nlicense = "EUPL-1.2"', 'EUPL-1.2'],
    ['pyproject.toml', '[project]\nlicense = { text = "BSD-3-Clause" }', 'BSD-3-Clause'],
    ['pyproject.toml', '[project]\nclassifiers = ["License :: OSI Approved :: MIT License"]', 'MIT'],
    ['composer.json', '{ "license": ["LGPL-2.1-only", "GPL-3.0-or-later"] }', 'LGPL-2.1-only OR GPL-3.0-or-later'],
    ['composer.json', '{ "license": "proprietary" }', 'LicenseRef-proprietary'],
    [
      'pom.xml',
      '<licenses><license><name>The Apache Software License, Version 2.0</name></license></licenses>',
      'Apache-2.0',
    ],
    ['a.csproj', '<PackageLicenseExpression>MIT</PackageLicenseExpression>', 'MIT'],
    ['REUSE.toml', '[[annotations]]\npath = "**"\nSPDX-License-Identifier = "GPL-3.0-or-later"', 'GPL-3.0-or-later'],
  ];
  for (const [path, text, expression] of manifests) {
    it(`is ${expression} by ${path}: ${text.replaceAll('\n', ' ').slice(0, 50)}`, () => {
      const found = licenses.workspaceLicense([{ path, text }]);

      assert.equal(found?.expression, expression);
      assert.equal(found?.place, path);
    });
  }

  it('is that of the file that the manifest points to', () => {
    const pointing = { path: 'package.json', text: '{ "license": "SEE LICENSE IN LICENSE" }' };

    assert.equal(licenses.workspaceLicense([pointing, mit])?.expression, 'MIT');
  });

  it('is that of the license file where the manifest is silent', () => {
    assert.equal(licenses.workspaceLicense([{ path: 'go.mod', text: 'module x' }, mit])?.place, 'LICENSE');
    assert.equal(
      licenses.workspaceLicense([{ path: 'package.json', text: '{ "private": true }' }, mit])?.expression,
      'MIT',
    );
  });

  it('is unclear where two files differ', () => {
    const other = { path: 'package.json', text: '{ "license": "GPL-3.0-only" }' };

    const found = licenses.workspaceLicense([other, mit]);

    assert.equal(found?.expression, 'NOASSERTION');
    assert.equal(found?.place, 'package.json, LICENSE');
  });

  it('is that of the nearest folder', () => {
    const near = { path: 'packages/a/package.json', text: '{ "license": "ISC" }' };

    assert.equal(licenses.workspaceLicense([near, mit])?.expression, 'ISC');
  });

  it('is that of REUSE.toml, whatever texts lie in LICENSES/', () => {
    const reuse = { path: 'a/REUSE.toml', text: '[[annotations]]\npath = "**"\nSPDX-License-Identifier = "EUPL-1.2"' };
    const texts = ['EUPL-1.2', 'CC0-1.0'].map(id => ({ path: `a/LICENSES/${id}.txt`, text: 'the text' }));

    const found = licenses.workspaceLicense([...texts, reuse]);

    assert.deepEqual(found, { expression: 'EUPL-1.2', place: 'a/REUSE.toml', confidence: 'high' });
  });

  it('is the only one of LICENSES/ where nothing else speaks', () => {
    const text = (id: string) => ({ path: `LICENSES/${id}.txt`, text: 'the text' });

    assert.equal(licenses.workspaceLicense([text('GPL-3.0-or-later')])?.expression, 'GPL-3.0-or-later');
    assert.equal(licenses.workspaceLicense([text('MIT'), text('CC0-1.0')]), undefined);
    assert.equal(licenses.workspaceLicense([text('CC0-1.0'), mit])?.place, 'LICENSE');
  });

  it('is that of the headers of files that agree', () => {
    const file = (path: string, id: string) => ({ path, text: `// SPDX-License-Identifier: ${id}\n\ncode();\n` });

    assert.equal(licenses.workspaceLicense([file('a.c', 'MPL-2.0'), file('b.c', 'MPL-2.0')])?.expression, 'MPL-2.0');
    assert.deepEqual(licenses.workspaceLicense([file('a.c', 'MPL-2.0'), file('b.c', 'MIT')]), {
      expression: 'NOASSERTION',
      place: 'a.c, b.c',
      confidence: 'low',
    });
    assert.equal(licenses.workspaceLicense([file('a.c', 'MPL-2.0'), mit])?.expression, 'MIT');
  });

  for (const text of ['', '{', '{ "license": 7 }', '[]', '{ "license": "__proto__" }']) {
    it(`is unknown by a package.json that reads ${text || '(nothing)'}`, () => {
      assert.equal(licenses.workspaceLicense([{ path: 'package.json', text }]), undefined);
    });
  }

  it('is unknown without files', () => {
    assert.equal(licenses.workspaceLicense([]), undefined);
  });

  it('reads README sections, and never with certainty', () => {
    const readme =
      '# Foo\n\n## License\n\nReleased under the [MIT](LICENSE) license.\n\n## 声明\n\n本项目仅供学习交流，禁止商用。\n';

    const found = licenses.inReadme(readme);

    assert.match(found?.expression ?? '', /^MIT AND LicenseRef-additional-terms$/);
    assert.equal(found?.confidence, 'low');
    assert.match(found?.quote ?? '', /禁止商用/);
    assert.equal(licenses.inReadme('# Foo\n\nNothing of that.'), undefined);
  });

  for (const [sentence, expression] of [
    ['使用前请阅读 [LICENSE](LICENSE)，当前许可证为 **MIT**。', 'MIT'],
    ['请先仔细阅读 LICENSE，本项目采用 MIT 许可证。', 'MIT'],
    ['使用前请阅读 LICENSE 并征得作者同意，许可证为 MIT。', 'MIT AND LicenseRef-additional-terms'],
    ['使用前请联系作者，许可证为 MIT。', 'MIT AND LicenseRef-additional-terms'],
  ] as const) {
    it(`reads "${sentence}" as ${expression}`, () => {
      assert.equal(licenses.inReadme(`# Foo\n\n## 许可证\n\n${sentence}\n`)?.expression, expression);
    });
  }
});
