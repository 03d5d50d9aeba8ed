import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { z } from 'zod';
import { type Licenses, textOfBytes } from '../../../../src/core/licenses/index.ts';
import { openForTest } from '../compiled-index.ts';
import { takesNothingBack } from '../takes-nothing-back.ts';

const texts = z
  .record(z.string(), z.object({ licenseText: z.string() }))
  .parse(createRequire(import.meta.url)('spdx-license-list/spdx-full.json'));

const ids = [
  'MIT',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'Zlib',
  'MulanPSL-2.0',
  'MPL-2.0',
  'GPL-2.0-only',
  'LGPL-2.1-only',
  'AGPL-3.0-only',
  'EPL-2.0',
  'BSL-1.0',
  'Unlicense',
  '0BSD',
] as const;

/** Sentences that take back what a license grants, as authors write them and as somebody would hide them. */
const terms = [
  'You may not use this software to develop a competing product.',
  'Commercial use requires a separate license from the author.',
  'The Software may not be sold.',
  'This license does not apply in the European Union.',
  'Companies with more than 50 employees must buy a license.',
  'You must keep the logo of the project on every page.',
  '"Use" means use for personal, non-commercial purposes.',
  '"You" shall mean a natural person who is not an employee of a company.',
  'Permission ends after one year.',
  'Redistribution of modified versions is prohibited.',
  'Users must register at the website of the author.',
  'It may not be offered as a hosted service.',
  'For evaluation only.',
  'Military use is forbidden.',
  '禁止商用。',
  '本项目仅供学习交流，请于24小时内删除。',
  '员工人数达到50人的企业须购买商业授权。',
  '使用者必须保留页面底部的版权标识。',
  '不得基于本软件开发同类产品。',
  '未经作者书面许可，不得分发修改后的版本。',
  '本软件不得在欧盟境内使用。',
  '“使用”是指个人非商业用途的使用。',
  '如有冲突，以补充条款为准。',
  // In the shape of sentences that are harmless: origin, place, list of parts, notice, exception, trademark, disclaimer.
  'This product includes software developed by Foo, which may not be used commercially.',
  'The files were converted from the originals and may be used by schools only.',
  'The project is maintained by Foo Inc. and is available to its members.',
  'The code is derived from Foo and is reserved for customers of Foo.',
  'The library is included below for use inside of the European Union.',
  'This software is bundled with Foo until the end of 2027.',
  'All files are located in src and are the confidential property of Foo.',
  'Unless required by applicable law or agreed to in writing, you must pay a fee to the Licensor.',
  'You should have received a copy of the GNU General Public License, and must not sell this program.',
  'See the License for the specific language governing permissions and limitations, and pay for each server.',
  'As a special exception, the copyright holders forbid to link this library with programs of competitors.',
  'Foo is a registered trademark of Foo Inc. and must be shown on every page.',
  'THE SOFTWARE IS PROVIDED "AS IS" TO COMPANIES WITH FEWER THAN FIFTY EMPLOYEES.',
  'You may choose either the MIT license or, for commercial use, a license that we sell.',
  'If you contribute to this repository, you must not offer it as a service.',
  'packages/server (only for customers with a subscription)',
  'Foo is a library for paying customers.',
  'A toolkit for members of the association.',
  'Except when otherwise stated (look at the list of prices), the code is written for sponsors of the project.',
  'License: MIT, for schools only',
  'Comment: commercial use needs a license of its own',
  'Availability: inside of the European Union',
  '本产品包含第三方软件，第三方软件不得用于商业用途。',
  '本项目由某某公司维护，商业使用请联系作者。',
] as const;

/** Ways to put a sentence into a license text. `at` is a share of the text. */
const places: readonly (readonly [name: string, put: (text: string, term: string, at: number) => string])[] = [
  ['before everything', (text, term) => `${term}\n\n${text}`],
  ['at the end', (text, term) => `${text}\n\n${term}\n`],
  ['between two paragraphs', (text, term, at) => between(text, /\n\s*\n/g, at, `\n\n${term}\n\n`)],
  ['behind a sentence', (text, term, at) => between(text, /\.\s/g, at, `. ${term} `)],
  ['in a line with a comment sign', (text, term) => `${text}\n# ${term}\n`],
  ['after a copyright line', (text, term) => `Copyright (c) 2024 Li Lei\n${term}\n\n${text}`],
  ['inside a copyright line', (text, term) => `Copyright (c) 2024 Li Lei. ${term}\n\n${text}`],
  ['as a title', (text, term) => `# ${term.replace(/[.。]$/, '')}\n\n${text}`],
  ['as a numbered point', (text, term) => `${text}\n\n10. ${term}\n`],
  ['in parentheses at the end of a line', (text, term) => `${text.trimEnd()} (${term})\n`],
  ['in a list of third parties', (text, term) => `${text}\n\nThis product includes software of Foo (MIT). ${term}\n`],
  [
    'after a harmless notice',
    (text, term) => `${text}\n\nYou may obtain a copy of the License at\nhttps://example.org. ${term}\n`,
  ],
  ['in a comment of JavaScript', (text, term) => `/*!\n * foo v1.2.3\n * ${term}\n */\n${text}`],
  ['between two licenses', (text, term) => `${texts.ISC?.licenseText}\n\n${term}\n\n${text}`],
  ['in a comment of HTML', (text, term) => `<!-- ${term} -->\n${text}`],
  [
    'in a comment of a page of the web',
    (text, term) => `<html><body><h1>License</h1><!-- ${term} --><pre>${escapeHtml(text)}</pre></body></html>`,
  ],
];

function between(text: string, pattern: RegExp, at: number, inserted: string): string {
  const found = [...text.matchAll(pattern)];
  const match = found[Math.floor(at * found.length)];
  if (!match) return text + inserted;
  return text.slice(0, match.index) + inserted + text.slice(match.index + match[0].length);
}

const anyLicense = fc.constantFrom(...ids).map(id => ({ id, text: texts[id]?.licenseText ?? '' }));

describe('terms hidden in a license text', () => {
  let licenses: Licenses;
  before(async function () {
    this.timeout(120_000);
    licenses = await openForTest();
  });

  for (const [name, put] of places) {
    it(`are seen ${name}`, function () {
      this.timeout(120_000);
      fc.assert(
        fc.property(
          anyLicense,
          fc.constantFrom(...terms),
          fc.double({ min: 0, max: 0.999, noNaN: true }),
          (license, term, at) => {
            const { expression } = licenses.identify(put(license.text, term, at));

            assert.ok(!takesNothingBack(expression), `${license.id} with "${term}" at ${at}: ${expression}`);
          },
        ),
        { numRuns: 150 },
      );
    });
  }

  /** What editors, tools and habits do to a text, and what changes nothing. */
  const harmless: readonly (readonly [name: string, change: (text: string) => string])[] = [
    ['lines broken elsewhere', text => text.replace(/([^\n])\n(?=[a-z])/g, '$1 ').replace(/(.{50,70}) /g, '$1\n')],
    ['one line for each paragraph', text => text.replace(/([^\n])\n(?=[^\n\sC])/g, '$1 ')],
    ['Windows line ends', text => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', text => `\ufeff${text}`],
    ['other quotation marks', text => text.replace(/"([^"\n]*)"/g, '“$1”')],
    ['straight quotation marks', text => text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'")],
    ['comment signs', text => `/*\n${text.replace(/^/gm, ' * ')}\n */\n`],
    ['hashes before each line', text => text.replace(/^/gm, '# ')],
    ['quotes of Markdown', text => text.replace(/^/gm, '> ')],
    ['spaces before each line', text => text.replace(/^/gm, '    ')],
    ['secure addresses', text => text.replaceAll('http://', 'https://')],
    [
      'a copyright line with a sign',
      text => `© 2019–2024 Beijing Example Technology Co., Ltd. All rights reserved.\n\n${text}`,
    ],
    [
      'several copyright lines',
      text => `Copyright (C) 2019 Li Lei <li@example.org>\nCopyright (c) 2021, 2023 Han Meimei\n\n${text}`,
    ],
    ['a Chinese copyright line', text => `版权所有 (c) 2024 韩梅梅科技有限公司\n\n${text}`],
    ['the name of the project above', text => `my-project\n\n${text}`],
    ['British spelling', text => text.replaceAll('License', 'Licence').replaceAll('license', 'licence')],
    ['double spaces', text => text.replace(/\. /g, '.  ')],
    [
      'a page of the web',
      text => `<html><head><title>License</title></head><body><pre>${escapeHtml(text)}</pre></body></html>`,
    ],
    ['comments of SQL and Lua', text => text.replace(/^/gm, '-- ')],
    ['comments of Lisp', text => text.replace(/^/gm, ';; ')],
    ['comments of C++', text => text.replace(/^/gm, '// ')],
    ['comments of HTML', text => `<!--\n${text}\n-->\n`],
    ['comments of Python', text => `"""\n${text}\n"""\n`],
    ['hard blanks', text => text.replace(/(\w) (\w)/g, '$1\u00a0$2')],
    ['tabulators and blanks at the ends of lines', text => text.replace(/^/gm, '\t').replace(/$/gm, '  ')],
    ['long dashes', text => text.replace(/ - /g, ' – ').replace(/--+/g, '—')],
    ['a bold title', text => text.replace(/^\s*(\S.*)$/m, '**$1**')],
    ['a heading of Markdown', text => text.replace(/^\s*(\S.*)$/m, '# $1\n')],
    [
      'paragraphs of HTML',
      text => `<html><body><p>${escapeHtml(text).replace(/\n\s*\n/g, '</p>\n<p>')}</p></body></html>`,
    ],
    ['lines of one blank more', text => text.replace(/\n\s*\n/g, '\n\n\n\n')],
    ['line ends of old computers', text => text.replaceAll('\n', '\r')],
    ['a fence of Markdown', text => `\`\`\`\n${text}\n\`\`\`\n`],
  ];
  for (const [name, change] of harmless) {
    it(`are not seen in ${name}`, function () {
      this.timeout(120_000);
      // In the appendix of Mulan PSL a line of copyright would run into what follows it.
      for (const id of ids.filter(each => name !== 'one line for each paragraph' || each !== 'MulanPSL-2.0')) {
        const { expression } = licenses.identify(change(texts[id]?.licenseText ?? ''));

        assert.equal(expression, id, name);
      }
    });
  }

  it('are not seen in UTF-16, and are in GBK', () => {
    const { licenseText } = texts.MIT ?? { licenseText: '' };
    // 禁止商用 in GBK.
    const gbk = Buffer.concat([
      Buffer.from(licenseText),
      Buffer.from([0xbd, 0xfb, 0xd6, 0xb9, 0xc9, 0xcc, 0xd3, 0xc3]),
    ]);

    const [utf16, swapped, chinese] = [
      Buffer.from(`\ufeff${licenseText}`, 'utf16le'),
      Buffer.from(`\ufeff${licenseText}`, 'utf16le').swap16(),
      gbk,
    ].map(bytes => licenses.identify(textOfBytes(bytes) ?? '').expression);

    assert.deepEqual([utf16, swapped], ['MIT', 'MIT']);
    assert.ok(!takesNothingBack(chinese ?? ''));
  });
});

describe('texts in the encodings of old editors', () => {
  it('are read with the accents of the West, and with the words of China', () => {
    const western = Buffer.from('Copyright \u00a9 1999 Jos\u00e9 M\u00fcller', 'latin1');
    // 版权所有 in GBK.
    const chinese = Buffer.from([0xb0, 0xe6, 0xc8, 0xa8, 0xcb, 0xf9, 0xd3, 0xd0]);

    assert.equal(textOfBytes(western), 'Copyright © 1999 José Müller');
    assert.equal(textOfBytes(chinese), '版权所有');
  });
});

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
