import assert from 'node:assert/strict';
import { openCache } from '../../../src/core/cache/index.ts';
import { fromStars, readImport } from '../../../src/core/findings/index.ts';
import { createGitee } from '../../../src/core/gitee/index.ts';
import { startGitee } from '../../support/gitee/server.ts';
import { capability, catalog, packages, project } from '../catalog/sample.ts';

const known = catalog({
  projects: [project('clock'), project('bell', { license: 'MIT', purls: ['pkg:maven/org.bell/bell'] })],
  capabilities: [capability('dates')],
  packages: packages('npm', { moment: ['dates'], luxon: ['dates'] }),
});
const ids = async (text: string) => (await readImport(text, known)).candidates.map(({ draft }) => draft.id);

describe('an import', () => {
  it('of a list takes what names a project, and says which lines do not', async () => {
    const text = [
      '# Our list',
      'https://gitee.com/Sample/Clock',
      '- [Other](https://gitee.com/dromara/hutool.git), good',
      'git@github.com:iamkun/dayjs.git',
      '',
      'bell',
      'pkg:npm/clock',
      'something else entirely',
      'https://example.org/x',
    ].join('\r\n');

    const { kind, candidates, problems } = await readImport(text, known);

    assert.equal(kind, 'list');
    assert.deepEqual(
      candidates.map(({ draft }) => draft.id),
      ['clock', 'gitee--dromara--hutool', 'github--iamkun--dayjs', 'bell'],
    );
    assert.equal(candidates[3]?.draft.license, 'MIT');
    const said = problems.map(({ message }) => message);
    assert.deepEqual(said, [
      'Line 8 names no project: something else entirely',
      'Line 9 names no project: https://example.org/x',
    ]);
  });

  it('of a CSV reads columns by their names, as Excel writes them too', async () => {
    const text =
      '\uFEFFName;URL;Status;Tags;Notes\r\nHutool;https://gitee.com/dromara/hutool;Adopted;"java, tools";"one\ntwo"\r\n;nothing;;;\r\n';

    const { kind, candidates, problems } = await readImport(text, known);

    assert.equal(kind, 'csv');
    assert.equal(candidates.length, 1);
    const { id, name, status, tags, note } = candidates[0]?.draft ?? {};
    assert.deepEqual(
      [id, name, status, tags, note],
      ['gitee--dromara--hutool', 'Hutool', 'adopted', ['java', 'tools'], 'one\ntwo'],
    );
    assert.equal(problems.length, 1);
  });

  const components = ['pkg:npm/moment@2.29.4', 'pkg:npm/luxon@3', 'pkg:npm/clock@1', 'pkg:npm/unheard-of@1'];
  const documents: readonly (readonly [string, string])[] = [
    [
      'CycloneDX as JSON, with components in components',
      JSON.stringify({
        bomFormat: 'CycloneDX',
        specVersion: '1.6',
        components: [{ purl: components[0], components: components.slice(1).map(purl => ({ purl })) }, 5, null],
      }),
    ],
    [
      'CycloneDX as XML',
      `<?xml version="1.0"?>\n<bom xmlns="http://cyclonedx.org/schema/bom/1.6"><components>${components
        .map(purl => `<component><purl>${purl}</purl></component>`)
        .join('')}</components></bom>`,
    ],
    [
      'SPDX 2.3 as JSON',
      JSON.stringify({
        spdxVersion: 'SPDX-2.3',
        packages: components.map(purl => ({
          externalRefs: [
            { referenceType: 'purl', referenceLocator: purl },
            { referenceType: 'cpe23Type', referenceLocator: 'cpe:2.3:a' },
          ],
        })),
      }),
    ],
    [
      'SPDX 2.3 as tags',
      `SPDXVersion: SPDX-2.3\n${components.map(purl => `PackageName: x\nExternalRef: PACKAGE-MANAGER purl ${purl}\n`).join('')}`,
    ],
    [
      'SPDX 3 as JSON-LD',
      JSON.stringify({
        '@graph': components.map(purl => ({ type: 'software_Package', software_packageUrl: purl })),
      }),
    ],
  ];
  for (const [name, text] of documents) {
    it(`of ${name} suggests for all its components`, async () => {
      const { kind, candidates, components: count } = await readImport(text, known);

      assert.deepEqual([kind, count], ['sbom', 4]);
      assert.deepEqual(
        candidates.map(({ draft, relation }) => [draft.id, relation, draft.replaces]),
        [['clock', 'equivalent', components.slice(0, 2)]],
      );
    });
  }

  for (const hostile of [
    '{',
    '{"bomFormat":"CycloneDX","components":{}}',
    '[]',
    'null',
    '"',
    '<bom',
    'a,"b\nc',
    `{"bomFormat":"CycloneDX","components":${'[{"components":'.repeat(1000)}[]${'}]'.repeat(1000)}}`,
    'project,project\n__proto__,constructor',
    '\u0000\u0001',
  ]) {
    it(`of nonsense gives nothing: ${hostile.slice(0, 40)}`, async () => {
      assert.deepEqual(await ids(hostile), []);
    });
  }

  it('of stars reads every page of a user, and the catalog says more of those that it knows', async () => {
    const standIn = await startGitee();
    const clock = { now: () => Date.now() };
    const silent = () => undefined;
    const log = { trace: silent, debug: silent, info: silent, warn: silent, error: silent };
    const cache = openCache({ clock, log });
    const gitee = createGitee({ baseUrl: standIn.apiUrl, cache, clock, log, token: async () => undefined });
    try {
      const stars = await gitee.starredBy('dromara');
      const nobody = await gitee.starredBy('nobody-at-all');

      assert.equal(stars.kind, 'found');
      const drafts = stars.kind === 'found' ? (await fromStars(stars.value, known)).map(({ draft }) => draft) : [];
      assert.ok(drafts.some(({ id }) => id === 'gitee--dromara--sa-token'));
      assert.equal(new Set(drafts.map(({ id }) => id)).size, drafts.length);
      const twice = stars.kind === 'found' ? [...stars.value, ...stars.value] : [];
      assert.equal((await fromStars(twice, known)).length, drafts.length);
      assert.equal(nobody.kind, 'not-found');
      assert.equal(standIn.requests.filter(({ path }) => path.includes('/starred')).length, 2);
    } finally {
      await gitee.dispose();
      await cache.close();
      await standIn.close();
    }
  });
});
