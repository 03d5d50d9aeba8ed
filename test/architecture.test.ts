import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { cruise, type ICruiseOptions, type IForbiddenRuleType } from 'dependency-cruiser';
import { z } from 'zod';

const root = path.resolve(import.meta.dirname, '..');
const Config = z.object({
  forbidden: z.array(z.custom<IForbiddenRuleType & { readonly name: string }>(rule => Named.safeParse(rule).success)),
  options: z.record(z.string(), z.unknown()),
});
const Named = z.object({ name: z.string() });
const config = Config.parse(createRequire(import.meta.url)('./architecture.cjs'));

const Result = z.object({
  modules: z.array(z.object({ source: z.string() })),
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

/** What dependency-cruiser finds in the `src` below a folder. */
async function inspect(folder: string): Promise<z.infer<typeof Result>> {
  const options: ICruiseOptions = {
    ...config.options,
    validate: true,
    ruleSet: { forbidden: config.forbidden },
    baseDir: folder,
    outputType: 'json',
  };
  const { output } = await cruise(['src'], options);
  return Result.parse(typeof output === 'string' ? JSON.parse(output) : output);
}

/** A small program in which everybody keeps to the rules. */
const lawful: Readonly<Record<string, string>> = {
  'src/extension.ts':
    "import * as vscode from 'vscode';\nimport { createScout } from './core/index.ts';\nexport const a = [vscode, createScout];",
  'src/cli.ts': "import { run } from './cli/run.ts';\nrun();",
  'src/cli/run.ts': "import { createScout } from '../core/index.ts';\nexport const run = createScout;",
  'src/core/model.ts': 'export interface Project { readonly id: string }',
  'src/core/ports.ts': 'export interface Log { info(text: string): void }',
  'src/core/index.ts': "import { open } from './catalog/index.ts';\nexport const createScout = open;",
  'src/core/catalog/index.ts': "export { open } from './open.ts';",
  'src/core/catalog/open.ts':
    "import type { Project } from '../model.ts';\nexport const open = (): Project => ({ id: '' });",
  'src/core/catalog/compile.ts': 'export const compile = 1;',
  'src/core/manifests/index.ts':
    "import type { Project } from '../model.ts';\nexport const read = (): Project[] => [];",
  'src/core/gitee/index.ts': "import { request } from 'undici';\nexport const gitee = request;",
  'src/surfaces/words.ts': "export const words = 'shared';",
  'src/surfaces/tree/index.ts':
    "import * as vscode from 'vscode';\nimport { words } from '../words.ts';\nexport const tree = [vscode, words];",
  'src/surfaces/page/index.ts':
    "import type { Message } from '../../webview/protocol.ts';\nexport const page = (m: Message) => m;",
  'src/webview/protocol.ts': "import type { Project } from '../core/model.ts';\nexport type Message = Project;",
  'src/webview/scripts/page.ts':
    "import type { Message } from '../protocol.ts';\nexport const show = (m: Message) => m;",
  'test/support/server.ts': 'export const server = 1;',
};

const planted: readonly (readonly [rule: string, what: string, file: string, text: string])[] = [
  [
    'vscode-only-in-surfaces',
    'a type of vscode in the core',
    'src/core/catalog/open.ts',
    "import type { Uri } from 'vscode';\nexport const open = (u: Uri) => u;",
  ],
  [
    'vscode-only-in-surfaces',
    'an inline type of vscode in the core',
    'src/core/model.ts',
    "export type Place = import('vscode').Uri;",
  ],
  [
    'vscode-only-in-surfaces',
    'vscode in the core',
    'src/core/catalog/open.ts',
    "import * as vscode from 'vscode';\nexport const open = vscode;",
  ],
  [
    'vscode-only-in-surfaces',
    'vscode loaded later',
    'src/core/catalog/open.ts',
    "export const open = () => import('vscode');",
  ],
  ['vscode-only-in-surfaces', 'vscode passed on', 'src/core/ports.ts', "export type { Uri } from 'vscode';"],
  [
    'vscode-only-in-surfaces',
    'vscode in the command line',
    'src/cli/run.ts',
    "import type { Uri } from 'vscode';\nexport const run = (u?: Uri) => u;",
  ],
  [
    'vscode-only-in-surfaces',
    'vscode in a page',
    'src/webview/scripts/page.ts',
    "import type { Uri } from 'vscode';\nexport const show = (u: Uri) => u;",
  ],
  [
    'no-cycles',
    'a cycle',
    'src/core/catalog/open.ts',
    "import { open as other } from './index.ts';\nexport const open = other;",
  ],
  [
    'no-cycles',
    'a cycle of types',
    'src/core/catalog/open.ts',
    "import type { open as other } from './index.ts';\nexport const open = 1 as unknown as typeof other;",
  ],
  [
    'core-knows-no-host',
    'the core importing a surface',
    'src/core/catalog/open.ts',
    "import { words } from '../../surfaces/words.ts';\nexport const open = words;",
  ],
  [
    'core-knows-no-host',
    'the core importing the command line',
    'src/core/model.ts',
    "export type Run = typeof import('../cli/run.ts');",
  ],
  [
    'core-folder-by-its-index',
    'a neighbor through the back door',
    'src/core/gitee/index.ts',
    "import { open } from '../catalog/open.ts';\nexport const gitee = open;",
  ],
  [
    'core-folder-by-its-index',
    'the type of a neighbor through the back door',
    'src/core/gitee/index.ts',
    "import type { open } from '../catalog/open.ts';\nexport type Gitee = typeof open;",
  ],
  [
    'core-from-outside-by-index',
    'a surface through the back door',
    'src/surfaces/words.ts',
    "import { open } from '../core/catalog/open.ts';\nexport const words = open;",
  ],
  [
    'core-from-outside-by-index',
    'a compiler in the product',
    'src/extension.ts',
    "import { compile } from './core/catalog/compile.ts';\nexport const a = compile;",
  ],
  [
    'core-folders-below-the-composition',
    'a folder that looks up',
    'src/core/gitee/index.ts',
    "import type { createScout } from '../index.ts';\nexport type Gitee = typeof createScout;",
  ],
  [
    'pure-core-folders',
    'a parser that reads files',
    'src/core/manifests/index.ts',
    "import { readFile } from 'node:fs/promises';\nexport const read = readFile;",
  ],
  [
    'pure-core-folders',
    'a parser that asks Gitee',
    'src/core/manifests/index.ts',
    "import { gitee } from '../gitee/index.ts';\nexport const read = gitee;",
  ],
  [
    'surfaces-are-strangers',
    'a surface importing another',
    'src/surfaces/page/index.ts',
    "import { tree } from '../tree/index.ts';\nexport const page = tree;",
  ],
  [
    'shared-surface-files-know-no-surface',
    'a shared file importing a surface',
    'src/surfaces/words.ts',
    "import { tree } from './tree/index.ts';\nexport const words = tree;",
  ],
  [
    'surfaces-know-core-only',
    'a surface importing the command line',
    'src/surfaces/words.ts',
    "import { run } from '../cli/run.ts';\nexport const words = run;",
  ],
  [
    'surfaces-know-core-only',
    'a surface importing a script of a page',
    'src/surfaces/page/index.ts',
    "import { show } from '../../webview/scripts/page.ts';\nexport const page = show;",
  ],
  [
    'terminal-knows-core-only',
    'the command line importing a surface',
    'src/cli/run.ts',
    "import type { words } from '../surfaces/words.ts';\nexport const run = (w?: typeof words) => w;",
  ],
  [
    'terminal-knows-core-only',
    'the server for assistants importing a page',
    'src/mcp/server.ts',
    "import type { Message } from '../webview/protocol.ts';\nexport const serve = (m: Message) => m;",
  ],
  [
    'webview-stays-in-its-frame',
    'a page importing the core',
    'src/webview/scripts/page.ts',
    "import { read } from '../../core/manifests/index.ts';\nexport const show = read;",
  ],
  [
    'product-knows-no-test',
    'the product importing a test',
    'src/extension.ts',
    "import { server } from '../test/support/server.ts';\nexport const a = server;",
  ],
  [
    'everything-resolves',
    'an import of nothing',
    'src/extension.ts',
    "import { gone } from './gone.ts';\nexport const a = gone;",
  ],
];

describe('the architecture', function () {
  this.timeout(120_000);
  let folder: string;

  before(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'gitee-scout-rules-'));
    await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
    await cp(path.join(root, 'package.json'), path.join(folder, 'package.json'));
  });

  after(() => rm(folder, { recursive: true, force: true }));

  async function plant(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
    await Promise.all(['src', 'test'].map(part => rm(path.join(folder, part), { recursive: true, force: true })));
    for (const [file, text] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
      await writeFile(path.join(folder, file), text);
    }
    const { summary } = await inspect(folder);
    return summary.violations.map(({ rule }) => rule.name);
  }

  it('is kept by every module of the product', async () => {
    const { modules, summary } = await inspect(root);

    const breaches = summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} -> ${to}`);
    assert.deepEqual(breaches, []);
    const sources = modules.filter(({ source }) => source.startsWith('src/'));
    assert.ok(sources.length > 100, `only ${sources.length} modules were seen`);
  });

  it('has nothing against a program that keeps the rules', async () => {
    assert.deepEqual(await plant(lawful), []);
  });

  for (const [rule, what, file, text] of planted) {
    it(`forbids ${what}`, async () => {
      const violated = await plant({ ...lawful, [file]: text });

      assert.ok(violated.includes(rule), `${rule} did not bite, only: ${violated.join(', ')}`);
    });
  }

  it('has a planted violation for each rule', () => {
    const tried = new Set(planted.map(([rule]) => rule));

    assert.deepEqual(
      config.forbidden.map(({ name }) => name).filter(name => !tried.has(name)),
      [],
    );
  });
});
