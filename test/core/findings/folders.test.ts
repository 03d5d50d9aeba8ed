import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openNodeFolder } from '../../../src/cli/node-folder.ts';
import { openFindings } from '../../../src/core/findings/index.ts';

const ignore = () => undefined;
const log = { trace: ignore, debug: ignore, info: ignore, warn: ignore, error: ignore };

describe('findings in folders', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(path.join(os.tmpdir(), 'findings-'));
    await chmod(root, 0o755);
  });
  afterEach(async () => {
    await chmod(root, 0o755);
    await rm(root, { recursive: true, force: true });
  });
  const open = () => {
    const places = [{ id: 'personal', label: 'Personal', folder: openNodeFolder(root) }];
    return openFindings({ places: () => places, clock: { now: () => Date.UTC(2026, 0, 2) }, log });
  };

  it('are whole after their writer was killed in the middle of saving', async () => {
    for (const wait of [0, 3, 7, 12, 20, 33]) {
      const saver = spawn(process.execPath, [path.join(import.meta.dirname, 'saver.ts'), root], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await once(saver.stdout, 'data');
      await sleep(wait);
      saver.kill('SIGKILL');
      await once(saver, 'close');

      const { findings, unread } = await open().list();

      assert.deepEqual(unread, []);
      assert.equal(findings[0]?.finding.id, 'dayjs');
      const { note } = findings[0].finding;
      assert.ok(note === '' || note.length > 500_000, 'half a note');
    }
  });

  it('that are read-only are shown, and a change says why it was not made', async () => {
    const findings = open();
    await findings.save({ id: 'dayjs', name: 'Day.js' }, 'personal');
    await chmod(root, 0o555);

    // The superuser may write everywhere, so the test is somebody else for a moment.
    const user = process.geteuid?.();
    if (user === 0) process.seteuid?.('nobody');
    try {
      const readOnly = open();
      await assert.rejects(readOnly.edit({ place: 'personal', path: 'dayjs.md' }, { status: 'adopted' }), {
        kind: 'not-written',
        message: /EACCES/,
      });
      await assert.rejects(readOnly.save({ id: 'x', name: 'X' }, 'personal'), { kind: 'not-written' });
      await assert.rejects(readOnly.remove({ place: 'personal', path: 'dayjs.md' }), { kind: 'not-written' });
      assert.equal((await readOnly.find('dayjs'))?.finding.status, 'candidate');
    } finally {
      if (user === 0) process.seteuid?.(0);
    }
  });
});
