import assert from 'node:assert/strict';
import os from 'node:os';
import { createLookup, type LookupMode, type PrivateNames, readPrivateNames } from '../../../src/core/gitee/index.ts';
import type { Dependency, Ecosystem } from '../../../src/core/model.ts';
import { useClient } from './open-client.ts';

const files = [
  { path: '.npmrc', text: '@acme:registry=https://npm.acme.example/\n' },
  { path: 'pip.conf', text: '[global]\nindex-url = https://pypi.acme.example/simple\n' },
  { path: '.cargo/config.toml', text: '[registries.acme]\nindex = "sparse+https://cargo.acme.example/index/"\n' },
  {
    path: 'nuget.config',
    text: '<packageSources><add key="acme" value="https://nuget.acme.example/v3/index.json" /></packageSources>',
  },
];
/** One more makes all names of Maven private as well. */
const mavenSettings = {
  path: '.m2/settings.xml',
  text: '<mirrors><mirror><url>https://nexus.acme.example/maven</url></mirror></mirrors>',
};
const privateNames = readPrivateNames({
  files,
  environment: { GOPRIVATE: 'git.acme.example' },
  globs: ['secret-*'],
});

const packages: readonly (readonly [purl: string, ecosystem: Ecosystem, origin: Dependency['origin']])[] = [
  ['pkg:npm/left-pad', 'npm', 'registry'],
  ['pkg:npm/%40vue/reactivity', 'npm', 'registry'],
  ['pkg:npm/%40acme/billing', 'npm', 'registry'],
  ['pkg:npm/secret-plans', 'npm', 'registry'],
  ['pkg:npm/our-workspace-package', 'npm', 'workspace'],
  ['pkg:npm/our-fork', 'npm', 'git'],
  ['pkg:npm/our-folder', 'npm', 'path'],
  ['pkg:npm/our-archive', 'npm', 'url'],
  ['pkg:pypi/internal-tool', 'pypi', 'registry'],
  ['pkg:pypi/internal-tool-of-conda', 'conda', 'registry'],
  ['pkg:golang/git.acme.example/team/tool', 'golang', 'registry'],
  ['pkg:golang/github.com/gin-gonic/gin/v2', 'golang', 'registry'],
  ['pkg:maven/org.flowable/flowable-engine', 'maven', 'registry'],
  ['pkg:cargo/internal-crate', 'cargo', 'registry'],
  ['pkg:nuget/Internal.Package', 'nuget', 'registry'],
];

describe('looking up a package that the catalog does not know', () => {
  const use = useClient();

  /** Looks all packages up and gives every text that left this machine because of it. */
  async function whatLeft(
    mode: LookupMode,
    clicked: boolean,
    names: PrivateNames = privateNames,
  ): Promise<readonly string[]> {
    const { gitee, standIn } = use();
    const lookup = createLookup({ gitee, privateNames: () => names, mode: () => mode });
    for (const [purl, ecosystem, origin] of packages) {
      const name = decodeURIComponent(purl.replace(/^pkg:[^/]+\//, ''));
      await lookup.look({ dependency: { name, purl, origin }, ecosystem, clicked });
    }
    const queries = standIn.requests.map(({ url }) => new URL(url, standIn.url).searchParams.get('q') ?? url);
    return [...new Set(queries)].sort();
  }

  const publicNames = ['flowable-engine', 'gin', 'left-pad', 'reactivity'];

  for (const [mode, clicked, expected] of [
    ['off', true, []],
    ['off', false, []],
    ['on-demand', false, []],
    ['on-demand', true, publicNames],
    ['automatic', false, publicNames],
    ['automatic', true, publicNames],
  ] as const) {
    it(`lets out ${expected.length > 0 ? 'public names only' : 'nothing'} when ${mode} and ${clicked ? '' : 'not '}clicked`, async () => {
      assert.deepEqual(await whatLeft(mode, clicked), expected);
    });
  }

  it('lets out no name of an ecosystem as soon as a registry of its own is set', async () => {
    const withMaven = readPrivateNames({ files: [...files, mavenSettings], environment: {}, globs: ['*'] });
    const onlyRegistries = readPrivateNames({ files: [...files, mavenSettings], environment: {}, globs: [] });

    assert.deepEqual(await whatLeft('automatic', true, withMaven), []);
    assert.deepEqual(await whatLeft('automatic', true, onlyRegistries), [
      'gin',
      'left-pad',
      'reactivity',
      'secret-plans',
      'tool',
    ]);
  });

  it('says nothing of the workspace in anything else that it sends', async () => {
    await whatLeft('automatic', true);

    const sent = JSON.stringify(use().standIn.requests);
    const words = ['acme', 'secret', 'our-', 'internal', process.cwd(), os.hostname(), os.userInfo().username];
    for (const word of words) assert.ok(!sent.toLowerCase().includes(word.toLowerCase()), word);
  });

  it('says why a name was kept', async () => {
    const { gitee } = use();
    const lookup = createLookup({ gitee, privateNames: () => privateNames, mode: () => 'automatic' });
    const dependency = { name: '@acme/billing', purl: 'pkg:npm/%40acme/billing', origin: 'registry' } as const;

    const result = await lookup.look({ dependency, ecosystem: 'npm', clicked: true });

    assert.deepEqual(result, { kind: 'kept', reason: 'scope' });
  });
});
