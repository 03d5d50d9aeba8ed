import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { z } from 'zod';
import type { Licenses } from '../../../../src/core/licenses/index.ts';
import { openForTest } from '../compiled-index.ts';
import { takesNothingBack } from '../takes-nothing-back.ts';

const texts = z
  .record(z.string(), z.object({ licenseText: z.string() }))
  .parse(createRequire(import.meta.url)('spdx-license-list/spdx-full.json'));

/** A few words of a standard text, and what an author could write instead to take a right back or to add a duty. */
const replaced: readonly (readonly [license: string, words: string, instead: string])[] = [
  ['MIT', 'without restriction, including', 'for non-commercial purposes, including'],
  ['MIT', 'free of charge', 'for a fee'],
  ['MIT', 'free of charge, to', 'to'],
  ['MIT', 'to any person', 'to any natural person'],
  ['MIT', 'to any person', 'to any member'],
  ['MIT', 'to any person', 'to any student'],
  ['MIT', 'sublicense, and/or sell', 'and/or sublicense'],
  ['MIT', 'without restriction', 'with restriction'],
  ['MIT', 'and/or sell copies', 'but not sell copies'],
  ['MIT', 'and/or sell copies of', 'copies of'],
  ['MIT', 'shall be included', 'need not be included'],
  [
    'MIT',
    'in all copies or substantial portions of the Software.',
    'in all copies or substantial portions of the Software and in its user interface.',
  ],
  ['MIT', 'following conditions:', 'following conditions and those of the vendor:'],
  ['MIT', 'is hereby granted', 'is hereby granted until 2030'],
  ['MIT', 'is hereby granted', 'may be granted'],
  ['MIT', 'is hereby granted', 'is hereby granted on request'],
  ['MIT', 'obtaining a copy', 'obtaining a paid copy'],
  ['MIT', 'publish, distribute, ', ''],
  ['MIT', 'use, copy, modify, merge', 'use, copy'],
  ['MIT', 'merge, ', ''],
  ['MIT', 'modify, ', ''],
  ['MIT', 'Permission is', 'Permission is not'],
  ['MIT', 'associated documentation files', 'associated documentation files (but for its source)'],
  ['MIT', 'WITHOUT WARRANTY', 'WITH WARRANTY'],
  ['MIT', 'The above copyright notice', 'The above copyright notice, the logo'],
  ['MIT', 'permit persons', 'permit employees'],
  ['MIT', 'the rights to use', 'the rights to privately use'],
  ['MIT', 'the rights to use', 'the rights to evaluate'],
  ['MIT', 'rights', 'right'],
  ['MIT', 'do so, subject', 'do so within the company, subject'],
  ['MIT', 'deal in the Software', 'deal in the unmodified Software'],
  ['Apache-2.0', 'irrevocable copyright license', 'revocable copyright license'],
  ['Apache-2.0', 'perpetual,', 'one-year,'],
  ['Apache-2.0', 'perpetual, ', ''],
  ['Apache-2.0', 'royalty-free, irrevocable ', 'irrevocable '],
  ['Apache-2.0', 'royalty-free', 'royalty-bearing'],
  ['Apache-2.0', 'no-charge, ', ''],
  ['Apache-2.0', 'worldwide', 'domestic'],
  ['Apache-2.0', 'worldwide, ', ''],
  ['Apache-2.0', 'non-exclusive', 'non-commercial'],
  ['Apache-2.0', 'non-exclusive', 'exclusive'],
  ['Apache-2.0', 'irrevocable (except', 'revocable (except'],
  ['Apache-2.0', 'with or without modifications', 'without modifications'],
  ['Apache-2.0', 'with or without modifications', 'without modifications'],
  ['Apache-2.0', 'offer to sell, sell,', ''],
  ['Apache-2.0', 'in Source or Object form', 'in Object form'],
  ['Apache-2.0', 'in Source or Object form', 'in Source form'],
  ['Apache-2.0', 'This License does not grant', 'This License does grant'],
  ['Apache-2.0', 'fifty percent', 'ten percent'],
  ['Apache-2.0', 'an individual or Legal Entity', 'an individual'],
  ['Apache-2.0', 'publicly display, publicly perform, ', ''],
  ['Apache-2.0', 'sublicense, and distribute', 'and distribute'],
  ['Apache-2.0', 'any other recipients of the Work', 'the Licensor'],
  ['Apache-2.0', 'You may add Your own copyright statement', 'You may not add Your own copyright statement'],
  ['Apache-2.0', 'constitutes direct', 'constitutes no'],
  ['Apache-2.0', 'each Contributor hereby grants to You', 'each Contributor hereby grants to non-commercial users'],
  ['Apache-2.0', 'You may choose to offer', 'You must offer'],
  ['Apache-2.0', 'excluding those notices', 'including those notices'],
  ['MulanPSL-2.0', '永久性的', '一年期的'],
  ['MulanPSL-2.0', '不可撤销的', '可撤销的'],
  ['MulanPSL-2.0', '免费的', '付费的'],
  ['MulanPSL-2.0', '全球性的', '中国境内的'],
  ['MulanPSL-2.0', '修改、', ''],
  ['MulanPSL-2.0', '不论修改与否', '未经修改'],
  ['MulanPSL-2.0', 'irrevocable copyright', 'revocable copyright'],
  ['MulanPSL-2.0', 'royalty-free', 'royalty-bearing'],
  ['MulanPSL-2.0', 'with modification or not', 'without modification'],
  ['MulanPSL-2.0', '您可以复制、使用', '您可以为非商业目的复制、使用'],
  ['MulanPSL-2.0', '您可以在任何媒介中', '您可以在内部媒介中'],
  ['MulanPSL-2.0', '自然人或', '非营利'],
  ['MulanPSL-2.0', '以中文版为准', '以官网为准'],
  ['MulanPSL-2.0', '不提供', '提供'],
  ['MulanPSL-1.0', '永久性的', '一年期的'],
  ['MulanPSL-1.0', '不可撤销的', '可撤销的'],
  ['BSD-3-Clause', 'with or without modification', 'without modification'],
  ['BSD-3-Clause', 'are permitted', 'are permitted for research'],
  ['BSD-3-Clause', 'source and binary forms', 'binary form'],
  ['BSD-3-Clause', 'source and binary forms', 'source form'],
  ['BSD-3-Clause', 'Neither the name', 'The name'],
  ['BSD-3-Clause', 'Redistribution and use', 'Use'],
  ['BSD-3-Clause', 'Redistribution and use', 'Redistribution'],
  ['BSD-3-Clause', 'Redistribution and use', 'Internal use'],
  ['BSD-3-Clause', 'in the documentation and/or other materials', 'on the start page and in other materials'],
  ['BSD-3-Clause', 'without specific prior written permission', 'without payment'],
  ['BSD-2-Clause', 'are permitted', 'are not permitted'],
  ['BSD-2-Clause', 'are permitted', 'are permitted to members'],
  ['BSD-2-Clause', 'with or without', 'with'],
  ['ISC', 'with or without fee', 'without fee'],
  ['ISC', 'for any purpose', 'for any academic purpose'],
  ['ISC', 'for any purpose', 'for any lawful purpose'],
  ['ISC', 'for any purpose', 'for any internal purpose'],
  ['ISC', ', and/or distribute', ''],
  ['ISC', 'modify,', ''],
  ['ISC', 'in all copies', 'in all copies and advertisements'],
  ['Zlib', 'including commercial applications', 'excluding commercial applications'],
  ['Zlib', 'to anyone', 'to students'],
  ['Zlib', 'and to alter it ', ''],
  ['Zlib', 'redistribute it freely', 'redistribute it for a fee'],
  ['Unlicense', 'commercial or non-commercial', 'non-commercial'],
  ['Unlicense', 'either in source code form or as a compiled binary', 'as a compiled binary'],
  ['Unlicense', 'free to copy, modify', 'free to copy'],
  ['0BSD', 'for any purpose', 'for any private purpose'],
  ['BSL-1.0', 'to any person or organization', 'to any person'],
  ['BSL-1.0', 'free of charge', 'at a charge'],
  ['BSL-1.0', 'execute, and transmit', 'and execute'],
  [
    'CC0-1.0',
    'for any purpose whatsoever, including without limitation commercial',
    'for any purpose whatsoever, excluding commercial',
  ],
  ['CC0-1.0', 'irrevocably', 'revocably'],
  ['CC0-1.0', 'affirms', 'denies'],
  ['CC-BY-4.0', 'reproduce and Share', 'reproduce'],
  ['CC-BY-4.0', 'irrevocable license', 'revocable license'],
  ['CC-BY-4.0', 'produce, reproduce, and Share Adapted Material', 'produce Adapted Material'],
  ['CC-BY-4.0', 'royalty-free', 'royalty-bearing'],
  ['GPL-2.0-only', 'You may copy and distribute verbatim copies', 'You may copy verbatim copies'],
  ['GPL-2.0-only', 'at no charge to all third parties', 'at a charge to all third parties'],
  [
    'GPL-2.0-only',
    'Activities other than copying, distribution and modification are not covered',
    'Activities other than copying are not covered',
  ],
  ['GPL-3.0-only', 'irrevocable provided', 'revocable provided'],
  ['GPL-3.0-only', 'You may make, run and propagate covered works', 'You may make and run covered works'],
  ['GPL-3.0-only', 'You may not impose', 'You may impose'],
  [
    'LGPL-2.1-only',
    'and distribute that work under terms of your choice',
    'and distribute that work under terms of our choice',
  ],
  [
    'LGPL-3.0-only',
    'convey a Combined Work under terms of your choice',
    'convey a Combined Work under terms of our choice',
  ],
  ['MPL-2.0', 'royalty-free, non-exclusive license', 'royalty-bearing, non-exclusive license'],
  ['MPL-2.0', 'world-wide', 'nation-wide'],
  ['MPL-2.0', 'Larger Work under terms of Your choice', 'Larger Work under terms of our choice'],
  ['EPL-2.0', 'worldwide, royalty-free', 'worldwide, royalty-bearing'],
  ['EUPL-1.2', 'royalty-free', 'royalty-bearing'],
  ['PostgreSQL', 'for any purpose, without fee', 'for any purpose, with a fee'],
  ['PostgreSQL', 'without a written agreement', 'with a written agreement'],
  ['NCSA', 'without restriction', 'with restriction'],
  ['OFL-1.1', 'bundled, redistributed and/or sold with any software', 'bundled with any free software'],
  ['Python-2.0', 'royalty-free', 'royalty-bearing'],
  ['UPL-1.0', 'without restriction', 'with restriction'],
  ['WTFPL', 'Everyone is permitted', 'Nobody is permitted'],
  ['Artistic-2.0', 'You may Distribute', 'You may not Distribute'],
  ['AGPL-3.0-only', 'through a computer network', 'through a public computer network'],
  ['Apache-1.1', 'with or without modification', 'without modification'],
  ['X11', 'without restriction', 'with restriction'],
  ['MIT-0', 'without restriction', 'for study'],
  ['BlueOak-1.0.0', 'do everything', 'do many things'],
  ['MS-PL', 'royalty-free', 'royalty-bearing'],
  ['Beerware', 'can do whatever you want', 'can do what we want'],
  ['PSF-2.0', 'royalty-free', 'royalty-bearing'],
  ['curl', 'with or without fee', 'with a fee'],
  ['HPND', 'without fee', 'for a fee'],
];

describe('standard texts with a few words replaced', () => {
  let licenses: Licenses;
  before(async function () {
    this.timeout(120_000);
    licenses = await openForTest();
  });

  for (const [license, words, instead] of replaced) {
    it(`are not plain ${license}: "${words}" became "${instead}"`, () => {
      // Texts break their lines anywhere.
      const text = (texts[license]?.licenseText ?? '').replace(/\s+/g, ' ');
      assert.ok(text.includes(words), 'the words stand in the text');

      const { expression } = licenses.identify(text.replace(words, () => instead));

      assert.equal(takesNothingBack(expression), false, expression);
    });
  }
});
