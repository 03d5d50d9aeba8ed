import assert from 'node:assert/strict';
import type { Suggestion } from '../../../src/core/model.ts';
import { cyclonedxReport, markdownReport, type ScannedManifest, sarifReport } from '../../../src/core/reports/index.ts';

const text = '{\r\n  "dependencies": { "moment": "^2.30.1" }\r\n}\r\n';
const start = text.indexOf('moment');
const dayjs: Suggestion = {
  project: 'dayjs',
  name: 'Day.js',
  relation: 'equivalent',
  effort: 'similar',
  reason: 'Both are date-time libraries | really.',
  reasons: [],
  capabilities: ['date-time'],
  license: 'MIT',
  homes: { gitee: null, github: 'iamkun/dayjs', atomgit: null },
  purls: ['pkg:npm/dayjs'],
};
const manifest: ScannedManifest = {
  path: 'apps/ünï code/package.json',
  type: 'package.json',
  ecosystem: 'npm',
  problems: [],
  dependencies: [
    {
      name: 'moment',
      purl: 'pkg:npm/moment',
      requirement: '^2.30.1',
      scope: 'runtime',
      origin: 'registry',
      place: 'dependencies',
      nameRange: [start, start + 6],
      requirementRange: null,
      suggestions: [dayjs],
    },
  ],
};

describe('reports of a scan', () => {
  it('SARIF points at the name, lines and columns from 1, and encodes the path', () => {
    const log = JSON.parse(sarifReport([{ manifest, text }]));

    const [result] = log.runs[0].results;
    assert.deepEqual(result.locations[0].physicalLocation.region, {
      startLine: 2,
      startColumn: 22,
      endLine: 2,
      endColumn: 28,
    });
    assert.equal(result.locations[0].physicalLocation.artifactLocation.uri, 'apps/%C3%BCn%C3%AF%20code/package.json');
    assert.equal(result.ruleId, 'equivalent');
  });

  it('Markdown keeps a table cell in its cell', () => {
    const report = markdownReport([manifest]);

    const row = report.split('\n').find(line => line.includes('Day.js')) ?? '';
    assert.equal(row.replaceAll('\\|', '').split('|').length, 9);
    assert.match(row, /\[Day\.js\]\(https:\/\/github\.com\/iamkun\/dayjs\)/);
  });

  it('CycloneDX lists each package once', () => {
    const bom = JSON.parse(cyclonedxReport([manifest, { ...manifest, path: 'other/package.json' }]));

    assert.equal(bom.specVersion, '1.6');
    assert.deepEqual(
      bom.components.map((component: { purl: string }) => component.purl),
      ['pkg:npm/moment'],
    );
  });

  it('the same scan gives the same bytes', () => {
    assert.equal(cyclonedxReport([manifest]), cyclonedxReport([manifest]));
    assert.equal(sarifReport([{ manifest, text }]), sarifReport([{ manifest, text }]));
  });
});
