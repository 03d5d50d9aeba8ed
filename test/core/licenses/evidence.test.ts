import assert from 'node:assert/strict';
import { combineEvidence, confidenceOfCatalog } from '../../../src/core/licenses/index.ts';
import type { Confidence, LicenseEvidence } from '../../../src/core/model.ts';

function said(place: string, expression: string, confidence: Confidence = 'medium', quote = ''): LicenseEvidence {
  return { place, expression, confidence, quote };
}

describe('combined evidence', () => {
  it('is sure when the text and a field agree', () => {
    const found = combineEvidence([said('LICENSE', 'MIT', 'high'), said('gitee field', 'MIT')]);

    assert.deepEqual(found, { expression: 'MIT', confidence: 'high' });
  });

  it('is not sure of a text that nobody confirms, nor of a field alone', () => {
    assert.equal(combineEvidence([said('LICENSE', 'MIT', 'high')]).confidence, 'medium');
    assert.equal(combineEvidence([said('gitee field', 'MIT')]).confidence, 'low');
  });

  it('is as sure of a text that was read for the catalog as where the catalog alone is asked, and of no field', () => {
    const read = (source: string, file?: string) =>
      confidenceOfCatalog([
        { facts: ['license'], source, date: '2026-11-20', ...(file === undefined ? {} : { file }) },
      ]);

    assert.equal(read('https://example.org/foo/1.2.0', 'LICENSE'), 'medium');
    assert.equal(read('https://example.org/foo/blob/main/COPYING'), 'medium');
    assert.equal(read('https://example.org/foo/1.2.0', 'foo-1.2.0.dist-info/licenses/LICENSE.txt'), 'medium');
    assert.equal(read('https://example.org/foo/blob/main/README.md'), 'low');
    assert.equal(read('https://example.org/package/foo/v/1.2.0'), 'low', 'the field of a registry');
    assert.equal(read('https://example.org/package/license/v/1.2.0', 'package.json'), 'low');
    assert.equal(read('https://example.org/foo/blob/main/composer.json'), 'low');
    assert.equal(confidenceOfCatalog([]), 'low');
    assert.equal(combineEvidence([said('catalog', 'MIT', 'medium')]).confidence, 'medium');
    assert.equal(combineEvidence([said('catalog', 'MIT', 'low')]).confidence, 'low');
    assert.equal(combineEvidence([said('catalog', 'MIT'), said('LICENSE', 'AGPL-3.0-only', 'high')]).confidence, 'low');
  });

  it('follows a file that offers the licenses of two others, and no other word', () => {
    const offer = (quote: string) => ({ ...said('LICENSE', 'NOASSERTION', 'low'), quote });
    const texts = [said('LICENSE.APACHE', 'Apache-2.0', 'high'), said('LICENSE.BSD', 'BSD-3-Clause', 'high')];
    const either =
      'This software is made available under the terms of *either* of the licenses\nfound in LICENSE.APACHE or LICENSE.BSD. Contributions to foo are made\nunder the terms of *both* these licenses.';

    assert.deepEqual(combineEvidence([offer(either), ...texts]), {
      expression: 'Apache-2.0 OR BSD-3-Clause',
      confidence: 'medium',
    });
    for (const other of [
      `${either} Not for banks.`,
      either.replace('made available', 'made available to students'),
      either.replace('LICENSE.BSD', 'LICENSE.GPL'),
    ]) {
      assert.equal(combineEvidence([offer(other), ...texts]).confidence, 'low', other);
    }
    assert.equal(combineEvidence([offer(either), ...texts, said('package.json', 'AGPL-3.0-only')]).confidence, 'low');
  });

  it('takes the more precise word for a GNU license', () => {
    const { expression, conflict } = combineEvidence([
      said('COPYING', 'GPL-2.0-only', 'high'),
      said('gitee field', 'GPL-2.0'),
      said('package.json', 'GPL-2.0-or-later'),
    ]);

    assert.equal(expression, 'GPL-2.0-or-later');
    assert.equal(conflict, undefined);
  });

  it('trusts the text over the field and tells the conflict', () => {
    const { expression, confidence, conflict } = combineEvidence([
      said('LICENSE', 'MulanPSL-2.0', 'high'),
      said('gitee field', 'Apache-2.0'),
    ]);

    assert.equal(expression, 'MulanPSL-2.0');
    assert.equal(confidence, 'low');
    assert.match(conflict ?? '', /LICENSE says MulanPSL-2\.0; gitee field says Apache-2\.0/);
  });

  it('lets a restriction in the README count', () => {
    const { expression, confidence } = combineEvidence([
      said('LICENSE', 'Apache-2.0', 'high'),
      said('README.md', 'Apache-2.0 AND LicenseRef-additional-terms', 'low'),
    ]);

    assert.match(expression, /LicenseRef-additional-terms/);
    assert.equal(confidence, 'low');
  });

  it('lets a manifest explain two license files as a choice', () => {
    const { expression, conflict } = combineEvidence([
      said('LICENSE-MIT', 'MIT', 'high'),
      said('LICENSE-APACHE', 'Apache-2.0', 'high'),
      said('Cargo.toml', 'MIT OR Apache-2.0'),
    ]);

    assert.equal(expression, 'MIT OR Apache-2.0');
    assert.equal(conflict, undefined);
  });

  it('takes two license files that nobody explains as both', () => {
    const { expression, confidence } = combineEvidence([
      said('LICENSE', 'MIT', 'high'),
      said('LICENSE.MulanPSL2', 'MulanPSL-2.0', 'high'),
    ]);

    assert.equal(expression, 'MIT AND MulanPSL-2.0');
    assert.equal(confidence, 'low');
  });

  it('does not let a field cover a text that nobody knows', () => {
    const { confidence, conflict } = combineEvidence([
      said('LICENSE', 'NOASSERTION', 'low', 'Some words of a lawyer'),
      said('gitee field', 'Apache-2.0'),
    ]);

    assert.equal(confidence, 'low');
    assert.match(conflict ?? '', /none of the known licenses/);
  });

  it('asserts nothing without evidence', () => {
    assert.deepEqual(combineEvidence([]), { expression: 'NOASSERTION', confidence: 'low' });
    assert.equal(combineEvidence([said('gitee field', '__proto__')]).expression, 'NOASSERTION');
  });

  it('is never sure beside a file of terms that nobody knows, whatever the file is called', () => {
    for (const place of ['使用协议.txt', '授权声明', 'EULA.txt', 'COMMERCIAL-LICENSE', 'LICENSE-EE']) {
      const { confidence, conflict } = combineEvidence([
        { place: 'LICENSE', expression: 'MIT', confidence: 'high' },
        { place: 'package.json', expression: 'MIT', confidence: 'medium' },
        { place, expression: 'NOASSERTION', confidence: 'low', quote: 'Firms ask first.' },
      ]);
      assert.equal(confidence, 'low', place);
      assert.ok(conflict?.includes(place), place);
    }
  });
});
