import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { createPlaceReader, type FindingList, openFindings } from '../../../../src/core/findings/index.ts';
import { readInThread } from '../../../../src/surfaces/findings/reading/index.ts';
import { createFindingsThread, type FindingsThread } from '../../../../src/surfaces/findings/reading/thread.ts';
import { openUriFolder } from '../../../../src/surfaces/uri-folder.ts';
import { root } from '../../../support/vscode/folders.ts';
import { silentLog } from '../../silent-log.ts';

const built = path.join(root, 'dist/findings-reader.cjs');
const clock = { now: () => Date.UTC(2026, 0, 2) };
const textOf = (id: string, status = 'adopted') =>
  `---\nversion: 2\nproject: ${id}\nname: ${id}\nstatus: ${status}\nsaved: 2026-01-01T00:00:00Z\n---\n\nA note 中文.\n`;

describe('findings that a thread of its own reads', () => {
  let folder: string;
  let thread: FindingsThread;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'gitee-scout-findings-'));
    thread = createFindingsThread(built);
  });
  afterEach(async () => {
    await thread.end();
    await rm(folder, { recursive: true });
  });
  const put = async (file: string, text: string) => {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  };
  const uri = () => vscode.Uri.file(folder);
  const open = (read = createPlaceReader()) =>
    openFindings({
      places: () => [{ id: 'team', label: 'Team', folder: openUriFolder(uri()) }],
      clock,
      log: silentLog,
      read,
    });
  const inThread = (here = createPlaceReader()) => readInThread({ reading: thread, here, rootOf: uri, log: silentLog });
  /** Nothing may fall back to the other way without the test noticing. */
  const never = () => Promise.reject(new Error('read in the other thread'));
  const only = () => inThread(never);
  const statuses = ({ findings }: FindingList) =>
    Object.fromEntries(findings.map(({ finding: { id, status } }) => [id, status]));

  it('are the same as those that are read through VS Code, whatever lies in the folder', async () => {
    await put('dayjs.md', textOf('dayjs'));
    await put('with-mark.md', `\uFEFF${textOf('with-mark')}`);
    await put('windows.md', textOf('windows').replaceAll('\n', '\r\n'));
    await put('libraries/forest.md', textOf('forest', 'rejected'));
    await put('a/b/c/d/deep.md', textOf('deep'));
    await put('a/b/c/d/e/too-deep.md', textOf('too-deep'));
    await put('README.md', 'No finding.');
    await put('.git/hidden.md', textOf('hidden'));
    await put('node_modules/left-pad/installed.md', textOf('installed'));
    await put('damaged.md', 'Just a note.');
    await put('newer.md', textOf('newer').replace('version: 2', 'version: 9'));
    await put('conflict.md', `${textOf('conflict')}<<<<<<< HEAD\none\n=======\nother\n>>>>>>> theirs\n`);
    await put('too-large.md', '');
    await truncate(path.join(folder, 'too-large.md'), 8 * 1024 * 1024 + 1);
    await symlink(path.join(folder, 'dayjs.md'), path.join(folder, 'linked.md'));
    await symlink(path.join(folder, 'nowhere.md'), path.join(folder, 'broken.md'));
    await symlink(path.join(folder, 'libraries'), path.join(folder, 'linked-folder'));

    const own = await open(only()).list();

    assert.deepEqual(own, await open().list());
    assert.deepEqual(own.findings.map(({ path: file }) => file).sort(), [
      'a/b/c/d/deep.md',
      'dayjs.md',
      'libraries/forest.md',
      'linked.md',
      'windows.md',
      'with-mark.md',
    ]);
    assert.deepEqual(
      own.unread.map(({ path: file, kind }) => `${file} ${kind}`),
      ['conflict.md conflict', 'damaged.md damaged', 'newer.md newer', 'too-large.md damaged'],
    );
  });

  it('are what lies there now, also when the time and the size of a file do not tell that it changed', async () => {
    await put('dayjs.md', textOf('dayjs', 'adopted'));
    await put('gone.md', textOf('gone'));
    const time = new Date('2026-01-01T00:00:00Z');
    await utimes(path.join(folder, 'dayjs.md'), time, time);
    const findings = open(only());
    const before = statuses(await findings.list());

    await put('dayjs.md', textOf('dayjx'));
    await utimes(path.join(folder, 'dayjs.md'), time, time);
    await rm(path.join(folder, 'gone.md'));
    await put('come.md', textOf('come', 'evaluating'));
    findings.reload();

    assert.deepEqual(before, { dayjs: 'adopted', gone: 'adopted' });
    assert.deepEqual(statuses(await findings.list()), { dayjx: 'adopted', come: 'evaluating' });
  });

  it('come in portions, the first before the last', async () => {
    for (let number = 0; number < 1500; number += 1) await put(`project-${number}.md`, textOf(`project-${number}`));
    const findings = open(only());

    await findings.first();
    const first = findings.soFar();
    const whole = await findings.list();

    assert.equal(first.extent, 'part');
    assert.ok(first.list.findings.length >= 64 && first.list.findings.length < 1500);
    assert.equal(whole.findings.length, 1500);
    assert.equal(findings.soFar().extent, 'whole');
  });

  const asWritten = (id: string) => textOf(id).replace('00:00Z', '00:00.000Z');
  /** A thread that takes every question and answers none. */
  const silentThread = async () => {
    const script = path.join(folder, 'silent.cjs');
    await writeFile(script, "require('node:worker_threads').parentPort.on('message', () => undefined);");
    await thread.end();
    thread = createFindingsThread(script);
  };

  it('are read without it when they are few', async () => {
    await put('dayjs.md', asWritten('dayjs'));
    await put('libraries/forest.md', asWritten('forest'));
    await silentThread();

    assert.deepEqual(statuses(await open(only()).list()), { dayjs: 'adopted', forest: 'adopted' });
  });

  it('are seen before it answers', async () => {
    for (let number = 0; number < 100; number += 1) await put(`project-${number}.md`, asWritten(`project-${number}`));
    await silentThread();
    const findings = open(only());

    await findings.first();

    const { list, extent } = findings.soFar();
    assert.equal(extent, 'part');
    assert.equal(list.findings.length, 64);
  });

  it('are read by the other thread when theirs ends before it is done', async () => {
    await put('dayjs.md', textOf('dayjs'));
    const script = path.join(folder, 'ends.cjs');
    await writeFile(script, "require('node:worker_threads').parentPort.on('message', () => process.exit(7));");
    await thread.end();
    thread = createFindingsThread(script);

    const list = await open(inThread()).list();

    assert.deepEqual(statuses(list), { dayjs: 'adopted' });
    await assert.rejects(open(only()).list(), /read in the other thread/);
  });

  it('are read by another thread after the end of one', async () => {
    await put('dayjs.md', textOf('dayjs'));
    const findings = open(only());
    await findings.list();
    await thread.end();
    findings.reload();

    assert.deepEqual(statuses(await findings.list()), { dayjs: 'adopted' });
  });
});
