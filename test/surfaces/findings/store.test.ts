import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';
import { createFindingsStore } from '../../../src/surfaces/findings/index.ts';
import { until } from '../scratch.ts';
import { silentLog } from '../silent-log.ts';

const clock = { now: () => Date.UTC(2026, 0, 2) };
const dayjs = { id: 'dayjs', name: 'Day.js', license: 'MIT' };

describe('the findings of this person', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'findings-'));
  });
  afterEach(() => rm(folder, { recursive: true }));
  const open = () => createFindingsStore({ personal: vscode.Uri.file(folder), clock, log: silentLog });

  it('are there after a restart, and no other file is', async () => {
    const first = open();
    await first.save({ ...dayjs, note: 'Try it.', status: 'evaluating' });
    first.dispose();

    const second = open();
    const saved = await (await second.findings()).find('dayjs');
    second.dispose();

    assert.equal(saved?.finding.note, 'Try it.');
    assert.deepEqual(await readdir(folder), ['dayjs.md']);
  });

  it('are known by their ids once they were read', async () => {
    const store = open();
    await store.save(dayjs);
    await sleep(20);

    const ids = store.savedIds();
    store.dispose();

    assert.deepEqual([...ids], ['dayjs']);
  });

  it('show up when somebody else writes a file', async () => {
    const store = open();
    const findings = await store.findings();
    const text = '---\nversion: 1\nproject: hutool\nname: Hutool\nstatus: adopted\nsaved: 2026-01-01T00:00:00Z\n---\n';

    await until(async () => {
      // A watcher needs a moment to start, and nobody says when it has: so the colleague saves again.
      await writeFile(path.join(folder, 'hutool.md'), text);
      await sleep(200);
      return (await findings.find('hutool'))?.finding.status === 'adopted';
    }, 'the file of a colleague');
    store.dispose();
  });

  it('start empty where there is no folder yet', async () => {
    await rm(folder, { recursive: true });
    const store = open();

    const list = await (await store.findings()).list();
    await store.save(dayjs);
    store.dispose();

    assert.deepEqual(list, { findings: [], unread: [] });
    assert.deepEqual(await readdir(folder), ['dayjs.md']);
  });
});
