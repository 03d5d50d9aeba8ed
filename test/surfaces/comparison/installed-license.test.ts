import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { combineEvidence } from '../../../src/core/licenses/index.ts';
import type { LicenseIdentification } from '../../../src/core/model.ts';
import { installedLicense } from '../../../src/surfaces/comparison/installed-license.ts';

/** Knows one text; what it is has tests of its own. */
const identify = (text: string): LicenseIdentification => ({
  expression: text.startsWith('MIT License') ? 'MIT' : 'NOASSERTION',
  matches: [],
  additions: [],
  confidence: text.startsWith('MIT License') ? 'high' : 'low',
});
const licenses = () => Promise.resolve({ identify, combine: combineEvidence });

describe('the license of a package that is compared', () => {
  const name = `scout-${crypto.randomUUID().slice(0, 8)}`;
  let modules: vscode.Uri;
  const write = async (folder: string, text: string) => {
    const file = vscode.Uri.joinPath(modules, ...folder.split('/'), 'LICENSE');
    await vscode.workspace.fs.writeFile(file, Buffer.from(text));
  };
  before(() => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    modules = vscode.Uri.joinPath(folder.uri, 'node_modules', `@${name}`);
  });
  after(async () => {
    await vscode.workspace.fs.delete(modules, { recursive: true });
  });

  it('is read from its text where it is installed, and certain where the registry says the same', async () => {
    await write('plain', 'MIT License ...');

    assert.deepEqual(await installedLicense(`pkg:npm/%40${name}/plain`, 'MIT', licenses), {
      expression: 'MIT',
      confidence: 'high',
      place: `node_modules/@${name}/plain/LICENSE`,
    });
  });

  it('is not certain where text and registry differ, or the text is of no known license', async () => {
    await write('other', 'MIT License ...');
    await write('strange', 'Do as you are told.');

    const other = await installedLicense(`pkg:npm/%40${name}/other`, 'ISC', licenses);
    const strange = await installedLicense(`pkg:npm/%40${name}/strange`, 'MIT', licenses);

    assert.equal(other?.confidence, 'low');
    assert.equal(strange?.confidence, 'low');
  });

  it('is not looked for outside of node_modules, nor where nothing is installed', async () => {
    for (const purl of ['pkg:npm/..', `pkg:npm/%40${name}/..%2Fx`, 'pkg:pypi/requests', 'pkg:npm/scout-not-there']) {
      assert.equal(await installedLicense(purl, 'MIT', licenses), undefined, purl);
    }
  });
});
