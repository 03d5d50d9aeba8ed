import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commands } from '../../src/surfaces/contributions.ts';
import { makeScratch, type Scratch, until } from './scratch.ts';

const npm = '{\n  "dependencies": {\n    "moment": "2"\n  }\n}\n';
const cargo = '[dependencies]\nactix-web = "4"\n';

describe('how suggestions show, by ecosystem', () => {
  let scratch: Scratch;
  let packageJson: vscode.Uri;
  let cargoToml: vscode.Uri;
  const changed = new Set<string>();

  before(async () => {
    await vscode.extensions.getExtension('gitee-scout.gitee-scout')?.activate();
  });
  beforeEach(async () => {
    scratch = makeScratch();
    packageJson = await scratch.write('package.json', npm);
    cargoToml = await scratch.write('Cargo.toml', cargo);
  });
  afterEach(async () => {
    for (const name of changed) await set(name, undefined);
    changed.clear();
    await scratch.remove();
  });

  const set = async (name: string, value: unknown) => {
    changed.add(name);
    const configuration = vscode.workspace.getConfiguration('giteeScout');
    await configuration.update(name, value, vscode.ConfigurationTarget.Global);
  };
  const lenses = async (uri: vscode.Uri) => {
    await vscode.workspace.openTextDocument(uri);
    const found = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 10);
    return found.map(({ command }) => command?.title ?? '').filter(title => title.startsWith('→'));
  };
  const hovers = async (uri: vscode.Uri, word: string) => {
    const document = await vscode.workspace.openTextDocument(uri);
    const place = document.positionAt(document.getText().indexOf(word) + 1);
    const found = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, place);
    const texts = found.flatMap(({ contents }) => contents).map(each => (typeof each === 'string' ? each : each.value));
    return texts.some(text => text.includes('does the same job'));
  };
  const hints = (uri: vscode.Uri) =>
    vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Gitee Scout');

  it('has lenses only where they are asked for', async () => {
    assert.deepEqual(await lenses(packageJson), []);

    await set('annotationsByEcosystem', { npm: 'codeLens' });

    assert.equal((await lenses(packageJson)).length, 1);
    assert.deepEqual(await lenses(cargoToml), []);
  });

  it('takes one ecosystem out of what is set for all', async () => {
    await set('annotations', 'codeLens');
    await set('annotationsByEcosystem', { npm: 'decoration', cargo: 'nonsense' });

    assert.deepEqual(await lenses(packageJson), []);
    assert.equal((await lenses(cargoToml)).length, 1);
  });

  it('switches the hover', async () => {
    assert.ok(await hovers(packageJson, 'moment'));

    await set('hover.byEcosystem', { npm: false });

    assert.ok(!(await hovers(packageJson, 'moment')));
    assert.ok(await hovers(cargoToml, 'actix-web'));
  });

  it('switches the hints, which the eye of the file hides as well', async () => {
    await vscode.window.showTextDocument(packageJson);
    await vscode.window.showTextDocument(cargoToml, { viewColumn: vscode.ViewColumn.Beside });

    await set('diagnostics.byEcosystem', { cargo: true });

    await until(() => hints(cargoToml).length === 1, 'the hint in Cargo.toml');
    assert.deepEqual(hints(packageJson), []);
    await vscode.commands.executeCommand(commands.hideAnnotations);
    await until(() => hints(cargoToml).length === 0, 'the eye to hide the hint');
    await vscode.commands.executeCommand(commands.showAnnotations);
    await until(() => hints(cargoToml).length === 1, 'the eye to show the hint again');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});
