import assert from 'node:assert/strict';
import { createLookup, type LookupMode, readPrivateNames } from '../../../src/core/gitee/index.ts';
import type { Dependency, Ecosystem } from '../../../src/core/model.ts';
import { useClient } from './open-client.ts';

const files = [
  { path: '.npmrc', text: '@acme:registry=https://npm.acme.example/\n' },
  { path: 'pip.conf', text: '[global]\nindex-url = https://pypi.acme.example/simple\n' },
];
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
  ['pkg:pypi/internal-tool', 'pypi', 'registry'],
  ['pkg:pypi/internal-tool-of-conda', 'conda', 'registry'],
  ['pkg:golang/git.acme.example/team/tool', 'golang', 'registry'],
  ['pkg:golang/github.com/gin-gonic/gin/v2', 'golang', 'registry'],
  ['pkg:maven/org.flowable/flowable-engine', 'maven', 'registry'],
];

describe('looking up a package that the catalog does not know', () => {
  const use = useClient();

  /** Looks all packages up and gives every text that left this machine because of it. */
  async function whatLeft(mode: LookupMode, clicked: boolean): Promise<readonly string[]> {
    const { gitee, standIn } = use();
    const lookup = createLookup({ gitee, privateNames: () => privateNames, mode: () => mode });
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

  it('says nothing of the workspace in anything else that it sends', async () => {
    await whatLeft('automatic', true);

    const sent = JSON.stringify(use().standIn.requests);
    for (const word of ['acme', 'secret', 'our-', 'internal', process.cwd()]) assert.ok(!sent.includes(word), word);
  });

  it('says why a name was kept', async () => {
    const { gitee } = use();
    const lookup = createLookup({ gitee, privateNames: () => privateNames, mode: () => 'automatic' });
    const dependency = { name: '@acme/billing', purl: 'pkg:npm/%40acme/billing', origin: 'registry' } as const;

    const result = await lookup.look({ dependency, ecosystem: 'npm', clicked: true });

    assert.deepEqual(result, { kind: 'kept', reason: 'scope' });
  });
});
