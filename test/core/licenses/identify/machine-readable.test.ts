import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { z } from 'zod';
import type { Licenses } from '../../../../src/core/licenses/index.ts';
import { openForTest } from '../compiled-index.ts';

const texts = z
  .record(z.string(), z.object({ licenseText: z.string() }))
  .parse(createRequire(import.meta.url)('spdx-license-list/spdx-full.json'));

const header = 'Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\nUpstream-Name: foo\n';
const gpl2 =
  ' This program is free software; you can redistribute it and/or modify\n it under the terms of the GNU General Public ' +
  'License as published by\n the Free Software Foundation; either version 2 of the License, or\n (at your option) any later ' +
  'version.\n .\n On Debian systems, the full text of the GNU General Public License version 2\n can be found in the file ' +
  "`/usr/share/common-licenses/GPL-2'.\n";

function files(pattern: string, license: string): string {
  return `\nFiles: ${pattern}\nCopyright: 2020 Li Lei <li@example.org>\nLicense: ${license}\n`;
}

function asField(id: string): string {
  const lines = (texts[id]?.licenseText ?? '').split('\n');
  return lines.map(line => (line.trim() === '' ? ' .' : ` ${line}`)).join('\n');
}

describe('copyright files of Debian packages', () => {
  let licenses: Licenses;
  before(async function () {
    this.timeout(120_000);
    licenses = await openForTest();
  });

  const cases: readonly (readonly [name: string, text: string, expression: string])[] = [
    [
      'all licenses of their paragraphs',
      `${header}${files('*', 'GPL-2+')}${files('src/x.c', 'Expat')}\nLicense: GPL-2+\n${gpl2}\nLicense: Expat\n${asField('MIT')}\n`,
      'GPL-2.0-or-later AND MIT',
    ],
    ['names without a text', `${header}${files('*', 'Apache-2.0')}`, 'Apache-2.0'],
    ['a choice', `${header}${files('*', 'GPL-1+ or Artistic')}`, 'GPL-1.0-or-later OR Artistic-1.0-Perl'],
    [
      'a choice and what applies besides',
      `${header}${files('*', 'LGPL-2.1+ or MPL-1.1, and Expat')}`,
      '(LGPL-2.1-or-later OR MPL-1.1) AND MIT',
    ],
    [
      'exceptions',
      `${header}${files('*', 'GPL-3+ with Bison exception')}`,
      'GPL-3.0-or-later WITH Bison-exception-2.2',
    ],
    ['a text under a name of its own', `${header}${files('*', 'foo')}\nLicense: foo\n${asField('ISC')}\n`, 'ISC'],
    ['the public domain beside a license', `${header}${files('*', 'ISC')}${files('a.c', 'public-domain')}`, 'ISC'],
  ];
  for (const [name, text, expression] of cases) {
    it(`give ${name}`, () => {
      assert.equal(licenses.identify(text).expression, expression);
    });
  }

  it('give no plain license where a paragraph limits the work', () => {
    const limited = [
      `${header}${files('*', 'Expat')}\nLicense: Expat\n${asField('MIT')}\n .\n It must not be used commercially.\n`,
      `${header}${files('*', 'Expat')}${files('data/*', 'non-free')}\nLicense: non-free\n For members of the club only.\n`,
      `${header}${files('*', 'unheard-of')}`,
      `${header}Comment: 商用须购买授权。\n${files('*', 'Expat')}`,
      `${header}Disclaimer: Not part of Debian, because it may not be sold.\n${files('*', 'Expat')}`,
    ];

    const answers = limited.map(text => licenses.identify(text).expression);

    for (const answer of answers) assert.match(answer, /NOASSERTION|LicenseRef-/);
  });

  it('give matches and additions with their places in the file', () => {
    const text = `${header}${files('*', 'Expat')}\nLicense: Expat\n${asField('MIT')}\n .\n It must not be sold.\n`;

    const { matches, additions } = licenses.identify(text);

    assert.ok(matches.some(({ id, range }) => id === 'MIT' && text.slice(...range).includes('Permission is hereby')));
    assert.ok(additions.some(({ range }) => text.slice(...range) === 'It must not be sold.'));
  });
});
