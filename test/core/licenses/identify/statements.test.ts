import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { z } from 'zod';
import { isHarmless, kindOf } from '../../../../src/core/licenses/identify/leftover.ts';
import type { Licenses } from '../../../../src/core/licenses/index.ts';
import { openForTest } from '../compiled-index.ts';
import { takesNothingBack } from '../takes-nothing-back.ts';

const { MIT } = z
  .object({ MIT: z.object({ licenseText: z.string() }) })
  .parse(createRequire(import.meta.url)('spdx-license-list/spdx-full.json'));

/** Sentences that take something back or ask for something, in the manners of many authors. */
const terms = `
Only for study.
Buy a license before you deploy this.
Send a postcard to the author.
Mention the author in your paper.
Companies pay ten dollars per seat.
Each server counts as one installation.
The free edition stops after thirty days.
This is a trial version.
Hobby projects are welcome, everybody else talks to sales first.
Beer for the author is mandatory.
Keep the link to our site in the footer.
Our logo stays where it is.
The footer stays.
Removing the watermark voids everything.
Banks are excluded.
Not for banks.
No bots.
No AI training.
Training of models on this code is out of the question.
Crawlers stay away.
Residents of the European Union are excluded.
Valid in China.
Valid until 2027.
The grant lapses in 2027.
It expires with the next release.
This permission is temporary.
Please ask first.
Ask me before selling.
Contact sales@example.org for business usage.
Tell us when you deploy it.
Registered users only.
Members of the association may copy it.
Source is visible but closed.
Closed source.
Shareware.
Preview.
Enterprise Edition.
server (paid)
Community Edition Up To Three Machines Per Household
A Free Trial Of The Product
Proprietary and confidential.
All of this is the property of Foo Inc.
Foo Inc. owns every derivative work.
Derivative works belong to Foo Inc.
Changes are handed back to the author.
Forks need a new name.
Forks are frowned upon.
Do no evil.
The Software shall be used for Good, not Evil.
Weapons makers keep out.
Use it at home.
Home use.
Household use.
Students get it for free.
Teachers and students.
Academic edition.
Community edition: up to five users.
Enterprise features need a subscription.
The directory ee is covered by a commercial agreement.
The contents of ee are sold separately.
Premium themes are sold separately.
Modules in pro cost extra.
Hosting it for others is our business.
Cloud providers talk to us.
You agree to our privacy policy by running it.
By using it you accept the terms on our site.
Disputes go to the court of Hangzhou.
This agreement is governed by the laws of the PRC.
We can revoke this at any time.
The author can change these terms whenever he likes.
Attribution in the about box is compulsory.
A visible credit is expected.
Include the phrase "Powered by Foo" on each page.
Reverse engineering is a breach.
Benchmarks are published with our consent.
Export to embargoed countries is banned.
Modification is off limits.
Binary redistribution is a no go.
Redistribution in an app store is out of scope.
One copy per person.
Single developer.
Up to three machines.
Fewer than 50 employees.
Annual revenue below one million.
Non-profit bodies are exempt from the fee.
Government bodies are exempt from the fee.
Donations are required.
A donation of five euros is due.
Royalties apply.
License fee: 100 EUR
License key required
Evaluation copy
Beta testers only
Internal release
For internal distribution
Under NDA.
Secret.
Personal project, personal use.
Everyone but Foo Corp may do with it what they like.
Same as MIT, minus commercial rights.
MIT, but not for Google.
MIT for individuals.
MIT for the first version.
The MIT license applies to individuals.
Version 2 is under another license.
Later versions are paid.
Nur für private Nutzung
Nur private Nutzung.
Kommerzielle Nutzung untersagt
Usage commercial interdit
Pour usage privé uniquement.
Prohibido el uso comercial
Uso comercial no permitido.
Vietato l'uso commerciale
Uso comercial proibido
Tylko do użytku prywatnego
Zakaz użytku komercyjnego
Только для некоммерческого использования
Запрещено продавать
商用利用禁止
商用利用不可
非営利目的のみ
상업적 이용 금지
비상업적 용도로만 사용
仅限学习
仅限个人使用。
请勿商用。
禁止用于商业目的。
商用须付费。
商业用途请联系作者。
企业用户请购买授权。
转载请注明出处。
二次开发需保留版权。
去除版权请购买授权。
不得删除底部链接。
本软件由某公司开发，企业使用需授权。
感谢使用，商用请联系。
由作者维护，仅供参考。
参考使用，不得用于生产。
下载后24小时内删除。
来自社区，禁止转售。
使用本项目即表示同意以下条款。
学生可免费使用。
个人免费，企业收费。
欧盟地区除外。
政府机构不适用。
员工超过五十人的公司除外。
最终解释权归作者所有。
以官网声明为准。
`
  .split('\n')
  .filter(line => line !== '');

/** Sentences as they stand in license files of published packages, in other words, that make no terms. */
const statements = `
The parser is based on the work of Jane Doe.
Parts of the tokenizer were originally written by John Smith in the late nineties.
Thanks to the Foo project for its patches.
A port of the C library Foo to the browser.
Digits are compressed with the algorithm of Knuth.
The file corpus.txt comes from Project Gutenberg.
The images were taken from the public domain collection of Foo.
This is the reference implementation of the algorithm described in RFC 1234.
It was downloaded from https://example.org/foo.tar.gz
This package was debianized by Jane Doe <jane@example.org> on Mon, 1 Jan 2001 10:00:00 +0000.
Upstream Author: Jane Doe <jane@example.org>
Jane Doe -- jane [at] example [dot] org
Foo CSS Selector Engine v2.3.6
1. @types/foo (https://github.com/foo/types.git)
%% foo@1.2.3 NOTICES AND INFORMATION BEGIN HERE
This file comes "as is", without any warranty of any kind.
THE AUTHORS DISCLAIM ALL WARRANTIES WITH REGARD TO THIS SOFTWARE.
NO EVENT SHALL THE AUTHORS BE LIABLE FOR ANY DAMAGES.
本项目由某某团队开发和维护。
部分代码参考了 foo 项目。
感谢所有贡献者。
`
  .split('\n')
  .filter(line => line !== '');

/** Where they could pass for something harmless in a file that holds the MIT license. */
const places: readonly (readonly [name: string, put: (text: string, term: string) => string])[] = [
  ['at the top', (text, term) => `${term}\n\n${text}`],
  ['as a title', (text, term) => `# ${term.replace(/[.。]$/, '')}\n\n${text}`],
  ['at the end', (text, term) => `${text}\n\n${term}\n`],
  ['behind a copyright notice', (text, term) => `Copyright (c) 2020 Foo. ${term}\n\n${text}`],
  ['in a copyright notice', (text, term) => `Copyright (c) 2020 Foo, ${term}\n\n${text}`],
  ['below a copyright notice', (text, term) => `Copyright (c) 2020 Foo\n${term}\n\n${text}`],
  ['in parentheses', (text, term) => `${text.trimEnd()} (${term})`],
  ['behind the name of a part', (text, term) => `${text}\n\nThis product includes Foo (MIT). ${term}`],
  ['behind a word on origins', (text, term) => `${text}\n\nThe parser is based on the work of Jane Doe. ${term}`],
  ['among names', (text, term) => `${text}\n\nJane Doe\nJohn Smith\n${term}\nLi Lei\n`],
  ['in a comment', (text, term) => `<!-- ${term} -->\n${text}`],
  ['in a disclaimer', (text, term) => `${text}\n\nThis file comes "as is", without any warranty, ${term}`],
  [
    'in a copyright file of Debian',
    (text, term) =>
      'Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n\nFiles: *\nCopyright: 2020 Foo\n' +
      `License: Expat\n ${term}\n .\n${text.replace(/^\s*$/gm, '.').replace(/^/gm, ' ')}\n`,
  ],
];

describe('sentences beside a license', () => {
  let licenses: Licenses;
  before(async function () {
    this.timeout(120_000);
    licenses = await openForTest();
  });

  for (const [name, put] of places) {
    it(`are seen where they make terms ${name}`, function () {
      this.timeout(120_000);
      const unseen = terms.filter(term => {
        return takesNothingBack(licenses.identify(put(MIT.licenseText, term)).expression);
      });

      assert.deepEqual(unseen, []);
    });
  }

  for (const text of terms) {
    it(`are no harmless ones where they make terms: ${text}`, () => {
      const kind = kindOf({ text, range: [0, text.length] }, ['MIT']);

      assert.ok(!isHarmless(kind), kind);
    });
  }

  for (const text of statements) {
    it(`are harmless where they state something: ${text}`, () => {
      const kind = kindOf({ text, range: [0, text.length] }, ['MIT']);

      assert.ok(isHarmless(kind), kind);
    });
  }
});

describe('a sentence of many like parts', () => {
  // Some expressions would try each way to divide such a text, and never end.
  const files = Array.from({ length: 30 }, (_, index) => `docs/part_${index}/__init__.py`).join(', ');
  const sentences = [
    `${files}, test/\\*.py`,
    `${files} !`,
    `${'a/b.c/'.repeat(120)}!`,
    `${'a.py'.repeat(150)}\\`,
    `${'Aa Bb '.repeat(200)}\\`,
    `${'under the MIT License, or '.repeat(40)}\\`,
    `${'Copyright (c) 2020 Foo, '.repeat(40)}\\`,
    `${'(MIT License) foo (https://example.org) '.repeat(20)}\\`,
    `${'a-b, '.repeat(300)}\\`,
    `${'Home page: foo, version: '.repeat(40)}\\`,
    `${'the name of the author of the '.repeat(40)}\\`,
    `${'可以自由使用'.repeat(100)}\\`,
  ];
  for (const text of sentences) {
    it(`is judged at once: ${text.slice(0, 40)}`, function () {
      this.timeout(20_000);

      assert.equal(typeof kindOf({ text, range: [0, text.length] }, []), 'string');
    });
  }
});
