import assert from 'node:assert/strict';
import { licenseInReadme } from '../../../../src/core/licenses/identify/readme.ts';

function expressionOf(section: string): string | undefined {
  return licenseInReadme(`# Project\n\n## License\n\n${section}\n`)?.expression;
}

describe('the license section of a README', () => {
  it('names a license, and points to the file that says its terms', () => {
    for (const section of [
      'The license is MIT.',
      '[MIT](LICENSE)',
      'Read [LICENSE](LICENSE) before use. The license is MIT.',
      'Please read the LICENSE file before using it. MIT.',
    ])
      assert.equal(expressionOf(section), 'MIT', section);
  });

  it('adds what else it asks for', () => {
    for (const section of [
      'Read [LICENSE](LICENSE) before use in a company. The license is MIT.',
      'Read LICENSE before use and ask the author. MIT.',
      'Read LICENSE before using it in schools. The license is MIT.',
    ])
      assert.match(expressionOf(section) ?? '', /LicenseRef-additional-terms/, section);
  });
});

describe('a limit of use in a README', () => {
  const limits = [
    'Free for personal use; companies need a license key.',
    '---\n本项目遵循 Apache-2.0，去除版权信息须授权。',
    '## 版权说明\n\n请保留页脚信息，不得去除。',
    '## Pricing\n\nFirms pay 10 EUR a seat.',
    '> 声明：仅供学习交流，禁止商用。',
    '**License:** MIT (non-commercial)',
    '## FAQ\n\n**Can I use it commercially?** Please buy a license.',
    '## Lizenz\n\nMIT, für Firmen kostenpflichtig.',
    '## Terms of use\n\nNo hosting for others.',
    '## 使用须知\n\n禁止用于商业用途。',
    '## Notice\n\nThis project is for learning; no business use.',
    '## Disclaimer\n\nFor research purposes only.',
  ];
  for (const said of limits) {
    it(`is seen wherever it stands: ${said.replaceAll('\n', ' ')}`, () => {
      assert.match(licenseInReadme(`# Project\n\nText.\n\n${said}\n`)?.expression ?? '', /LicenseRef-additional-terms/);
    });
  }

  for (const said of [
    '欢迎加入学习交流群：123456。',
    'A multi-tenant SaaS starter for commercial products.',
    'Free for commercial use.',
    '可免费商用。',
    'It may be used for research, education and in companies.',
    'Businesses must configure a data source first.',
    'Only for evaluation data sets larger than 1 GB, `--split` is needed.',
  ]) {
    it(`is not read out of praise, invitations and instructions: ${said}`, () => {
      assert.equal(licenseInReadme(`# Project\n\n${said}\n`), undefined);
    });
  }

  it('is not read out of the addresses of links behind the section', () => {
    assert.equal(
      expressionOf('[MIT][license] © [A. Author][author]\n\n[license]: license\n[author]: https://example.org'),
      'MIT',
    );
  });
});
