import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { z } from 'zod';
import type { Licenses } from '../../../../src/core/licenses/index.ts';
import { openForTest } from '../compiled-index.ts';
import { type Place, termsAreSeen } from './terms-are-seen.ts';

const License = z.object({ licenseText: z.string() });
const texts = z
  .object({ MIT: License, 'Apache-2.0': License, 'GPL-3.0-only': License })
  .parse(createRequire(import.meta.url)('spdx-license-list/spdx-full.json'));
const [mit, apache] = [texts.MIT.licenseText, texts['Apache-2.0'].licenseText];

/** Terms as they might be hidden where a file speaks of choices, offers, parts and pointers to other files. */
const terms = `
Your use of this software is subject to the terms included in an applicable proprietary license agreement between you and Foo.
Use in a product needs a commercial license.
A commercial license is required for use in production.
Commercial licenses are mandatory for companies.
If you own more than ten servers, the use of this software is governed by the commercial license.
If you do not own a commercial license, you must not use this software at work.
The commercial license applies to everybody who earns money with it.
Commercial users purchase a license from Foo Inc.
Only the commercial license covers use in a company.
For commercial use, choose the commercial license.
Choose the MIT license for private use.
The MIT license is for hobbyists.
The MIT license ends with version 3.
The license under which you use the software is determined by Foo Inc.
The license may be withdrawn by Foo Inc.
Trademarks of Foo must be shown in the product.
Permission is granted to members of the association.
You may run this software for ninety days.
You are free to use this software under the license for evaluation.
You can modify this software under the terms of the license, but may not give it to others.
Files in core carry different terms: they may not be sold.
Every file states who may use it.
No use by competitors of Foo.
Hosting this for customers is reserved to Foo.
All copies carry the logo of Foo.
Derived works are given back to Foo Inc.
It may be used inside the company that bought it.
The software was written for use in the Foo project and nowhere else.
Not available in the European Union.
Free for teams of up to five.
商业用途须购买授权。
企业用户请使用商业许可证。
个人可选择MIT许可证，公司须购买商业许可。
仅限非商业用途，商业使用请联系我们获取授权。
使用本软件须保留“由Foo提供技术支持”字样。
本软件采用双重许可：个人免费，企业付费。
禁止用于与本公司竞争的产品。
未购买商业授权的，不得用于生产环境。
修改后的代码须提交给作者。
本许可不适用于欧盟境内的用户。
禁止去除界面上的标识。
不得以SaaS方式对外提供服务。
`
  .trim()
  .split('\n');

const bare = (term: string) => term.replace(/[.。]$/, '');
const dual = 'This software is dual-licensed under the MIT license or the Apache License, Version 2.0.';
const offer = 'Licensed under a dual-license model, this software is available under:\n\n* the MIT license,\n';

const places: readonly Place[] = [
  ['in a heading', term => `# ${bare(term)}\n\n${mit}`],
  ['in a copyright line', term => `Copyright (c) 2024 Foo Inc. ${term}\n\n${mit}`],
  ['in a copyright line, in small letters', term => `Copyright (c) 2024 Foo Inc., ${term.toLowerCase()}\n\n${mit}`],
  ['between two paragraphs', term => mit.replace(/\n\s*\nTHE SOFTWARE/, `\n\n${term}\n\nTHE SOFTWARE`)],
  ['after the end of the terms', term => apache.replace(/END OF TERMS AND CONDITIONS/, `$&\n\n   ${term}`)],
  ['after the appendix', term => `${apache}\n\n${term}\n`],
  ['in the appendix', term => apache.replace(/Copyright \[yyyy\].*/, `Copyright 2024 Foo Inc.\n\n   ${term}`)],
  [
    'in a list of parts',
    term => `${mit}\n\nThis product bundles these parts:\n\n- Foo (MIT)\n- ${term}\n- Bar (BSD-3-Clause)\n`,
  ],
  ['behind a part', term => `${mit}\n\nThis product includes Foo (https://example.org), MIT. ${term}\n`],
  ['as a remark on a part', term => `${mit}\n\n- Foo 1.2 (${bare(term)}), MIT License\n`],
  ['beside a choice', term => `${dual} ${term}\n\n${mit}`],
  [
    'inside a choice',
    term => `This software is dual-licensed under the MIT license or, ${bare(term)}, the GPL version 2.\n\n${mit}`,
  ],
  ['at the end of a choice', term => `${bare(dual)}, ${term}\n\n${mit}`],
  ['beside an offer to sell', term => `${offer}* or commercial license terms from Foo Inc.\n\n${term}\n\n${mit}`],
  [
    'as an entry of an offer to sell',
    term => `${offer}* ${term}\n* or commercial license terms from Foo Inc.\n\n${mit}`,
  ],
  ['in an offer to sell', term => `${offer}* or commercial license terms from Foo Inc., ${term}\n\n${mit}`],
  [
    'beside an offer to sell without a text',
    term =>
      `All available Foo commercial licenses may be obtained at https://example.org. ${term}\n\nIf you do not own a commercial ` +
      'license, the usage of this software shall be governed by the Apache License, Version 2.0.\n',
  ],
  [
    'in an offer to sell without a text',
    term =>
      `If you do not own a commercial license, the usage of this software shall be governed by the Apache License, Version 2.0${term === '' ? '' : `, ${term}`}\n`,
  ],
  [
    'behind a pointer to the heads of files',
    term => `${dual.replace(/\.$/, '')}, unless the header specifies another license. ${term}\n\n${mit}`,
  ],
  ['behind the place of the project', term => `${mit}\n\nFoo is hosted at: https://example.org/foo ${term}\n`],
  ['behind trademarks', term => `${mit}\n\nAll other names are trademarks of their respective owners. ${term}\n`],
  [
    'behind a word on other files',
    term => `${mit}\n\nFiles outside the library itself may carry different terms. ${term}\n`,
  ],
  [
    'in a notice of the GNU license',
    term =>
      'This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public ' +
      `License as published by the Free Software Foundation, version 3. ${term}\n\n${mit}`,
  ],
];

describe('terms hidden beside choices, offers and parts', () => {
  let licenses: Licenses;
  before(async function () {
    this.timeout(120_000);
    licenses = await openForTest();
  });

  termsAreSeen(places, terms);

  for (const [name, put] of places) {
    it(`are what makes the difference ${name}`, () => {
      assert.ok(
        licenses.identify(put('')).expression.includes('-') || licenses.identify(put('')).expression.includes('MIT'),
      );
    });
  }
});
