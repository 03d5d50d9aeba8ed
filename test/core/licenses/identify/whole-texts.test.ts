import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { z } from 'zod';
import type { Licenses } from '../../../../src/core/licenses/index.ts';
import { openForTest } from '../compiled-index.ts';
import { takesNothingBack } from '../takes-nothing-back.ts';

const texts = z
  .record(z.string(), z.object({ licenseText: z.string() }))
  .parse(createRequire(import.meta.url)('spdx-license-list/spdx-full.json'));
const textOf = (license: string) => texts[license]?.licenseText ?? '';
const [mit, apache, gpl, mulan, bsd] = [
  textOf('MIT'),
  textOf('Apache-2.0'),
  textOf('GPL-3.0-only'),
  textOf('MulanPSL-2.0'),
  textOf('BSD-3-Clause'),
];

/** Files as authors write them who want to keep something, by a reader who had not seen the program. */
const files: readonly (readonly [name: string, text: string])[] = [
  [
    'dual with condition: MIT for non-profits',
    `This software is available under MIT for non-profit bodies and under a commercial license for all others.\n\n${mit}`,
  ],
  [
    'dual with condition: choose by size',
    `You may choose between the MIT license, if you have fewer than ten employees, and a paid license.\n\n${mit}`,
  ],
  ['was MIT', `Versions up to 1.4 are under the MIT license. Later versions are not.`],
  ['was MIT zh', `1.4 及以前的版本采用 MIT 协议，之后的版本为商业授权。`],
  ['MIT only for docs', `The documentation is under the MIT license; all other rights are reserved.`],
  ['negation: not MIT', `This is not MIT licensed.`],
  ['negation: not under', `This project is no longer under the Apache License 2.0.`],
  ['negation de', `Dieses Projekt steht nicht unter der MIT-Lizenz.`],
  ['like MIT', `A license similar to MIT, with an added duty to name us.`],
  ['MIT Non-Commercial title', `MIT Non-Commercial License\n\n${mit.replace('MIT License', '')}`],
  [
    'title: Mulan over custom',
    `木兰宽松许可证，第2版\n\n您可以使用本软件，但须保留署名。本许可证受中华人民共和国法律管辖。`,
  ],
  ['title Apache over own', `Apache License\nVersion 2.0\n\nYou may use this software at home.`],
  ['MIT title over NC', `MIT License\n\nPermission to use this software for study is granted.`],
  ['MIT+ title', `MIT+ License\n\n${mit.replace('MIT License', '')}\nThe name Foo stays in each window.`],
  [
    'Apache with Commons Clause',
    `"Commons Clause" License Condition v1.0\n\nThe Software is provided to you by the Licensor under the License, as defined below, subject to the following condition.\n\nWithout limiting other conditions in the License, the grant of rights under the License will not include, and the License does not grant to you, the right to Sell the Software.\n\nLicense: Apache 2.0\n\n${apache}`,
  ],
  [
    'SPDX contradiction MIT header NC body',
    `SPDX-License-Identifier: MIT\n\nYou may use this program for private study.`,
  ],
  ['SPDX LicenseRef', `SPDX-License-Identifier: MIT AND LicenseRef-Foo`],
  ['SPDX comment', `SPDX-License-Identifier: MIT (for schools)`],
  ['SPDX LicenseComments', `SPDX-License-Identifier: MIT\nSPDX-LicenseComments: schools only`],
  ['SPDX snippet', `SPDX-License-Identifier: NONE\n\n${mit}`],
  ['GPL narrowing "exception"', `${gpl}\n\nAs an exception, firms may not rely on section 6.`],
  ['LGPL static exception narrowing', `${textOf('LGPL-2.1-only')}\n\nException: static linking calls for a fee.`],
  ['Classpath lookalike', `GNU General Public License, version 2, with the Classpath Exception for students`],
  ['zh dual with condition', `本项目采用双重许可：个人用户适用 MIT，企业用户适用商业许可。`],
  ['zh choice with fee', `可任选 MIT 或商业许可其一；年收入超过五百万的企业只能选择后者。\n\n${mit}`],
  ['zh apache plus', `本项目遵循 Apache-2.0 协议，并附加以下约定：保留页脚链接。`],
  ['zh mulan plus', `${mulan}\n\n附加条款\n使用本软件的产品应在关于页面展示“由 Foo 提供”。`],
  ['zh translation adds', `${mit}\n\n中文译文（仅供参考）\n特此授予任何人免费使用本软件的权利，但仅限于非营利目的。`],
  [
    'zh translation adds 2',
    `${apache}\n\n以下为中文说明：您可以免费使用、修改和分发本软件，修改后的版本应当同样开源。`,
  ],
  [
    'zh translation of MIT w/ change',
    `MIT 许可证\n\n版权所有 (c) 2024 Foo\n\n特此免费授予任何获得本软件及相关文档文件副本的个人（不含公司）权利，可不受限制地处理本软件。`,
  ],
  [
    'de translation adds',
    `${mit}\n\nDeutsche Fassung: Jeder darf die Software kostenlos nutzen, Firmen nur nach Absprache.`,
  ],
  ['996', `${mit}\n\nThe individual or the legal entity must comply with labor laws of the place where it works.`],
  ['ethical', `${mit}\n\nThe licensee shall respect the UN declaration of human rights in each use of the Software.`],
  ['do no harm', `${bsd}\n\n4. The software is not to be used by those who harm animals.`],
  ['good not evil in MIT', mit.replace('THE SOFTWARE IS', 'The Software shall serve peace.\n\nTHE SOFTWARE IS')],
  ['naming duty', `${mit}\n\nPublications that use the Software cite Foo (2024).`],
  [
    'source-available open title',
    `Foo Open Source License 1.0\n\nYou get the source and may change it. You may ship it with your product once a year of support is paid.`,
  ],
  ['Open license zh', `Foo 开源协议 v1\n\n您可以获得源码并修改。若作为服务对外提供，应取得授权。`],
  ['BUSL rename', textOf('BUSL-1.1').replace(/Business Source License/g, 'MIT License')],
  ['Elastic as Apache', textOf('Elastic-2.0').replace('Elastic License 2.0', 'Apache License 2.0')],
  ['CC BY w/ NC notice', 'This work is licensed under CC BY 4.0. Sale is reserved to Foo.'],
  ['list: core MIT, pro commercial', '| Folder | License |\n| --- | --- |\n| core | MIT |\n| pro | commercial |\n'],
  ['package field style', `License: MIT\nRestrictions: schools\n`],
  ['meta', `{"license":"MIT","restrictions":"schools"}`],
  [
    'badge only + price',
    '[![License: MIT](https://img.shields.io/badge/License-MIT-yellow.svg)](x)\n\nPrices for firms: see shop.',
  ],
  ['html hidden', `<p>${mit}</p><p style="color:white">Firms pay.</p>`],
  ['zero width', `${mit}\n\nNon\u200bcommercial use.`],
  ['homoglyph', `${mit}\n\nСommercial use is excluded.`],
  ['spaced', `${mit}\n\nN o  c o m m e r c i a l  u s e .`],
  ['caps wrap', `${mit}\n\nNON-\nCOMMERCIAL`],
  ['hyphen in line', `${mit}\n\nnon-com-\nmercial use`],
  ['base64-ish comment', `${mit}\n<!-- firms: ask -->`],
  ['after 200 blank lines', `${mit}${'\n'.repeat(300)}Firms ask first.`],
  ['after long noise', `${mit}\n${'='.repeat(5000)}\nFirms ask first.`],
  ['tab columns', `${mit}\n\n\tfirms\task\tfirst`],
  ['code fence', `\`\`\`\n${mit}\n\`\`\`\nFirms ask first.`],
  [
    'quoted lines',
    `${mit
      .split('\n')
      .map(l => `> ${l}`)
      .join('\n')}\n> Firms ask first.`,
  ],
  [
    'comment lines',
    `${mit
      .split('\n')
      .map(l => `# ${l}`)
      .join('\n')}\n# Firms ask first.`,
  ],
  ['MIT twice different', `${mit}\n\n${mit.replace('free of charge', 'free of charge for schools')}`],
  ['license then terms file', `${mit}\n\nSee TERMS.md for what firms owe.`],
  ['AND commercial', `Licensed under MIT and the Foo Commercial License.`],
  ['plus', `MIT + Commons Clause`],
  ['MIT*', `MIT*\n\n* not for firms`],
  [
    'Apache 2.0 with additional conditions',
    'Foo is licensed under a modified version of the Apache License 2.0, with these conditions: no multi-tenant service.',
  ],
  [
    'NOTICE adds',
    'NOTICE\nFoo\nCopyright 2024 Foo\n\nThis product includes software developed by Foo. Deployments name Foo on the login page.',
  ],
  ['EUPL changed', textOf('EUPL-1.2').replace('worldwide', 'EU-wide')],
  ['Unlicense + condition', `${textOf('Unlicense')}\n\nMention of Foo is expected.`],
  ['CC0 + condition', `${textOf('CC0-1.0')}\n\nPlease pay what you think is fair before you ship.`],
  ['WTFPL + ', `${textOf('WTFPL')}\n 1. EXCEPT SELLING IT.`],
  ['Beerware changed', textOf('Beerware').replace('whatever you want', 'whatever you want at home')],
  ['AI models: RAIL', `BigCode Open RAIL-M v1\n\nYou may use the model. Attachment A lists uses that are excluded.`],
  ['Llama', `Llama 3 Community License: if monthly users exceed 700 million, request a license.`],
  ['Hunyuan', `Tencent Hunyuan Community License\nThis license does not apply in the EU.`],
  [
    'Qwen',
    `Qwen LICENSE AGREEMENT\nIf your product has more than 100 million monthly active users, request a license.`,
  ],
  ['ChatGLM zh', `ChatGLM 许可证：学术研究完全开放，填写问卷登记后可免费商用。`],
];

describe('whole files that keep something back', () => {
  let licenses: Licenses;
  before(async function () {
    this.timeout(120_000);
    licenses = await openForTest();
  });

  for (const [name, text] of files) {
    it(`are not plain: ${name}`, () => {
      const { expression } = licenses.identify(text);

      assert.equal(takesNothingBack(expression), false, expression);
    });
  }
});
