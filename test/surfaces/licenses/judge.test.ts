import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Licenses } from '../../../src/core/licenses/index.ts';
import { openJudge } from '../../../src/surfaces/licenses/judge.ts';
import { sampleCatalog } from '../sample-catalog.ts';
import { makeScratch, type Scratch, until } from '../scratch.ts';

/** The own license needs no index as long as manifests alone say it. */
const licenses = async (): Promise<Licenses> => {
  const { openLicenses } = await import('../../../src/core/licenses/index.ts');
  const { encodeIndex } = await import('../../../src/core/licenses/identify/index-file.ts');
  return openLicenses(encodeIndex({ vocabulary: ['a'], templates: [] }, 'no texts'));
};

describe('licenses weighed in the editor', () => {
  let scratch: Scratch;
  let judge: ReturnType<typeof openJudge>;
  beforeEach(() => {
    scratch = makeScratch();
    judge = openJudge({ licenses, catalog: sampleCatalog });
  });
  afterEach(() => scratch.remove());

  it('belong to the nearest folder that says something', async () => {
    await scratch.write('package.json', '{ "license": "EUPL-1.2" }');
    const near = await scratch.write('packages/a/package.json', '{ "license": "MIT" }');
    const silent = await scratch.write('packages/b/package.json', '{ "private": true }');

    const [own, above] = await Promise.all([judge.ownLicense(near), judge.ownLicense(silent)]);

    assert.equal(own?.expression, 'MIT');
    assert.match(own?.place ?? '', /packages\/a\/package\.json$/);
    assert.equal(above?.expression, 'EUPL-1.2');
    assert.match(above?.place ?? '', /^scratch-\w+\/package\.json$/);
  });

  it('are read from REUSE texts and from headers of files', async () => {
    const reuse = await scratch.write('r/go.mod', 'module r');
    await scratch.write('r/LICENSES/MPL-2.0.txt', 'Mozilla');
    const header = await scratch.write('h/main.py', '# SPDX-License-Identifier: AGPL-3.0-or-later\n');

    assert.equal((await judge.ownLicense(reuse))?.expression, 'MPL-2.0');
    assert.equal((await judge.ownLicense(header))?.expression, 'AGPL-3.0-or-later');
  });

  it('are overridden by the setting', async () => {
    const file = await scratch.write('package.json', '{ "license": "MIT" }');
    const configuration = vscode.workspace.getConfiguration('giteeScout');
    await configuration.update('ownLicense', 'GPL-2.0-only', vscode.ConfigurationTarget.Workspace);

    const own = await judge.ownLicense(file);
    await configuration.update('ownLicense', undefined, vscode.ConfigurationTarget.Workspace);

    assert.deepEqual(own, { expression: 'GPL-2.0-only', place: 'your setting' });
  });

  it('are those that a setting gives a folder, before files and before the setting for all', async () => {
    await scratch.write('package.json', '{ "license": "MIT" }');
    const app = await scratch.write('packages/app/src/package.json', '{}');
    const library = await scratch.write('packages/lib/package.json', '{ "license": "ISC" }');
    const folder = scratch.uri.path.split('/').at(-1) ?? '';
    const configuration = vscode.workspace.getConfiguration('giteeScout');
    const { Workspace } = vscode.ConfigurationTarget;
    const licenses = { [`${folder}/packages/app/`]: 'proprietary', [`./${folder}`]: 'EUPL-1.2' };
    await configuration.update('ownLicenseByFolder', licenses, Workspace);

    const [inApp, inLibrary] = await Promise.all([judge.ownLicense(app), judge.ownLicense(library)]);
    await configuration.update('ownLicense', 'GPL-2.0-only', Workspace);
    judge.forget();
    const overAll = await Promise.all([judge.ownLicense(app), judge.ownLicense(library)]);
    await configuration.update('ownLicense', undefined, Workspace);
    await configuration.update('ownLicenseByFolder', undefined, Workspace);

    assert.deepEqual(inApp, { expression: 'proprietary', place: `your setting for ${folder}/packages/app` });
    // The nearer file says it of its own folder.
    assert.equal(inLibrary?.expression, 'ISC');
    assert.deepEqual(
      overAll.map(own => own?.expression),
      ['proprietary', 'EUPL-1.2'],
    );
  });

  it('are never green on the catalog’s word alone', async () => {
    const file = await scratch.write('package.json', '{ "license": "MIT" }');

    // The sample catalog has no evidence of Day.js's license.
    const { verdict } = await judge.judge({ license: 'MIT', project: 'dayjs' }, file);

    assert.equal(verdict?.verdict, 'review');
  });

  it('are held against the policy of the setting', async () => {
    const file = await scratch.write('package.json', '{ "license": "MIT" }');
    const configuration = vscode.workspace.getConfiguration('giteeScout');
    await configuration.update('licensePolicy', { denied: ['ISC'] }, vscode.ConfigurationTarget.Workspace);

    const denied = await judge.judge({ license: 'ISC' }, file);
    await configuration.update('licensePolicy', { denid: ['ISC'] }, vscode.ConfigurationTarget.Workspace);
    const broken = await judge.judge({ license: 'MIT' }, file);
    await configuration.update('licensePolicy', undefined, vscode.ConfigurationTarget.Workspace);
    const none = await judge.judge({ license: 'ISC' }, file);

    assert.deepEqual([denied.policy?.decision, broken.policy?.decision, none.policy], ['denied', 'review', undefined]);
    assert.match(broken.policy?.reason ?? '', /your settings has errors/);
  });
});

describe('policies of folders in the editor', () => {
  let scratch: Scratch;
  beforeEach(() => {
    scratch = makeScratch();
  });
  afterEach(() => scratch.remove());

  it('hold from the folder of a file upwards, the strictest first', async () => {
    const judge = openJudge({ licenses, catalog: sampleCatalog });
    await scratch.write('.gitee-scout/policy.yaml', 'denied:\n  - ISC\n');
    await scratch.write('packages/a/.gitee-scout/policy.yaml', 'denied:\n  - MIT\nallowed:\n  - ISC\n');
    const near = await scratch.write('packages/a/package.json', '{ "license": "Apache-2.0" }');
    const far = await scratch.write('packages/b/package.json', '{ "license": "Apache-2.0" }');

    const answers = await Promise.all(
      [
        { license: 'MIT', uri: near },
        { license: 'ISC', uri: near },
        { license: 'MIT', uri: far },
        { license: 'ISC', uri: far },
      ].map(({ license, uri }) => judge.judge({ license }, uri)),
    );

    const decisions = answers.map(({ policy }) => policy?.decision);
    assert.deepEqual([decisions[0], decisions[1], decisions[3]], ['denied', 'denied', 'denied']);
    assert.notEqual(decisions[2], 'denied');
    assert.match(answers[0]?.policy?.policy ?? '', /packages\/a\/\.gitee-scout\/policy\.yaml$/);
  });
});

describe('a policy file in the editor', () => {
  let scratch: Scratch;
  beforeEach(() => {
    scratch = makeScratch();
  });
  afterEach(() => scratch.remove());

  it('shows its errors where they stand, until they are mended', async () => {
    const uri = await scratch.write('.gitee-scout/policy.yaml', 'denied:\n  - MIT\n  - All of them\n');

    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    await until(() => vscode.languages.getDiagnostics(uri).length > 0, 'a diagnostic of the policy');
    const [problem] = vscode.languages.getDiagnostics(uri);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(uri, new vscode.Range(2, 4, 2, 15), 'ISC');
    await vscode.workspace.applyEdit(edit);
    await until(() => vscode.languages.getDiagnostics(uri).length === 0, 'the diagnostic to go');

    assert.equal(problem?.range.start.line, 2);
    assert.match(problem?.message ?? '', /neither an SPDX expression/);
  });
});
