import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { before, describe, it } from 'mocha';
import { z } from 'zod';
import { compileLicenseIndex } from '../../../../src/core/licenses/compile.ts';
import { isRtf, textOfRtf } from '../../../../src/core/licenses/identify/rtf.ts';
import { type Licenses, openLicenses } from '../../../../src/core/licenses/index.ts';

const texts = z
  .record(z.string(), z.object({ licenseText: z.string() }))
  .parse(createRequire(import.meta.url)('spdx-license-list/spdx-full.json'));

/** As an installer's editor saves it: each line a paragraph, quotes as signs of their own. */
function asRtf(text: string): string {
  const body = text
    .replace(/[\\{}]/g, sign => `\\${sign}`)
    .replace(/"([^"]*)"/g, '\\ldblquote $1\\rdblquote ')
    .replace(/\n/g, '\\par\r\n');
  return `{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0\\fswiss Arial;}}{\\colortbl ;\\red0\\green0\\blue0;}{\\*\\generator Riched20 10.0;}\\viewkind4\\uc1\\pard\\lang1033\\f0\\fs20 ${body}\\par\r\n}`;
}

describe('a license in Rich Text Format', () => {
  let licenses: Licenses;
  before(async () => {
    licenses = openLicenses(await compileLicenseIndex());
  });

  for (const id of ['MIT', 'Apache-2.0', 'BSD-3-Clause', 'GPL-2.0-only', 'MPL-2.0']) {
    it(`is read: ${id}`, () => {
      assert.equal(licenses.identify(asRtf(texts[id]?.licenseText ?? '')).expression, id);
    });
  }

  it('shows what is added to it, at its place', () => {
    const file = asRtf(`${texts.MIT?.licenseText}\nYou may not use the Software in schools.`);
    const { expression, additions } = licenses.identify(file);

    assert.equal(expression, 'MIT AND LicenseRef-additional-terms');
    const [from, to] = additions.find(({ kind }) => kind === 'restriction' || kind === 'unknown')?.range ?? [0, 0];
    assert.match(file.slice(from, to), /in schools/);
  });

  it('hides nothing that a reader of the document sees', () => {
    assert.equal(textOfRtf("{\\rtf1 a\\u8217?b \\{c\\} \\'e9{\\b d}}").replace(/\s+/g, ' ').trim(), 'a’ b { c} é d');
    assert.match(textOfRtf('{\\rtf1 {\\info{\\title T}}{\\v Foo} x}'), /Foo/);
  });

  it('is told from other text', () => {
    assert.equal(isRtf('MIT License {\\rtf1'), false);
    assert.equal(isRtf('{\\rtf1\\ansi x}'), true);
  });

  it('takes a damaged file, and a large one, in its stride', () => {
    assert.equal(licenses.identify('{\\rtf1 }}}}{{{{\\').expression, 'NOASSERTION');
    assert.equal(licenses.identify(`{\\rtf1 ${'{\\b '.repeat(100_000)}`).expression, 'NOASSERTION');
  });
});
