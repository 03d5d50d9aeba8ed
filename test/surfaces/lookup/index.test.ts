import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commands, settings } from '../../../src/surfaces/contributions.ts';
import { type StandIn, startGitee } from '../../support/gitee/server.ts';
import { makeScratch, type Scratch } from '../scratch.ts';

const manifest = {
  dependencies: {
    'zz-public-unknown': '1',
    '@acme/billing': '1',
    'our-folder': 'file:../our-folder',
    'our-fork': 'git+https://git.acme.example/our-fork.git',
    'secret-plans': '1',
  },
};

/** For the hovers: VS Code itself asks npm's registry about a package.json. */
const requirements = 'zz-public-unknown==1\nsecret-plans==1\nour-fork @ git+https://git.acme.example/our-fork.git\n';

describe('looking up a dependency on Gitee', () => {
  const at: { standIn?: StandIn; scratch?: Scratch; uri?: vscode.Uri; requirements?: vscode.Uri } = {};
  const configuration = () => vscode.workspace.getConfiguration(settings.section);
  const set = (key: string, value: unknown) => configuration().update(key, value, vscode.ConfigurationTarget.Global);
  before(async () => {
    await vscode.extensions.getExtension('gitee-scout.gitee-scout')?.activate();
  });
  beforeEach(async () => {
    at.standIn = await startGitee({ limit: 1000 });
    at.scratch = makeScratch();
    await at.scratch.write('.npmrc', '@acme:registry=https://npm.acme.example/\n');
    at.uri = await at.scratch.write('package.json', JSON.stringify(manifest, null, 2));
    at.requirements = await at.scratch.write('requirements.txt', requirements);
    await set(settings.baseUrl, at.standIn.apiUrl);
    await set(settings.privateNames, ['secret-*']);
  });
  afterEach(async () => {
    for (const key of [settings.baseUrl, settings.privateNames, settings.lookup]) await set(key, undefined);
    await at.scratch?.remove();
    await at.standIn?.close();
  });

  /** Asks for every dependency as a person would, and gives all query texts that left. */
  async function lookUpAll(): Promise<readonly string[]> {
    const closing = setInterval(() => {
      void vscode.commands.executeCommand('notifications.clearAll');
      void vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    }, 100);
    try {
      for (const name of Object.keys(manifest.dependencies)) {
        const purl = `pkg:npm/${name.replace('@', '%40')}`;
        await vscode.commands.executeCommand(commands.lookUpDependency, { purl, uri: at.uri?.toString() });
      }
    } finally {
      clearInterval(closing);
    }
    return whatLeft();
  }

  function whatLeft(): readonly string[] {
    const { standIn } = at;
    if (!standIn) return [];
    return [
      ...new Set(standIn.requests.map(({ url }) => new URL(url, standIn.url).searchParams.get('q') ?? url)),
    ].sort();
  }

  async function hoverAll(): Promise<string> {
    const uri = at.requirements;
    assert.ok(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    const texts: string[] = [];
    for (const name of ['zz-public-unknown', 'secret-plans', 'our-fork']) {
      const position = document.positionAt(document.getText().indexOf(name) + 1);
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
      texts.push(
        ...hovers.flatMap(({ contents }) => contents.map(each => (typeof each === 'string' ? each : each.value))),
      );
    }
    return texts.join('\n');
  }

  it('sends the names that were asked for and are not private', async () => {
    assert.deepEqual(await lookUpAll(), ['zz-public-unknown']);
  });

  it('sends nothing when it is switched off', async () => {
    await set(settings.lookup, 'off');

    assert.deepEqual(await lookUpAll(), []);
    assert.doesNotMatch(await hoverAll(), /Look Up/);
  });

  it('only offers to ask, in the hover', async () => {
    const text = await hoverAll();

    assert.match(text, /Look Up .+ on Gitee/);
    assert.deepEqual(whatLeft(), []);
  });

  it('asks without a click only where the settings say so, and never for private names', async () => {
    await set(settings.lookup, 'automatic');

    await hoverAll();

    assert.deepEqual(whatLeft(), ['zz-public-unknown']);
  });

  it('offers itself in the light bulb of an unknown package', async () => {
    assert.ok(at.uri);
    const document = await vscode.workspace.openTextDocument(at.uri);
    const position = document.positionAt(document.getText().indexOf('zz-public') + 1);

    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      at.uri,
      new vscode.Range(position, position),
    );

    assert.ok(actions.some(({ title }) => title === 'Look Up zz-public-unknown on Gitee'));
  });
});
