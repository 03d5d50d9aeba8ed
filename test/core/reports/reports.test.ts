import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import { readLicensePolicy } from '../../../src/core/licenses/index.ts';
import type { Finding, PackagePublisher, Suggestion } from '../../../src/core/model.ts';
import {
  csvReport,
  cyclonedxReport,
  htmlReport,
  markdownReport,
  policyViolations,
  type ReportInput,
  type ScannedManifest,
  sarifReport,
} from '../../../src/core/reports/index.ts';
import { catalog, project } from '../catalog/sample.ts';

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

const house: PackagePublisher = {
  known: 'record',
  id: 'house',
  name: 'House | <b>',
  kind: 'company',
  gitee: null,
  github: 'house',
  atomgit: null,
  source: 'https://example.org/who',
};
/** A manifest whose one dependency is known by its publisher alone. */
const published: ScannedManifest = {
  ...manifest,
  dependencies: manifest.dependencies.map(each => ({
    ...each,
    name: 'door',
    purl: 'pkg:npm/%40house/door',
    suggestions: [],
    publisher: house,
  })),
};
const onlyPublished = { files: [{ manifest: published, text }], violations: [], findings: [], policies: [] };

const finding: Finding = {
  id: 'dayjs',
  name: 'Day.js <b>',
  homes: [{ host: 'github', path: 'iamkun/dayjs' }],
  status: 'adopted',
  note: '=HYPERLINK("http://evil") | <img src=x onerror=alert(1)>',
  tags: ['date'],
  license: 'MIT',
  verdict: { is: 'fits-with-duties', for: 'Apache-2.0' },
  replaces: ['pkg:npm/moment'],
  links: [],
  history: [{ status: 'adopted', date: '2026-01-02T00:00:00Z', by: 'Ada' }],
  savedAt: '2026-01-01T00:00:00Z',
  changedAt: '2026-01-02T00:00:00Z',
};
const known = catalog({ projects: [project('dayjs', { license: 'MIT', purls: ['pkg:npm/dayjs'] })] });

async function inputOf(facts: Partial<ReportInput> = {}): Promise<ReportInput> {
  const reading = await readLicensePolicy('denied: [MIT]\notherwise: allowed');
  assert.equal(reading.kind, 'policy');
  const policies = reading.kind === 'policy' ? [reading.policy] : [];
  const chinese = manifest.dependencies.map(each => ({
    ...each,
    name: 'dayjs',
    purl: 'pkg:npm/dayjs',
    suggestions: [],
  }));
  const dependencies = [...manifest.dependencies, ...chinese];
  const files = [{ manifest: { ...manifest, dependencies }, text }];
  const findings = [finding];
  return {
    title: 'A & B',
    version: '1.2.3',
    files,
    findings,
    violations: policyViolations(() => policies, { files, findings, byPurl: known.byPurl }),
    policies: policies.map(({ name }) => name),
    project: known.project,
    catalogDate: '2026-11-24',
    ...facts,
  };
}

/** Each official schema as the packages of their makers bring it. */
async function schemaOf(file: string): Promise<Record<string, unknown>> {
  const root = path.resolve(import.meta.dirname, '../../../node_modules');
  return JSON.parse(await readFile(path.join(root, file), 'utf8'));
}

function withoutId({ $id: _, ...schema }: Record<string, unknown>): Record<string, unknown> {
  return schema;
}

async function problemsOf(
  json: string,
  schema: Record<string, unknown>,
  others: Record<string, Record<string, unknown>> = {},
) {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true, unicodeRegExp: false });
  addFormats.default(ajv);
  ajv.addFormat('iri-reference', true);
  ajv.addFormat('idn-email', true);
  // They refer to each other by the names of their files.
  for (const [name, other] of Object.entries(others)) ajv.addSchema(other, `http://cyclonedx.org/schema/${name}`);
  const validate = ajv.compile(schema);
  return validate(JSON.parse(json)) ? [] : (validate.errors ?? []);
}

describe('a report', () => {
  it('as SARIF is valid by the official schema, and so is an empty one', async () => {
    const {
      $schema: _,
      id: __,
      ...schema
    } = await schemaOf('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');

    assert.deepEqual(await problemsOf(sarifReport(await inputOf()), schema), []);
    assert.deepEqual(await problemsOf(sarifReport(await inputOf(onlyPublished)), schema), []);
    assert.deepEqual(await problemsOf(sarifReport(await inputOf({ files: [], violations: [] })), schema), []);
    assert.notDeepEqual(await problemsOf('{"version":"2.1.0","runs":[{}]}', schema), []);
  });

  it('as SARIF has what is against the policy as errors and suggestions as notes, at their places', async () => {
    const log = JSON.parse(sarifReport(await inputOf()));

    const results: readonly { ruleId: string; level: string; locations: { physicalLocation: unknown }[] }[] =
      log.runs[0].results;
    assert.deepEqual(
      results.map(({ ruleId, level }) => [ruleId, level]),
      [
        ['license-denied', 'error'],
        ['equivalent', 'note'],
      ],
    );
    assert.deepEqual(results[1]?.locations[0]?.physicalLocation, {
      artifactLocation: { uri: 'apps/%C3%BCn%C3%AF%20code/package.json', uriBaseId: '%SRCROOT%' },
      region: { startLine: 2, startColumn: 22, endLine: 2, endColumn: 28 },
    });
  });

  it('as CycloneDX is valid by the official schema, and names each component once', async () => {
    const folder = '@cyclonedx/cyclonedx-library/res/schema';
    const [bom, spdx, jsf] = await Promise.all(
      ['bom-1.6', 'spdx', 'jsf-0.82'].map(name => schemaOf(`${folder}/${name}.SNAPSHOT.schema.json`)),
    );
    assert.ok(bom && spdx && jsf);
    const others = { 'spdx.SNAPSHOT.schema.json': withoutId(spdx), 'jsf-0.82.SNAPSHOT.schema.json': withoutId(jsf) };
    const other = { ...manifest, path: 'other/package.json' };
    const input = await inputOf();
    const json = cyclonedxReport({ ...input, files: [...input.files, { manifest: other, text }] });
    const withPublisher = cyclonedxReport(await inputOf(onlyPublished));

    assert.deepEqual(await problemsOf(json, bom, others), []);
    assert.deepEqual(await problemsOf(withPublisher, bom, others), []);
    assert.notDeepEqual(await problemsOf(json.replace('"library"', '"thing"'), bom, others), []);
    const components: readonly { 'bom-ref': string; properties: { name: string; value: string }[] }[] =
      JSON.parse(json).components;
    assert.deepEqual(
      components.map(component => component['bom-ref']),
      ['pkg:npm/moment', 'pkg:npm/dayjs', 'gitee-scout:candidate:dayjs', 'gitee-scout:finding:dayjs'],
    );
    assert.deepEqual(
      components[0]?.properties.filter(({ name }) => name === 'gitee-scout:manifest').map(({ value }) => value),
      [manifest.path, other.path],
    );
  });

  it('as Markdown keeps a table cell in its cell', async () => {
    const report = markdownReport(await inputOf());

    const row = report.split('\n').find(line => line.includes('Day.js]')) ?? '';
    assert.equal(row.replaceAll('\\|', '').split('|').length, 10);
    assert.match(row, /\[Day\.js\]\(https:\/\/github\.com\/iamkun\/dayjs\)/);
    assert.match(report, /denied \| `dayjs` in apps/);
    assert.match(report, /evidence up to 2026-11-24/);
  });

  it('as CSV holds every row, and no formula', async () => {
    const csv = csvReport(await inputOf());

    const [heading = [], ...rows]: string[][] = parse(csv, { bom: true });
    assert.equal(heading.length, 17);
    assert.deepEqual(
      rows.map(([kind]) => kind),
      ['policy', 'policy', 'suggestion', 'finding'],
    );
    assert.deepEqual(rows[2]?.slice(1, 4), [manifest.path, '2', 'moment']);
    assert.ok(rows[3]?.includes(`'${finding.note}`));
  });

  it('as HTML has texts of others as text, and loads nothing', async () => {
    const html = htmlReport(await inputOf());

    assert.doesNotMatch(html, /<img|<script|<b>|<[^>]* src=|@import|url\(/);
    assert.match(html, /Day\.js &lt;b&gt;/);
    assert.match(html, /<title>A &amp; B<\/title>/);
    assert.match(html, /<svg/);
  });

  it('says of what is known by its publisher alone who publishes it, in each form', async () => {
    const input = await inputOf(onlyPublished);

    const markdown = markdownReport(input);
    assert.match(markdown, /1 manifest, 1 dependency, 0 of them with suggestions, 1 of Chinese origin\./);
    assert.match(
      markdown,
      /\| `door` \| \^2\.30\.1 \| \[House [^\]]*\]\(https:\/\/github\.com\/house\) \| published from China \| {2}\| {2}\| Published by House .* \(China\)\. \| \[source\]\(https:\/\/example\.org\/who\) \|/,
    );
    const html = htmlReport(input);
    assert.match(html, /<a href="https:\/\/github\.com\/house">House \| &lt;b&gt;<\/a>/);
    assert.match(html, /Published by House \| &lt;b&gt; \(China\)\./);
    const [, row = []]: string[][] = parse(csvReport(input), { bom: true });
    assert.deepEqual(
      [row[0], row[3], row[7], row[13], row[15]],
      ['publisher', 'door', house.name, 'https://github.com/house', 'https://example.org/who'],
    );
    const [result] = JSON.parse(sarifReport(input)).runs[0].results;
    assert.deepEqual([result.ruleId, result.level], ['chinese-publisher', 'note']);
    assert.match(result.message.text, /^door: Published by House/);
    const [component] = JSON.parse(cyclonedxReport(input)).components;
    assert.equal(component.publisher, house.name);
    assert.ok(component.properties.some(({ name }: { name: string }) => name === 'gitee-scout:chinese-publisher'));
  });

  it('claims no publisher in CycloneDX where only a domain is known', async () => {
    const dependencies = published.dependencies.map(each => ({
      ...each,
      publisher: { ...house, known: 'domain' as const, id: null, name: 'house.cn' },
    }));
    const input = await inputOf({ ...onlyPublished, files: [{ manifest: { ...published, dependencies }, text }] });

    const [component] = JSON.parse(cyclonedxReport(input)).components;

    assert.equal(component.publisher, undefined);
    assert.ok(component.properties.some(({ value }: { value: string }) => value === 'house.cn'));
  });

  it('has no suggestion as a breach of policy: only what is in use is', async () => {
    const { violations } = await inputOf();

    assert.deepEqual(
      violations.map(({ place, decision }) => [place.kind, decision]),
      [
        ['dependency', 'denied'],
        ['finding', 'denied'],
      ],
    );
  });

  it('is the same to the byte for the same input', async () => {
    for (const write of [sarifReport, cyclonedxReport, markdownReport, htmlReport, csvReport]) {
      assert.equal(write(await inputOf()), write(await inputOf()));
    }
  });
});
