import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';
import { createFindingsStore, syncedKey } from '../../../src/surfaces/findings/index.ts';
import { root } from '../../support/vscode/folders.ts';
import { makeScratch, until } from '../scratch.ts';
import { silentLog } from '../silent-log.ts';

const clock = { now: () => Date.UTC(2026, 0, 2) };
const dayjs = { id: 'dayjs', name: 'Day.js', license: 'MIT' };

const textOf = (id: string) =>
  `---\nversion: 2\nproject: ${id}\nname: ${id}\nstatus: adopted\nsaved: 2026-01-01T00:00:00Z\n---\n`;

for (const [how, reader] of [
  ['read by a thread of their own', path.join(root, 'dist/findings-reader.cjs')],
  ['whose thread cannot be started', path.join(root, 'dist/no-such-reader.cjs')],
] as const)
  describe(`the findings of this person, ${how},`, () => {
    let folder: string;
    beforeEach(async () => {
      folder = await mkdtemp(path.join(os.tmpdir(), 'findings-'));
    });
    afterEach(() => rm(folder, { recursive: true }));
    const open = () => createFindingsStore({ personal: vscode.Uri.file(folder), clock, log: silentLog, reader });

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

    it('are read whole, however long they are', async () => {
      const lengths = [4095, 4096, 4097, 100_000];
      for (const length of lengths) {
        const start = textOf(`project-${length}`);
        const room = length - Buffer.byteLength(start);
        // Three bytes each, so that some lie across the border of what is read at once.
        const note = '中'.repeat(Math.floor(room / 3)).concat('x'.repeat(room % 3));
        writeFileSync(path.join(folder, `project-${length}.md`), start + note);
      }
      const store = open();

      const { findings } = await (await store.findings()).list();
      store.dispose();

      const bytes = findings.map(({ finding: { id, note } }) => Buffer.byteLength(textOf(id) + note));
      assert.deepEqual(
        bytes.sort((a, b) => a - b),
        lengths,
      );
      assert.ok(findings.every(({ finding: { note } }) => !note.includes('\ufffd')));
    });

    it('are known by their ids once they were read', async () => {
      const store = open();
      await store.save(dayjs);

      await until(() => store.savedIds().has('dayjs'), 'the id of what was saved');
      const ids = store.savedIds();
      store.dispose();

      assert.deepEqual([...ids], ['dayjs']);
    });

    it('show up when somebody else writes a file', async () => {
      const store = open();
      const findings = await store.findings();
      const text =
        '---\nversion: 1\nproject: hutool\nname: Hutool\nstatus: adopted\nsaved: 2026-01-01T00:00:00Z\n---\n';

      await until(async () => {
        // A watcher needs a moment to start, and nobody says when it has: so the colleague saves again.
        await writeFile(path.join(folder, 'hutool.md'), text);
        await sleep(200);
        return (await findings.find('hutool'))?.finding.status === 'adopted';
      }, 'the file of a colleague');
      store.dispose();
    });

    it('of the workspace lie in the folders that its configuration names', async () => {
      const [workspace] = vscode.workspace.workspaceFolders ?? [];
      assert.ok(workspace);
      const { fsPath } = workspace.uri;
      const place = path.join(fsPath, '.gitee-scout');
      const named = path.join(fsPath, 'decisions');
      mkdirSync(place, { recursive: true });
      mkdirSync(path.join(named, 'findings'), { recursive: true });
      writeFileSync(path.join(place, 'config.yaml'), 'version: 1\nfindings: [decisions/findings]\n');
      writeFileSync(path.join(named, 'findings', 'hutool.md'), textOf('hutool'));
      const store = open();
      try {
        const findings = await store.findings();
        const found = await findings.find('hutool');
        writeFileSync(path.join(place, 'config.yaml'), 'version: 1\n');

        assert.equal(found?.place, workspace.uri.toString());
        await until(async () => (await findings.find('hutool')) === undefined, 'the end of the configuration');
      } finally {
        store.dispose();
        await rm(place, { recursive: true, force: true });
        await rm(named, { recursive: true, force: true });
      }
    });

    it('of the workspace show up when a pull brings their whole folder at once', async () => {
      const [workspace] = vscode.workspace.workspaceFolders ?? [];
      assert.ok(workspace);
      const place = path.join(workspace.uri.fsPath, '.gitee-scout');
      await rm(place, { recursive: true, force: true });
      const scratch = makeScratch();
      const store = open();
      try {
        const findings = await store.findings();
        const ids = async () => (await findings.list()).findings.map(({ finding }) => finding.id);
        assert.ok(!(await ids()).includes('hutool'));
        // A watcher needs a moment to start, and to tell of what went before: when it tells of this folder, it has.
        await scratch.makeWatched('');

        mkdirSync(path.join(place, 'findings', 'libraries'), { recursive: true });
        writeFileSync(path.join(place, 'findings', 'hutool.md'), textOf('hutool'));
        writeFileSync(path.join(place, 'findings', 'libraries', 'forest.md'), textOf('forest'));

        await until(async () => {
          const known = await ids();
          return known.includes('hutool') && known.includes('forest');
        }, 'the findings of the pull');
      } finally {
        store.dispose();
        await scratch.remove();
        await rm(place, { recursive: true, force: true });
      }
    });

    it('can be glanced at while they are being read, and then all are there', async () => {
      const count = 3000;
      for (let number = 0; number < count; number += 1)
        await writeFile(path.join(folder, `project-${number}.md`), textOf(`project-${number}`));
      const store = open();

      const seen: number[] = [];
      for (;;) {
        const { list, more } = await store.glance();
        seen.push(list.findings.length);
        if (more === undefined) break;
        await more;
      }
      store.dispose();

      assert.deepEqual(
        seen,
        [...seen].sort((a, b) => a - b),
      );
      assert.equal(seen.at(-1), count);
      assert.ok(seen.length > 1 && seen.every(number => number > 0), seen.join());
    });

    it('are not changed under somebody who types in their file', async () => {
      const store = open();
      const saved = await store.save(dayjs);
      const uri = store.uriOf(saved);
      assert.ok(uri);
      const document = await vscode.workspace.openTextDocument(uri);
      const edit = new vscode.WorkspaceEdit();
      edit.insert(uri, new vscode.Position(document.lineCount, 0), 'Being typed.\n');
      await vscode.workspace.applyEdit(edit);
      assert.ok(document.isDirty);
      const findings = await store.findings();

      await assert.rejects(findings.edit(saved, { status: 'adopted' }), { name: 'FindingError', kind: 'unsaved' });

      await document.save();
      const { finding } = await findings.edit(saved, { status: 'adopted' });
      store.dispose();
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      assert.deepEqual([finding.status, finding.note], ['adopted', 'Being typed.']);
    });

    it('of a team lie in the folders that the setting names', async () => {
      const team = await mkdtemp(path.join(os.tmpdir(), 'team-'));
      const configuration = vscode.workspace.getConfiguration('giteeScout');
      await configuration.update('findings.teamFolders', [team, 'relative/is/none'], vscode.ConfigurationTarget.Global);
      const store = open();
      try {
        const places = store.places().filter(({ kind }) => kind === 'team');
        const saved = await store.save(dayjs);
        await (await store.findings()).move(saved, places[0]?.id ?? '');

        assert.deepEqual(
          places.map(({ label }) => label),
          [path.basename(team)],
        );
        assert.deepEqual([await readdir(folder), await readdir(team)], [[], ['dayjs.md']]);
      } finally {
        store.dispose();
        await configuration.update('findings.teamFolders', undefined, vscode.ConfigurationTarget.Global);
        await rm(team, { recursive: true });
      }
    });

    it('come to another machine by Settings Sync, and stay away where they were removed', async () => {
      const values = new Map<string, unknown>();
      const synced = {
        get: <T>(key: string): T | undefined => JSON.parse(JSON.stringify(values.get(key) ?? null)) ?? undefined,
        update: async (key: string, value: unknown) => {
          values.set(key, value);
        },
      };
      const machine = (name: string) =>
        createFindingsStore({
          personal: vscode.Uri.file(path.join(folder, name)),
          clock,
          log: silentLog,
          synced,
          reader,
        });
      const first = machine('one');
      const saved = await first.save(dayjs);
      await until(() => JSON.stringify(values.get(syncedKey) ?? '').includes('dayjs'), 'the index');

      const second = machine('two');
      const there = await (await second.findings()).find('dayjs');
      await (await first.findings()).remove(saved);
      await until(() => JSON.stringify(values.get(syncedKey) ?? '').includes('"findings":[]'), 'the index without it');
      const third = machine('three');
      const elsewhere = await (await third.findings()).list();
      for (const store of [first, second, third]) store.dispose();

      assert.equal(there?.finding.license, 'MIT');
      assert.deepEqual(elsewhere.findings, []);
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
