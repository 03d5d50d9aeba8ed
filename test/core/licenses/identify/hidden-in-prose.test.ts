import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { z } from 'zod';
import type { Licenses } from '../../../../src/core/licenses/index.ts';
import { openForTest } from '../compiled-index.ts';
import { type Place, termsAreSeen } from './terms-are-seen.ts';

const { MIT } = z
  .object({ MIT: z.object({ licenseText: z.string() }) })
  .parse(createRequire(import.meta.url)('spdx-license-list/spdx-full.json'));

/** Terms in other languages, and in the shape of trademarks, funding remarks, names, later changes and places of licenses. */
const moreTerms = `
Licence valable un an.
L'auteur peut retirer cette licence à tout moment.
Behörden wenden sich bitte an uns.
Die Nutzung in Rüstungsprojekten ist ausgeschlossen.
Eine Weitergabe an Dritte ist nicht vorgesehen.
Réservé à l'enseignement.
Es gelten unsere Geschäftsbedingungen.
Das Recht erlischt nach einem Jahr.
This is source-available software.
Foo is a trademark of Bar Inc. and marks every page.
Foo is a trademark of Bar Inc. in the United States and/or other countries, and forks are forbidden to carry it.
This work was supported by the Foo Foundation, whose members alone may run it.
This work was funded by users who pay.
This software was supported by paying customers; others buy it.
All files in the samples are in the public domain; the rest is closed.
The code is released into the public domain by Foo for schools.
Later changes are under the Foo license.
Later changes are subject to the license for enterprises.
The pieces of code covered by the Foo subscription are marked as such.
Foo is redistributed within paid packages.
The licenses do not apply to banks, which are in the public domain.
This license file applies only to those components of the free edition.
Copyright (c) 2020 Foo, except where sold.
Copyright (c) 2020 Foo. Will Be Sold
Copyright (c) 2020 Foo. Ask First
Copyright (c) 2020 Foo, as shown by the PRICES file you sign
Copyright 2020 Foo Private Limited Edition
Retrieved from the vendor under nondisclosure
Downloaded from a shop that sells it
core, premium and enterprise license:
alpha, beta and evaluation license:
all contributions by employees: copyright Foo, who owns what you build
Core developer: pay him
Function: used for schools only
Reserved Font Name 'Foo', to be licensed
the MIT License <LICENSE-MIT> for startups
the Apache License <LICENSE-APACHE> until 2027
jQuery UI - v1.13.2 - expires 2022-10-09
Foo - a parser for paying customers v2
zlib general purpose compression library version 1.3.1, January 22nd, 2024, not for resale
CLASSPATH EXCEPTION for paying customers
See below for terms that you sign.
You can obtain a copy at https://example.org/foo for a fee
A copy may be found in the file LICENSE in this directory, or downloaded from our shop
Opus is subject to the royalty-bearing patent licenses which are specified at:
Some code in this repository comes from other projects and must not be sold
Please refer to the sales team for more details on the license.
Please refer to the EULA for more information on prices.
Unless otherwise stated, the program is released to the public domain after ten years.
You can use it for commercial projects, open source projects, or almost whatever the author wants.
No copyright assignment is required to contribute to the library, but a fee is.
Provided by Foo to members
Denne programvare gjelder kun et år
Licentie geldig voor een jaar
Gyldig i ett år
Licenza valida un anno
Ważne przez jeden rok
Válido por un año
at your option, for a fee
Some rights reserved to Foo
This software may be run on embedded Linux of Foo alone.
`;

/** Terms in the shape of harmless prose: fields, grants, words to contributors, trademarks, pointers, alternatives. */
const firstTerms = `
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
const terms = [...firstTerms, ...moreTerms.trim().split('\n')];

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

  termsAreSeen(places, terms);

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
