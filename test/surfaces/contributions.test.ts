import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { commands, contextKeys, panels, settings, views } from '../../src/surfaces/contributions.ts';

/** The extension as it is under test: its manifest and the sources beside it. */
async function load() {
  const extension = vscode.extensions.getExtension('gitee-scout.gitee-scout');
  assert.ok(extension);
  await extension.activate();
  const root = extension.extensionPath;
  const text = await readFile(path.join(root, 'package.json'), 'utf8');
  const names: Record<string, unknown> = JSON.parse(await readFile(path.join(root, 'package.nls.json'), 'utf8'));
  const files = await readdir(path.join(root, 'src'), { recursive: true });
  const sources = await Promise.all(
    files
      .filter(file => file.endsWith('.ts') && !file.endsWith('contributions.ts'))
      .map(file => readFile(path.join(root, 'src', file), 'utf8')),
  );
  return { extension, text, contributes: JSON.parse(text).contributes, names, source: sources.join('\n') };
}

describe('what package.json declares', () => {
  it('has the same commands as the code, each of them registered', async () => {
    const { contributes } = await load();
    const declared: readonly string[] = contributes.commands.map(({ command }: { command: string }) => command);

    const registered = await vscode.commands.getCommands(true);

    assert.deepEqual([...declared].sort(), Object.values(commands).sort());
    assert.deepEqual(
      declared.filter(command => !registered.includes(command)),
      [],
    );
  });

  it('has a text for every key and a key for every text', async () => {
    const { text, names } = await load();

    const used = [...text.matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key);

    assert.deepEqual([...new Set(used)].sort(), Object.keys(names).sort());
    for (const [key, value] of Object.entries(names)) assert.ok(typeof value === 'string' && value !== '', key);
  });

  it('has the same settings as the code, each of them read and described', async () => {
    const { contributes, source } = await load();
    const properties: Record<string, { scope?: string; markdownDescription?: string }> = Object.assign(
      {},
      ...contributes.configuration.map(({ properties }: { properties: object }) => properties),
    );
    const { section, ...keys } = settings;

    assert.deepEqual(
      Object.keys(properties).sort(),
      Object.values(keys)
        .map(key => `${section}.${key}`)
        .sort(),
    );
    for (const [key, { scope, markdownDescription }] of Object.entries(properties)) {
      assert.ok(scope && markdownDescription, key);
    }
    assert.deepEqual(
      Object.entries(keys)
        .filter(([name, key]) => !source.includes(`settings.${name}`) && !source.includes(`'${key}'`))
        .map(([, key]) => key),
      [],
    );
  });

  it('names the same ecosystems wherever a setting is about ecosystems', async () => {
    const { contributes } = await load();
    const { properties } = contributes.configuration[0];
    const ecosystems: readonly string[] = properties['giteeScout.disabledEcosystems'].items.enum;

    assert.ok(ecosystems.length > 20);
    for (const name of ['annotationsByEcosystem', 'hover.byEcosystem', 'diagnostics.byEcosystem']) {
      assert.deepEqual(properties[`giteeScout.${name}`].propertyNames.enum, ecosystems, name);
    }
  });

  it('uses in its conditions only keys that somebody sets', async () => {
    const { text, source } = await load();

    const used = [...text.matchAll(/"when": "([^"]*)"/g)].flatMap(([, when = '']) =>
      [...when.matchAll(/giteeScout\.\w+/g)].map(([key]) => key),
    );

    const known: readonly string[] = [...Object.values(contextKeys), ...Object.values(views), ...Object.values(panels)];
    assert.deepEqual(
      used.filter(key => !known.includes(key)),
      [],
    );
    for (const name of Object.keys(contextKeys)) assert.ok(source.includes(`contextKeys.${name}`), name);
  });

  it('hides from the palette what needs an argument', async () => {
    const { contributes } = await load();
    const hidden = contributes.menus.commandPalette
      .filter(({ when }: { when: string }) => when === 'false')
      .map(({ command }: { command: string }) => command);

    assert.deepEqual(hidden.sort(), [
      commands.addDependency,
      commands.changeFindingStatus,
      commands.checkFinding,
      commands.copyCloneCommand,
      commands.copyFinding,
      commands.editFindingNote,
      commands.editFindingTags,
      commands.ignoreDependency,
      commands.ignoreForAll,
      commands.moveFinding,
      commands.openFindingFile,
      commands.openOnGitee,
      commands.openProject,
      commands.removeFinding,
      commands.replaceDependency,
      commands.revealDependency,
      commands.saveFinding,
      commands.searchAgain,
      commands.setFindingReview,
    ]);
  });

  it('starts the extension neither at every start nor by a search of the workspace', async () => {
    const { extension } = await load();
    const events: readonly string[] = extension.packageJSON.activationEvents;

    assert.deepEqual(
      // The name of one folder is one look; a pattern is a search.
      events.filter(
        event => event === '*' || /^workspaceContains:.*[*?{]/.test(event) || event === 'onStartupFinished',
      ),
      [],
    );
  });
});
