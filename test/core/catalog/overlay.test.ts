import assert from 'node:assert/strict';
import { openCatalog, readOverlay } from '../../../src/core/catalog/index.ts';
import { suggest } from '../../../src/core/suggestions/index.ts';
import { capability, compiled, packages, project } from './sample.ts';

const base = compiled({
  projects: [project('clock')],
  capabilities: [capability('dates')],
  packages: packages('npm', { moment: ['dates'] }),
});

function file(text: string) {
  return { path: '.gitee-scout/catalog/own.yaml', text };
}

describe('overlay', () => {
  it('adds packages, capabilities and projects of a company', async () => {
    const text = `
projects:
  - id: house-clock
    name: { en: House Clock }
    summary: { en: Our own dates., zh: 自家日期库。 }
    homes: [{ host: gitee, path: house/clock, kind: primary }]
    license: LicenseRef-House
    purls: ['pkg:npm/house-clock']
    capabilities: [sundials]
    form: library
    status: active
capabilities:
  sundials: { label: sundials, plural: sundials, zh: [日晷] }
packages:
  npm: { shadow: [sundials] }
`;

    const { overlay, problems } = await readOverlay([file(text)]);
    const { suggestions } = suggest('pkg:npm/shadow', openCatalog(base, overlay));

    assert.deepEqual(problems, []);
    assert.deepEqual(
      suggestions.map(({ project: id }) => id),
      ['house-clock'],
    );
  });

  it('denies a project', async () => {
    const { overlay } = await readOverlay([file('deny: [clock]')]);

    const { suggestions } = suggest('pkg:npm/moment', openCatalog(base, overlay));

    assert.deepEqual(suggestions, []);
  });

  it('silences a package', async () => {
    const { overlay } = await readOverlay([file('silent: { npm: [moment] }')]);

    const { suggestions } = suggest('pkg:npm/moment', openCatalog(base, overlay));

    assert.deepEqual(suggestions, []);
  });

  for (const [fact, text, marked, message] of [
    ['a wrong value', 'packages:\n  npm:\n    moment: dates\n', 'dates', /packages\.npm\.moment/],
    ['an unknown section', 'package: {}\n', 'package: {}', /package/],
    ['an ecosystem that does not exist', 'packages:\n  npmm: { moment: [dates] }\n', 'npmm', /npmm/],
    ['YAML that does not parse', 'deny: [clock\n', undefined, /./],
    ['more than 1 MB', `# ${'x'.repeat(1024 * 1024)}`, undefined, /1 MB/],
  ] as const) {
    it(`tells where there is ${fact}`, async () => {
      const { overlay, problems } = await readOverlay([file(text)]);

      const [first] = problems;
      assert.deepEqual(overlay, []);
      assert.ok(first);
      assert.match(first.message, message);
      if (marked !== undefined) assert.match(text.slice(...first.range), new RegExp(marked));
    });
  }

  it('survives a bomb of aliases', async () => {
    const text = `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n`;

    const { overlay, problems } = await readOverlay([file(text)]);

    assert.deepEqual(overlay, []);
    assert.equal(problems.length, 1);
  });
});
