import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { z } from 'zod';
import { LicenseIndexError, type Licenses, openLicenses, textOfBytes } from '../../../../src/core/licenses/index.ts';
import { compiledIndex, openForTest } from '../compiled-index.ts';

const texts = z
  .record(z.string(), z.object({ licenseText: z.string() }))
  .parse(createRequire(import.meta.url)('spdx-license-list/spdx-full.json'));

function textOf(id: string): string {
  const found = texts[id];
  assert.ok(found, `no text of ${id}`);
  return found.licenseText;
}

const mit = textOf('MIT').replace('<year> <copyright holders>', '2024 Li Lei and Han Meimei Co., Ltd.');
const mitBody = mit.slice(mit.indexOf('Permission'));
const apache = textOf('Apache-2.0');
const mulan = textOf('MulanPSL-2.0');
const mulanEnglish = mulan.slice(mulan.indexOf('Mulan Permissive Software License'));
const laterNotice =
  'Foo is free software: you can redistribute it and/or modify it under the terms of the GNU General Public License ' +
  'as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later version.';

describe('identifying license texts', () => {
  let licenses: Licenses;
  before(async function () {
    // Making the index takes seconds.
    this.timeout(120_000);
    licenses = await openForTest();
  });

  const plain: readonly (readonly [name: string, text: string, expression: string])[] = [
    ['the plain text of MIT', mit, 'MIT'],
    ['MIT in a comment', `/*\n${mit.replace(/^/gm, ' * ')}\n */`, 'MIT'],
    ['MIT with a byte order mark and Windows line ends', `\ufeff${mit.replaceAll('\n', '\r\n')}`, 'MIT'],
    ['MIT with British spelling', mit.replaceAll('License', 'Licence'), 'MIT'],
    ['MIT in HTML', `<html><body><h1>MIT License</h1><p>&copy; 2024 Foo</p><p>${mitBody}</p></body></html>`, 'MIT'],
    ['Apache-2.0 without its appendix', apache.slice(0, apache.indexOf('APPENDIX')), 'Apache-2.0'],
    [
      'BSD-3-Clause with the names filled in',
      textOf('BSD-3-Clause').replace('copyright holder nor', 'Foo Inc. nor'),
      'BSD-3-Clause',
    ],
    ['Mulan PSL in both languages', mulan, 'MulanPSL-2.0'],
    ['Mulan PSL in English alone', mulanEnglish, 'MulanPSL-2.0'],
    ['Mulan PSL in Chinese alone', mulan.slice(0, mulan.indexOf('Mulan Permissive')), 'MulanPSL-2.0'],
    ['Mulan PSL 1', textOf('MulanPSL-1.0'), 'MulanPSL-1.0'],
    ['a bare GPL text', textOf('GPL-3.0-only'), 'GPL-3.0-only'],
    ['a GPL text under a notice of later versions', `${laterNotice}\n\n${textOf('GPL-3.0-only')}`, 'GPL-3.0-or-later'],
    ['two texts', `${mit}\n\n${apache}`, 'MIT AND Apache-2.0'],
    [
      'a choice in English',
      `Licensed under either of MIT or Apache-2.0 at your option.\n\n${mit}\n\n${apache}`,
      'MIT OR Apache-2.0',
    ],
    ['a choice in Chinese', `本项目采用双重许可，任选其一：\n\n${mit}\n\n${apache}`, 'MIT OR Apache-2.0'],
  ];
  for (const [name, text, expression] of plain) {
    it(`knows ${name}`, () => {
      assert.equal(licenses.identify(text).expression, expression);
    });
  }

  const restricted: readonly (readonly [name: string, text: string])[] = [
    [
      'a ban on competitors',
      `${apache}\n\nThis software must not be used to develop software which may be considered competitive.`,
    ],
    ['the same in Chinese', `${apache}\n\n不得基于本平台软件修改包装成功能类似的产品。`],
    ['a ban on many tenants', `${mit}\n\nYou may not operate a multi-tenant service with it.`],
    ['learning only, in Chinese', `${mit}\n\n本项目仅供学习交流。`],
    ['no commerce, in Chinese', `${mit}\n禁止商用\n`],
    ['a paid permit for large companies', `${apache}\n\n员工人数达到 50 人及以上的企业，须购买商业授权许可。`],
    ['contact before business', `${apache}\n\n商用请联系作者。`],
    ['a logo to be kept', `${mit}\n\n使用时请保留页面底部的版权标识和 LOGO。`],
    ['a supplement that prevails', `${apache}\n\n以下协议是对于本许可的补充，如有冲突，以以下协议为准。`],
    ['three words', `${mit}\nNo selling.\n`],
    ['a purpose', `${mit}\nFor study only.\n`],
    [
      'a term between the sections',
      apache.replace('4. Redistribution.', 'You shall pay 5% of your revenue.\n\n4. Redistribution.'),
    ],
    ['a term behind the copyright', `Copyright (c) 2024 Foo. You may not sell this.\n\n${mitBody}`],
    ['a term inside the copyright line', `Copyright (c) 2024 Foo, only for students\n\n${mitBody}`],
    [
      'a term after a list of third parties',
      `${mit}\n\nThis product includes Foo. Commercial users require a license.`,
    ],
    ['a heading that restricts', `MIT License\nNon-Commercial\n\n${mitBody}`],
    ['one added phrase', mit.replace('free of charge', 'free of charge, for non-commercial purposes')],
    ['one phrase taken away', mit.replace('and/or sell', 'and')],
    ['one word turned around', mit.replace('is hereby granted', 'is not hereby granted')],
    [
      'a swapped word',
      textOf('BSD-3-Clause').replace(
        'with or without modification, are permitted',
        'without modification, are permitted',
      ),
    ],
    ['another title', `Business Source License 1.1\n\n${mitBody}`],
    ['a Mulan title over MIT', `木兰宽松许可证, 第2版\n\n${mitBody}`],
    [
      'a Mulan title over other words',
      '木兰宽松许可证, 第2版\n\n本许可证受中华人民共和国法律管辖。任何人可以使用本软件，但须遵守以下条款：您必须在产品中说明来源，并将修改通知作者。任何争议由北京法院管辖。',
    ],
    ['a territory', 'THIS LICENSE AGREEMENT DOES NOT APPLY IN THE EUROPEAN UNION AND IS LIMITED TO THE TERRITORY.'],
    [
      'Apache "with the following additional conditions"',
      'Foo is licensed under the Apache License 2.0, with the following additional conditions:\n\n1. You may not operate a multi-tenant environment.',
    ],
    ['a custom text', 'You may look at this code. All else is up to me.'],
  ];
  for (const [name, text] of restricted) {
    it(`never calls plain: ${name}`, () => {
      const { expression, confidence } = licenses.identify(text);

      assert.match(expression, /NOASSERTION|LicenseRef-/);
      assert.notEqual(confidence, 'high');
    });
  }

  const notices: readonly (readonly [text: string, expression: string])[] = [
    ['// SPDX-License-Identifier: MIT OR Apache-2.0', 'MIT OR Apache-2.0'],
    ['Licensed under the Apache License, Version 2.0: http://www.apache.org/licenses/LICENSE-2.0', 'Apache-2.0'],
    [laterNotice, 'GPL-3.0-or-later'],
    ['本项目采用木兰宽松许可证第2版。', 'MulanPSL-2.0'],
    ['Released under the Mulan Public License v2 (Mulan PubL v2).', 'LicenseRef-MulanPubL-2.0'],
  ];
  for (const [text, expression] of notices) {
    it(`reads ${expression} from a notice, without high confidence`, () => {
      const found = licenses.identify(text);

      assert.equal(found.expression, expression);
      assert.notEqual(found.confidence, 'high');
    });
  }

  it('tells where the license and the addition stand', () => {
    const addition = '本项目禁止商用。';
    const text = `${mit}\n\n${addition}\n`;

    const { matches, additions } = licenses.identify(text);

    const [match] = matches;
    assert.ok(match);
    assert.equal(match.id, 'MIT');
    assert.equal(match.score, 1);
    assert.ok(text.slice(...match.range).startsWith('MIT License'));
    const found = additions.find(({ kind }) => kind === 'restriction');
    assert.ok(found);
    assert.ok(addition.startsWith(text.slice(...found.range)));
  });

  const bad: readonly (readonly [name: string, text: string])[] = [
    ['nothing', ''],
    ['blanks', ' \n\n\t'],
    ['a name of the prototype', '__proto__'],
    ['a binary file', `\u0000\u0001\u0002${'\u0000'.repeat(100)}`],
    ['10,000 parentheses', '('.repeat(10_000)],
    ['half a surrogate', '\ud83d'],
  ];
  for (const [name, text] of bad) {
    it(`asserts nothing of ${name}`, () => {
      assert.equal(licenses.identify(text).expression, 'NOASSERTION');
    });
  }

  it('does not call a file of 5 MB plain of which it read a part', () => {
    const { expression } = licenses.identify(`${mit}\n${'Some more words here.\n'.repeat(230_000)}`);

    assert.match(expression, /LicenseRef-|NOASSERTION/);
  });

  it('reads UTF-16 and GBK', () => {
    const utf16 = Buffer.from(`\ufeff${mit}`, 'utf16le');
    // 禁止商用 in GBK, after the English text.
    const gbk = Buffer.concat([Buffer.from(`${mit}\n`), Buffer.from([0xbd, 0xfb, 0xd6, 0xb9, 0xc9, 0xcc, 0xd3, 0xc3])]);

    const [fromUtf16, fromGbk] = [textOfBytes(utf16), textOfBytes(gbk)];

    assert.ok(fromUtf16 !== undefined && fromGbk !== undefined);
    assert.equal(licenses.identify(fromUtf16).expression, 'MIT');
    assert.ok(fromGbk.endsWith('禁止商用'));
    assert.equal(textOfBytes(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0])), undefined);
  });

  it('makes an index below 1 MB', async () => {
    assert.ok((await compiledIndex).length < 1_000_000);
  });

  it('refuses a damaged index', () => {
    assert.throws(() => openLicenses('{}'), LicenseIndexError);
  });
});
