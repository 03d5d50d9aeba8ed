import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { packExtension, packedFiles, stage } from './support/packaging/pack.ts';
import { root } from './support/vscode/folders.ts';
import { createLifetime } from './support/vscode/lifetime.ts';

const run = promisify(execFile);
const kilobyte = 1024;

/** All that may be in the package, as patterns of paths. */
const allowed: readonly string[] = [
  'package.json',
  'package.nls*.json',
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  'dist/extension.cjs',
  'dist/mcp.cjs',
  'dist/manifest-reader.cjs',
  'dist/findings-reader.cjs',
  'dist/chunk-*.cjs',
  'dist/bergamot*',
  'dist/webview/*.js',
  'dist/package.json',
  'dist/third-party-notices.txt',
  'media/*.css',
  'media/icons/*.{png,svg}',
  'media/l10n/*.json',
  'media/walkthrough/*',
  'media/skills/*/SKILL.md',
  'media/shared-proxy/nginx.conf',
  'media/policy.schema.json',
  'media/screenshots/*.png',
  'media/recording.webp',
];

const Outputs = z.record(
  z.string(),
  z.object({
    bytes: z.number(),
    inputs: z.record(z.string(), z.unknown()),
    imports: z.array(z.object({ path: z.string(), kind: z.string(), external: z.boolean().optional() })),
  }),
);
const Meta = z.record(z.string(), z.object({ outputs: Outputs }));

async function meta(): Promise<z.infer<typeof Meta>> {
  return Meta.parse(JSON.parse(await readFile(path.join(root, 'dist/meta.json'), 'utf8')));
}

describe('the package', function () {
  this.timeout(120_000);
  const lifetime = createLifetime();
  const staged = lifetime.folder();
  before(() => stage(staged));
  after(() => lifetime.end());

  it('holds what it needs and nothing else', async () => {
    const files = await packedFiles(staged);

    const strangers = files.filter(file => !allowed.some(pattern => path.posix.matchesGlob(file, pattern)));
    assert.deepEqual(strangers, []);
    for (const needed of ['dist/extension.cjs', 'dist/webview/page.js', 'dist/third-party-notices.txt', 'LICENSE']) {
      assert.ok(files.includes(needed), `${needed} is missing`);
    }
  });

  it('holds every file that the manifest and the README name', async () => {
    const files = await packedFiles(staged);
    const texts = await Promise.all(['package.json', 'README.md'].map(file => readFile(path.join(root, file), 'utf8')));

    const named = texts.flatMap(text => [...text.matchAll(/(?:dist|media)\/[\w/.-]+\.\w+/g)].map(([file]) => file));
    const missing = named.filter(file => file !== 'dist/cli.js' && !files.includes(file));
    assert.deepEqual(missing, []);
  });

  it('weighs less than 5 MB', async () => {
    const vsix = path.join(lifetime.folder(), 'gitee-scout.vsix');

    await packExtension(staged, vsix);

    const { size } = await stat(vsix);
    assert.ok(size < 5 * kilobyte * kilobyte, `${Math.round(size / kilobyte)} KB`);
  });

  it('starts with less than 300 KB of code, all that is loaded at once counted', async () => {
    const { extension } = await meta();
    assert.ok(extension);
    const { outputs } = extension;
    const loaded = new Set<string>();
    const load = (file: string) => {
      const output = outputs[file];
      if (!output || loaded.has(file)) return;
      loaded.add(file);
      for (const { path: next, kind } of output.imports) if (kind === 'import-statement') load(next);
    };

    load('dist/extension.cjs');

    const bytes = [...loaded].reduce((sum, file) => sum + (outputs[file]?.bytes ?? 0), 0);
    assert.ok(loaded.has('dist/extension.cjs'));
    assert.ok(bytes < 300 * kilobyte, `${Math.round(bytes / kilobyte)} KB in ${[...loaded].join(', ')}`);
  });

  it('names the license of everything that is built in', async () => {
    const notices = await readFile(path.join(root, 'dist/third-party-notices.txt'), 'utf8');
    const outputs = Object.values(await meta()).flatMap(build => Object.values(build.outputs));
    const inputs = outputs.flatMap(output => Object.keys(output.inputs));
    const names = new Set(inputs.flatMap(input => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? []));

    assert.ok(names.size > 5, 'nothing is built in');
    assert.deepEqual(
      [...names].filter(name => !new RegExp(`^${name} \\d`, 'm').test(notices)),
      [],
    );
    assert.match(notices, /^@browsermt\/bergamot-translator \d.*MPL-2\.0/m);
    assert.doesNotMatch(notices, /^\S+ \S+ \(undefined\)/m);
  });

  it('of the command line installs into an empty folder and runs there', async () => {
    const folder = lifetime.folder();
    const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
      cwd: root,
    });
    const packed = z.tuple([z.object({ filename: z.string(), files: z.array(z.object({ path: z.string() })) })]);
    const [{ filename, files }] = packed.parse(JSON.parse(stdout));
    const target = path.join(folder, 'empty');
    // Not beside the installation: npm would fetch what the manifest names.
    const work = path.join(folder, 'work');
    await Promise.all([mkdir(target), mkdir(work)]);
    await writeFile(path.join(work, 'package.json'), '{ "dependencies": { "moment": "^2.30.1" } }');

    const quiet = ['--offline', '--no-audit', '--no-fund', '--prefix', target];
    await run('npm', ['install', ...quiet, path.join(folder, filename)], { cwd: target });
    const result = await run('npx', ['--offline', 'gitee-scout', 'scan', work, '--json'], { cwd: target });

    assert.match(result.stdout, /"pkg:npm\/moment"/);
    assert.deepEqual(files.map(file => file.path).sort(), [
      'LICENSE',
      'README.md',
      // Only the on-device translation needs these.
      'dist/bergamot-glue.js.br',
      'dist/bergamot-worker.cjs',
      'dist/bergamot.wasm.br',
      'dist/cli.js',
      'dist/package.json',
      'dist/third-party-notices.txt',
      'package.json',
    ]);
  });
});
