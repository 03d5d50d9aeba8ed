import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { z } from 'zod';
import type { Licenses } from '../../../../src/core/licenses/index.ts';
import { openForTest } from '../compiled-index.ts';
import { type Place, termsAreSeen } from './terms-are-seen.ts';

const { MIT } = z
  .object({ MIT: z.object({ licenseText: z.string() }) })
  .parse(createRequire(import.meta.url)('spdx-license-list/spdx-full.json'));

/** Terms in the shape of harmless prose: fields, grants, words to contributors, trademarks, pointers, alternatives. */
const terms = `
Home page: see our prices before you deploy
License: MIT, for schools only
Author: Foo Inc. (ask before selling)
Description: a library for paying customers
Used in: companies with up to ten people
Version: evaluation
Supported platforms: machines inside the company
Contact: sales@example.org for business usage
Released: valid until 2027
作者：须保留署名
协议：仅供学习
You can use it in your personal projects.
You can use it in your open source projects.
You may use it to build free software.
You are free to use it at home.
You may use it in source form.
You can use and share it with students.
Feel free to use it for study.
Feel free to use it in your private work.
Anyone can use it for non-commercial purposes.
Anyone may use it in their own school.
You can use it for any purpose except military ones.
You can use it freely as long as the logo stays.
You may use this for free in the first year.
可以自由使用于个人项目。
可免费用于学习。
欢迎学习使用。
免费使用，保留署名。
个人可以免费使用。
可以自由使用，但不得转售。
欢迎使用，商用请联系。
请自由地使用，除商业用途外。
Contributions are required.
Contributions shall be made to the project under the license.
Contributors only may use the licensed code.
By contributing or using this code you agree to the license and pay a fee.
If you submit nothing, the license is not granted.
All contributions of users are licensed to us, and users pay for the license.
All trademarks of their respective owners must be shown.
All logos may be used by their respective owners only.
The software is under its own license.
The code is governed by its own terms.
The files in core have their own price.
The components for companies are licensed under their own license.
The commercial license can be found at https://example.org.
The license can be read by members of the association.
The license is available for a fee.
The license text is available to customers.
For licensing, see our sales team.
You should have received a copy of the commercial license.
If you did not receive a copy of the license with this program, please see us before you run it.
Copyrights in the output are held by their authors, who must be named.
Companies use the license below:
Customers have another license.
The editor has a different license.
The enterprise part uses the commercial license below.
Alternatively, this software may be used under a commercial license.
Alternatively, this file may be used under the terms of the MIT License by students.
Alternatively, this software may be used under the GPL for evaluation.
You can redistribute it under the same terms as Perl, but not sell it.
This product uses 2 licenses: the second is for companies.
Google hereby grants to you a patent license for research.
This grant does not include commercial use.
If you wish to allow use of your version of this file only under the terms of the GPL, pay us.
Your integration of Foo into your own projects may require compliance with our price list.
IN NO EVENT SHALL users with more than ten employees run this without paying, nor shall Foo BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES.
THIS SOFTWARE IS PROVIDED BY Foo to its members AS IS AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED.
LOSS OF USE, DATA, OR PROFITS; competitors are excluded.
Copyright (c) 2024 Foo Ltd (registered in the Register of Members who may use it no 7)
Short version: pay us.
Legal summary for companies: buy.
`
  .trim()
  .split('\n');

const places: readonly Place[] = [
  ['at the end', term => `${MIT.licenseText}\n\n${term}\n`],
  ['before everything', term => `${term}\n\n${MIT.licenseText}`],
  [
    'in the middle of a list of components',
    term =>
      `${MIT.licenseText}\n\nThird-party components:\n\n1. foo 1.2 (https://example.org/foo)\nLicense: MIT\n\n2. bar\n${term}\n\n3. baz 2.0\nHome page: https://example.org/baz\n`,
  ],
  ['in a footnote', term => `${MIT.licenseText}\n\n[1] ${term}\n`],
  ['in a heading', term => `${MIT.licenseText}\n\n## ${term}\n\n`],
  [
    'in lines with comment marks',
    term => `// MIT License\n//\n// ${term}\n//\n${MIT.licenseText.replace(/^/gm, '// ')}`,
  ],
  ['behind a field', term => `${MIT.licenseText}\n\nHome page: https://example.org ${term}\n`],
  ['behind a grant', term => `${MIT.licenseText}\n\nYou can use it in your projects. ${term}\n`],
  ['as an entry of a list', term => `${MIT.licenseText}\n\n* ${term}\n`],
];

describe('terms in the shape of harmless prose', () => {
  let licenses: Licenses;
  before(async function () {
    this.timeout(120_000);
    licenses = await openForTest();
  });

  termsAreSeen(places, terms, () => licenses);

  const harmless = [
    'Home page: https://example.org',
    'Author: Jane Doe  Version: 1.2.3',
    'You can use it in your projects.',
    'Feel free to use and modify it for commercial and personal projects.',
    '请自由地享受和参与开源。',
    '可以免费商用。',
    'Unless you explicitly state otherwise, any contribution intentionally submitted for inclusion in the work by you, as defined in the license, shall be licensed as above, without any additional terms or conditions.',
    'No copyright assignment is required to contribute to the Foo project.',
    'Copyrights in the Foo project are retained by their contributors.',
    'All trademarks and registered trademarks mentioned herein are the property of their respective owners.',
    'Third-party software is licensed under its own license.',
    'Supported browsers: Chrome, Firefox, Safari',
    'Foo and Bar also use the MIT license.',
  ];
  for (const sentence of harmless) {
    it(`change nothing when there are none: ${sentence}`, () => {
      assert.equal(licenses.identify(`${MIT.licenseText}\n\n${sentence}\n`).expression, 'MIT');
    });
  }

  it('know the other license of an alternative', () => {
    const text = `${MIT.licenseText}\n\nAlternatively, the contents of this file may be used under the terms of the GNU General Public License version 2 or any later version, in which case the provisions of the GPL are applicable instead of the above.\n`;

    assert.equal(licenses.identify(text).expression, 'MIT OR GPL-2.0-or-later');
  });
});
