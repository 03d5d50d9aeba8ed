import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { readPrivateNames } from '../../../src/core/gitee/index.ts';
import type { Ecosystem } from '../../../src/core/model.ts';
import { PrivateNamesError, readPrivateFiles } from '../../../src/surfaces/lookup/private-files.ts';

describe('the files that say which names are private', () => {
  const at = { home: '' };
  beforeEach(async () => {
    at.home = await mkdtemp(path.join(tmpdir(), 'scout-home-'));
  });
  afterEach(() => rm(at.home, { recursive: true, force: true }));

  async function write(name: string, text: string): Promise<string> {
    const file = path.join(at.home, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
    return file;
  }

  async function reasonFor(ecosystem: Ecosystem, name: string, environment: NodeJS.ProcessEnv = {}) {
    const names = readPrivateNames({ ...(await readPrivateFiles(environment, at.home)), globs: [] });
    return names.reason({ name, purl: `pkg:${ecosystem}/${name}`, origin: 'registry' }, ecosystem);
  }

  for (const [file, ecosystem, text] of [
    ['.npmrc', 'npm', 'registry=https://npm.acme.example/\n'],
    ['.yarnrc', 'npm', 'registry "https://npm.acme.example/"\n'],
    ['.config/pip/pip.conf', 'pypi', '[global]\nindex-url = https://pypi.acme.example/simple\n'],
    ['.m2/settings.xml', 'maven', '<mirrors><mirror><url>https://nexus.acme.example/maven</url></mirror></mirrors>'],
    ['.gradle/init.gradle.kts', 'maven', 'allprojects { repositories { maven("https://nexus.acme.example/maven") } }'],
    ['.cargo/config.toml', 'cargo', '[registries.acme]\nindex = "https://cargo.acme.example/index"\n'],
    [
      '.nuget/NuGet/NuGet.Config',
      'nuget',
      '<packageSources><add key="a" value="https://nuget.acme.example/v3/index.json" /></packageSources>',
    ],
  ] as const) {
    it(`are also the user's own: ${file}`, async () => {
      assert.equal(await reasonFor(ecosystem, 'anything'), undefined);
      await write(file, text);

      assert.equal(await reasonFor(ecosystem, 'anything'), 'registry');
    });
  }

  it('are found where the environment has them', async () => {
    const pip = await write('elsewhere/company.ini', '[global]\nindex-url = https://pypi.acme.example/simple\n');
    const npm = await write('elsewhere/company-npm', 'registry=https://npm.acme.example/\n');
    await write('cargo-home/config.toml', '[source.acme]\nregistry = "https://cargo.acme.example/index"\n');

    assert.equal(await reasonFor('pypi', 'anything', { PIP_CONFIG_FILE: pip }), 'registry');
    assert.equal(await reasonFor('npm', 'anything', { NPM_CONFIG_USERCONFIG: npm }), 'registry');
    assert.equal(await reasonFor('cargo', 'anything', { CARGO_HOME: path.join(at.home, 'cargo-home') }), 'registry');
  });

  it("are Go's own as well, which the environment overrules", async () => {
    await write('.config/go/env', 'GOPRIVATE=git.acme.example\n');

    assert.equal(await reasonFor('golang', 'git.acme.example/tool'), 'go-private');
    assert.equal(await reasonFor('golang', 'git.acme.example/tool', { GOPRIVATE: '' }), undefined);
  });

  it('let no name out when one of them cannot be read', async () => {
    await mkdir(path.join(at.home, '.npmrc'));

    await assert.rejects(readPrivateFiles({}, at.home), PrivateNamesError);
  });

  it('let no name out when one of them is too large to be read', async () => {
    await write('.npmrc', 'x'.repeat(6 * 1024 * 1024));

    await assert.rejects(readPrivateFiles({}, at.home), PrivateNamesError);
  });

  it('cannot be known in a folder of a file system that may have no search', async () => {
    const folder = { name: 'remote', uri: vscode.Uri.parse('remote-repository://host/project') };

    await assert.rejects(readPrivateFiles({}, at.home, [folder]), PrivateNamesError);
  });
});
