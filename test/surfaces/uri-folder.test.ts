import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import * as vscode from 'vscode';
import { openUriFolder } from '../../src/surfaces/uri-folder.ts';

describe('a folder of this machine', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'gitee-scout-folder-'));
  });
  afterEach(() => rm(root, { recursive: true }));

  it('has a file at every moment while it is written anew', async () => {
    const folder = openUriFolder(vscode.Uri.file(root));
    const file = path.join(root, 'sub/forest.md');
    await folder.write('sub/forest.md', 'first');
    let writing = true;
    const writes = (async () => {
      for (let number = 0; number < 30; number += 1) await folder.write('sub/forest.md', `text ${number}`);
      writing = false;
    })();

    let missing = 0;
    while (writing) {
      if (!existsSync(file)) missing += 1;
      await setImmediate();
    }
    await writes;

    assert.equal(missing, 0);
    assert.equal(await folder.read('sub/forest.md'), 'text 29');
    assert.deepEqual(await readdir(path.dirname(file)), ['forest.md']);
  });
});
