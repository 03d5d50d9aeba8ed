import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { compileCatalogFolder } from '../../../src/core/catalog/compile.ts';
import { CatalogError, openCatalog } from '../../../src/core/catalog/index.ts';

const own = path.join(import.meta.dirname, '../../../src/core/catalog/data');

const clock = `id: clock
name: { en: Clock }
summary: { en: Dates., zh: 日期。 }
homes: [{ host: gitee, path: a/clock, kind: primary }]
license: MIT
purls: ['pkg:npm/clock']
capabilities: [dates]
form: library
steward: { name: A, kind: person }
status: active
documentation: [zh]
evidence: [{ facts: [homes], source: 'https://example.org/', date: 2026-11-24, quote: a quote }]
`;

const house = `id: house
name: { en: House, zh: 房子 }
kind: company
accounts: [{ host: gitee, account: house }, { host: github, account: House }]
families: ['pkg:npm/%40house/']
evidence:
  - { facts: [accounts], source: 'https://example.org/accounts', date: 2026-11-24 }
  - { facts: [steward], source: 'https://example.org/who', date: 2026-11-24, quote: a quote }
`;

describe('compiling the catalog', () => {
  let folder: string;
  const put = async (file: string, text: string) => {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  };

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'catalog-'));
    await put('projects/clock.yaml', clock);
    await put('publishers/house.yaml', house);
    await put('published/pypi.yaml', 'house:\n  - Bell_Tower\n');
    await put('capabilities.yaml', 'dates: { label: dates, plural: date libraries, zh: [日期] }\n');
    await put('packages/npm.yaml', 'moment: [dates]\n');
    await put('silent/npm.yaml', '- lint\n');
    await put('differences.yaml', '{}\n');
    await put('edges.yaml', "- { from: 'pkg:npm/moment', to: clock, relation: equivalent, claim: Clock says so }\n");
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('keeps every kind of fact', async () => {
    const catalog = openCatalog(await compileCatalogFolder(folder));

    assert.equal(catalog.byPurl('pkg:npm/clock')?.name.en, 'Clock');
    assert.deepEqual(catalog.capabilitiesOf('pkg:npm/moment'), ['dates']);
    assert.equal(catalog.isSilent('pkg:npm/lint'), true);
    assert.equal(catalog.edgesFrom('pkg:npm/moment')[0]?.to, 'clock');
    assert.equal(catalog.capability('dates')?.specificity, 'narrow');
  });

  it('keeps publishers with the source that says who they are, and the packages that are theirs by name', async () => {
    const catalog = openCatalog(await compileCatalogFolder(folder));

    assert.deepEqual(catalog.publisherOf('pkg:pypi/bell-tower'), {
      known: 'record',
      id: 'house',
      name: 'House',
      zh: '房子',
      kind: 'company',
      gitee: 'house',
      github: 'House',
      atomgit: null,
      source: 'https://example.org/who',
    });
    assert.deepEqual(catalog.publishers(), [
      {
        id: 'house',
        name: { en: 'House', zh: '房子' },
        kind: 'company',
        accounts: [
          { host: 'gitee', account: 'house' },
          { host: 'github', account: 'House' },
        ],
        families: ['pkg:npm/%40house/'],
        source: 'https://example.org/who',
      },
    ]);
  });

  it('leaves out quotes that are not shown', async () => {
    const catalog = openCatalog(await compileCatalogFolder(folder));

    assert.equal(catalog.project('clock')?.evidence[0]?.quote, undefined);
  });

  it('keeps a denial, but not why, which nobody is shown', async () => {
    await put('edges.yaml', "- { from: 'pkg:npm/moment', to: clock, relation: deny, claim: Clock is another }\n");

    const text = await compileCatalogFolder(folder);

    assert.equal(openCatalog(text).edgesFrom('pkg:npm/moment')[0]?.relation, 'deny');
    assert.doesNotMatch(text, /Clock is another/);
  });

  it('gives a project the date on which a registry last agreed', async () => {
    await put(
      'verified.tsv',
      'subject\tdate\tresult\tdetail\npkg:npm/clock\t2026-11-20\tagrees\t\npkg:npm/clock\t2026-11-23\tdiffers\t\n',
    );

    const catalog = openCatalog(await compileCatalogFolder(folder));

    assert.equal(catalog.project('clock')?.verified, '2026-11-20');
  });

  it('names the file that is wrong', async () => {
    await put('projects/clock.yaml', clock.replace('form: library', 'form: thing'));

    await assert.rejects(compileCatalogFolder(folder), (error: unknown) => {
      assert.ok(error instanceof CatalogError);
      assert.match(error.message, /clock\.yaml.*form/s);
      return true;
    });
  });

  it('stays small enough to be shipped', async function () {
    // Hundreds of files: slow on a busy machine.
    this.timeout(120_000);

    const text = await compileCatalogFolder(own);

    const packed = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
    assert.ok(packed.length < 1.5 * 1024 * 1024, `${packed.length} bytes`);
    // Read as a whole at each start of the thread that asks it: what that costs goes with the plain text's length.
    assert.ok(Buffer.byteLength(text) < 3 * 1024 * 1024, `${Buffer.byteLength(text)} bytes`);
  });
});
