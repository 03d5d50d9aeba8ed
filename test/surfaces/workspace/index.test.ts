import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { symlink } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import type { IndexedManifest, ManifestIndex } from '../../../src/surfaces/manifest-index.ts';
import { createManifestIndex } from '../../../src/surfaces/workspace/index.ts';
import { sampleCatalog } from '../sample-catalog.ts';
import { makeScratch, type Scratch, until } from '../scratch.ts';
import { silentLog } from '../silent-log.ts';

const withMoment = '{ "dependencies": { "moment": "^2.29.4" } }';

describe('the index of the workspace', () => {
  let scratch: Scratch;
  let index: ManifestIndex & vscode.Disposable;
  beforeEach(() => {
    scratch = makeScratch();
    index = createManifestIndex({ catalog: sampleCatalog, log: silentLog });
  });
  afterEach(async () => {
    index.dispose();
    await scratch.remove();
  });
  const at = (path: string): IndexedManifest | undefined => index.manifests.get(scratch.at(path).toString());
  const namesAt = (path: string) => at(path)?.dependencies.map(({ name }) => name);

  it('has the manifests of nested folders with what the catalog has for them', async () => {
    await scratch.write('web/app/package.json', withMoment);

    await index.scan();

    const [moment] = at('web/app/package.json')?.dependencies ?? [];
    assert.equal(moment?.purl, 'pkg:npm/moment');
    assert.ok(moment.suggestions.some(({ project }) => project === 'dayjs'));
    assert.equal(index.state.kind, 'ready');
  });

  it('has manifests of every kind, also in hidden folders', async () => {
    await scratch.write(
      'pom.xml',
      '<project><dependencies><dependency><groupId>g</groupId><artifactId>a</artifactId></dependency></dependencies></project>',
    );
    await scratch.write('requirements-dev.txt', 'requests==2.31.0\n');
    await scratch.write('.github/workflows/ci.yml', 'jobs:\n  a:\n    steps:\n      - uses: actions/checkout@v4\n');

    await index.scan();

    assert.deepEqual(namesAt('pom.xml'), ['a']);
    assert.deepEqual(namesAt('requirements-dev.txt'), ['requests']);
    assert.deepEqual(namesAt('.github/workflows/ci.yml'), ['actions/checkout']);
  });

  it('has nothing of installed packages', async () => {
    await scratch.write('node_modules/moment/package.json', withMoment);
    await scratch.write('package.json', withMoment);

    await index.scan();

    assert.ok(at('package.json'));
    assert.equal(at('node_modules/moment/package.json'), undefined);
  });

  it('reads nothing before it is asked to', async () => {
    await scratch.write('package.json', withMoment);

    assert.equal(index.manifests.size, 0);
    assert.equal(index.state.kind, 'idle');
  });

  for (const key of ['files.exclude', 'search.exclude']) {
    it(`has nothing that ${key} hides, and follows a change of it`, async () => {
      const configuration = vscode.workspace.getConfiguration();
      await scratch.write('out/package.json', withMoment);
      await configuration.update(key, { '**/out': true }, vscode.ConfigurationTarget.Workspace);

      try {
        await index.scan();
        const hidden = at('out/package.json');
        await configuration.update(key, undefined, vscode.ConfigurationTarget.Workspace);
        await until(() => at('out/package.json') !== undefined, 'the manifest that is no longer hidden');

        assert.equal(hidden, undefined);
      } finally {
        await configuration.update(key, undefined, vscode.ConfigurationTarget.Workspace);
      }
    });
  }

  it('follows files that are written, changed and removed', async () => {
    await scratch.makeWatched('');
    await index.scan();
    // What is made and removed again before the watcher of VS Code told of it, it never tells of.
    const heard = new Set<string>();
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(scratch.uri, 'package.json'));
    const listening = [
      watcher,
      watcher.onDidCreate(() => heard.add('created')),
      watcher.onDidChange(() => heard.add('changed')),
    ];

    try {
      await scratch.write('package.json', withMoment);
      await until(() => namesAt('package.json')?.[0] === 'moment' && heard.has('created'), 'the new manifest');
      await scratch.write('package.json', '{ "dependencies": { "lodash": "4" } }');
      await until(() => namesAt('package.json')?.[0] === 'lodash' && heard.has('changed'), 'the changed manifest');
      await vscode.workspace.fs.delete(scratch.at('package.json'));
      await until(() => at('package.json') === undefined, 'the end of the manifest');
    } finally {
      vscode.Disposable.from(...listening).dispose();
    }
  });

  it('finds the manifests of folders that a checkout makes at once', async () => {
    await scratch.makeWatched('');
    await index.scan();

    for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) {
      const folder = path.join(scratch.uri.fsPath, name, 'web', 'app');
      mkdirSync(folder, { recursive: true });
      writeFileSync(path.join(folder, 'package.json'), withMoment);
    }
    await until(
      () => ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].every(name => at(`${name}/web/app/package.json`)),
      'all of the new manifests',
    );
  });

  it('has the text of an editor that is not saved, and that of the disk when it is closed', async () => {
    const uri = await scratch.write('package.json', withMoment);
    await index.scan();
    const editor = await vscode.window.showTextDocument(uri);

    await editor.edit(edit => edit.replace(new vscode.Range(0, 0, 99, 0), '{ "dependencies": { "lodash": "4" } }'));
    await until(() => namesAt('package.json')?.[0] === 'lodash', 'the text of the editor');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await until(() => namesAt('package.json')?.[0] === 'moment', 'the text of the disk');
  });

  it('reads a document as it is now, without a scan', async () => {
    const uri = await scratch.write('package.json', withMoment);
    const editor = await vscode.window.showTextDocument(uri);
    const before = await index.read(editor.document);

    await editor.edit(edit => edit.insert(new vscode.Position(0, 20), '"dayjs": "1", '));
    const after = await index.read(editor.document);

    assert.deepEqual(
      [before, after].map(manifest => manifest?.dependencies.map(({ name }) => name)),
      [['moment'], ['dayjs', 'moment']],
    );
    assert.equal(index.manifests.size, 0);
  });

  it('reads no document that is no manifest', async () => {
    const uri = await scratch.write('settings.json', withMoment);
    const document = await vscode.workspace.openTextDocument(uri);

    assert.equal(await index.read(document), undefined);
  });

  it('names a manifest of 20 MB as skipped instead of reading it', async () => {
    await scratch.write(
      'package.json',
      `{ "dependencies": { "moment": "1" }, "x": "${'x'.repeat(20 * 1024 * 1024)}" }`,
    );

    await index.scan();

    assert.equal(at('package.json'), undefined);
    const [skipped] = index.skipped.filter(({ uri }) => uri.toString() === scratch.at('package.json').toString());
    assert.match(skipped?.message ?? '', /20\.0 MB/);
  });

  it('keeps what can be read of a broken manifest and names the problem', async () => {
    await scratch.write('package.json', '{ "dependencies": { "moment": "^2.29.4", "lod');

    await index.scan();

    assert.ok(namesAt('package.json')?.includes('moment'));
    assert.ok((at('package.json')?.problems.length ?? 0) > 0);
  });

  it('takes a package named __proto__ for a package', async () => {
    await scratch.write('package.json', '{ "dependencies": { "__proto__": "1", "constructor": "1", "moment": "1" } }');

    await index.scan();

    assert.deepEqual(namesAt('package.json'), ['__proto__', 'constructor', 'moment']);
    assert.deepEqual(
      at('package.json')?.dependencies.map(({ suggestions }) => suggestions.length > 0),
      [false, false, true],
    );
  });

  it('suggests nothing for ignored packages and switched-off ecosystems, from the change on', async () => {
    const configuration = vscode.workspace.getConfiguration('giteeScout');
    const { Workspace } = vscode.ConfigurationTarget;
    await scratch.write('package.json', withMoment);
    await index.scan();
    const silent = () => at('package.json')?.dependencies.every(({ suggestions }) => suggestions.length === 0) ?? false;

    try {
      await configuration.update('ignoredPackages', ['pkg:npm/moment'], Workspace);
      await until(silent, 'silence on an ignored package');
      await configuration.update('ignoredPackages', undefined, Workspace);
      await until(() => !silent(), 'suggestions again');
      await configuration.update('disabledEcosystems', ['npm'], Workspace);
      await until(silent, 'silence on an ecosystem');
    } finally {
      await configuration.update('ignoredPackages', undefined, Workspace);
      await configuration.update('disabledEcosystems', undefined, Workspace);
    }
  });

  it('keeps what was read when it is stopped, and can start again', async () => {
    await scratch.write('package.json', withMoment);

    const scan = index.scan();
    index.cancel();
    await scan;
    const stopped = index.state.kind;
    await index.scan();

    assert.equal(stopped, 'canceled');
    assert.equal(index.state.kind, 'ready');
    assert.ok(at('package.json'));
  });

  it('leaves out what .gitignore names when asked to, and follows its changes', async () => {
    const configuration = vscode.workspace.getConfiguration('giteeScout');
    const { Workspace } = vscode.ConfigurationTarget;
    await scratch.makeWatched('');
    await scratch.write('package.json', withMoment);
    await scratch.write('out/package.json', withMoment);
    await scratch.write('out/keep/package.json', withMoment);
    await scratch.write('logs/a/package.json', withMoment);
    await scratch.write('.gitignore', '# built\nout/\n!out/keep/\n');
    await scratch.write('logs/.gitignore', '*\n!a\n!a/package.json\n');
    await index.scan();
    const all = ['package.json', 'out/package.json', 'out/keep/package.json', 'logs/a/package.json'];
    const found = () => all.filter(path => at(path) !== undefined);

    try {
      assert.deepEqual(found(), all);
      await configuration.update('respectGitignore', true, Workspace);
      await until(() => found().length === 2, 'only what Git does not ignore');
      assert.deepEqual(found(), ['package.json', 'logs/a/package.json']);
      await scratch.write('.gitignore', '/logs\n');
      const expected = ['package.json', 'out/package.json', 'out/keep/package.json'];
      // A file that is written may be seen empty first.
      await until(() => found().join() === expected.join(), 'what the changed .gitignore lets in');
    } finally {
      await configuration.update('respectGitignore', undefined, Workspace);
    }
  });

  it('reads further files as the format that a setting names, scanned or opened', async () => {
    const configuration = vscode.workspace.getConfiguration('giteeScout');
    const { Workspace } = vscode.ConfigurationTarget;
    await scratch.makeWatched('deps');
    const uri = await scratch.write('deps/base.txt', 'requests==2.31.0\n');
    await index.scan();
    assert.equal(at('deps/base.txt'), undefined);

    try {
      await configuration.update(
        'manifestPatterns',
        { '**/deps/*.txt': 'requirements.txt', '*.x': 'no such' },
        Workspace,
      );
      await until(() => namesAt('deps/base.txt')?.[0] === 'requests', 'the further manifest');
      await scratch.write('deps/base.txt', 'flask\n');
      await until(() => namesAt('deps/base.txt')?.[0] === 'flask', 'its change');
      await scratch.write('deps/more.txt', 'django\n');
      await until(() => namesAt('deps/more.txt')?.[0] === 'django', 'another one');
      const document = await vscode.workspace.openTextDocument(uri);
      await until(
        async () => (await index.read(document))?.dependencies[0]?.name === 'flask',
        'the further manifest in an editor',
      );
    } finally {
      await configuration.update('manifestPatterns', undefined, Workspace);
    }
    await until(() => at('deps/base.txt') === undefined, 'the end of the further manifest');
  });

  it('follows references between manifests, in an editor as well, and their changes', async () => {
    const libraries = (version: string) => `[libraries]\nok = "com.squareup:okhttp:${version}"\n`;
    await scratch.makeWatched('gradle');
    await scratch.write('gradle/libs.versions.toml', libraries('4'));
    const uri = await scratch.write('build.gradle', 'dependencies {\n  implementation libs.ok\n}\n');
    await index.scan();
    const resolved = () => at('build.gradle')?.dependencies[0]?.resolved;
    const document = await vscode.workspace.openTextDocument(uri);
    const read = await index.read(document);

    assert.equal(at('build.gradle')?.dependencies[0]?.purl, 'pkg:maven/com.squareup/okhttp');
    assert.equal(resolved(), '4');
    assert.equal(read?.dependencies[0]?.purl, 'pkg:maven/com.squareup/okhttp');
    await scratch.write('gradle/libs.versions.toml', libraries('5'));
    await until(() => resolved() === '5', 'the changed version of the catalog');
    await vscode.workspace.fs.delete(scratch.at('gradle/libs.versions.toml'));
    await until(() => resolved() === undefined, 'the accessor alone');
  });

  it('reads what stands behind a link to a folder, and no circle without end', async () => {
    await scratch.write('real/package.json', withMoment);
    await symlink(scratch.at('real').fsPath, scratch.at('link').fsPath, 'dir');
    await symlink(scratch.uri.fsPath, scratch.at('real/circle').fsPath, 'dir');

    await index.scan();

    assert.deepEqual(namesAt('real/package.json'), ['moment']);
    assert.deepEqual(namesAt('link/package.json'), ['moment']);
    assert.equal(index.state.kind, 'ready');
  });

  it('reads one file again after a keystroke', async () => {
    await scratch.makeWatched('');
    for (let part = 0; part < 5; part += 1) await scratch.write(`part-${part}/package.json`, withMoment);
    const uri = scratch.at('part-0/package.json');
    await index.scan();
    // The watcher may tell of the files that were just written only now.
    let lastChange = Date.now();
    const listening = index.onDidChange(() => {
      lastChange = Date.now();
    });
    await until(() => Date.now() - lastChange > 2000, 'quiet');
    listening.dispose();
    const before = new Map(index.manifests);
    const editor = await vscode.window.showTextDocument(uri);

    await editor.edit(edit => edit.insert(new vscode.Position(0, 20), '"dayjs": "1", '));
    await until(() => namesAt('part-0/package.json')?.[0] === 'dayjs', 'the text of the editor');

    const readAgain = [...index.manifests].filter(([key, manifest]) => before.get(key) !== manifest);
    assert.deepEqual(
      readAgain.map(([key]) => key),
      [uri.toString()],
    );
  });

  it('follows what changes while it reads everything again, also what it had read before the change', async () => {
    let asked: (() => void) | undefined;
    let answer: () => void = () => undefined;
    const held = createManifestIndex({
      catalog: async () => {
        if (asked) {
          asked();
          await new Promise<void>(resolve => {
            answer = resolve;
          });
        }
        return sampleCatalog();
      },
      log: silentLog,
    });
    const uri = await scratch.write('package.json', withMoment);
    await scratch.write('requirements.txt', 'flask\n');
    const names = () => held.manifests.get(uri.toString())?.dependencies.map(({ name }) => name);
    const editor = await vscode.window.showTextDocument(uri);

    try {
      await held.scan();
      // The catalog is asked for packages that are new only: both files are read, and then wait for its answer.
      await scratch.write('requirements.txt', 'django\n');
      const waiting = new Promise<void>(resolve => {
        asked = resolve;
      });
      const scanned = held.refresh();
      await waiting;
      asked = undefined;
      await editor.edit(edit => edit.replace(new vscode.Range(0, 0, 99, 0), '{ "dependencies": { "axios": "1" } }'));
      const during = names();
      answer();
      await scanned;

      assert.equal(during, undefined);
      await until(() => names()?.[0] === 'axios', 'the change that came while everything was read');
    } finally {
      answer();
      held.dispose();
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  });

  it('says why it failed and tries again when asked', async () => {
    let working = false;
    const failing = createManifestIndex({
      catalog: () => (working ? sampleCatalog() : Promise.reject(new Error('The catalog is damaged.'))),
      log: silentLog,
    });

    await failing.scan();
    const { state } = failing;
    working = true;
    await failing.scan();
    const after = failing.state.kind;
    failing.dispose();

    assert.deepEqual(state, { kind: 'failed', message: 'The catalog is damaged.' });
    assert.equal(after, 'ready');
  });
});
