import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { projectMimeType, views } from '../../../src/surfaces/contributions.ts';
import { createDropController } from '../../../src/surfaces/findings/drop.ts';
import { createFindingsStore } from '../../../src/surfaces/findings/index.ts';
import type { FindingsNode } from '../../../src/surfaces/findings/nodes.ts';
import type { FindingsStore } from '../../../src/surfaces/findings-store.ts';
import { sampleCatalog } from '../sample-catalog.ts';
import { silentLog } from '../silent-log.ts';

const { token } = new vscode.CancellationTokenSource();
const adopted: FindingsNode = {
  kind: 'group',
  by: 'status',
  key: 'adopted',
  label: 'Adopted',
  findings: [],
  growing: false,
};
const ownMimeType = `application/vnd.code.tree.${views.findings.toLowerCase()}`;

function carrying(type: string, value: unknown): vscode.DataTransfer {
  const transfer = new vscode.DataTransfer();
  transfer.set(type, new vscode.DataTransferItem(typeof value === 'string' ? value : JSON.stringify(value)));
  return transfer;
}

describe('what is dropped on the findings', () => {
  let folder: string;
  let store: FindingsStore;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'findings-'));
    store = createFindingsStore({
      personal: vscode.Uri.file(folder),
      clock: { now: () => Date.UTC(2026, 0, 2) },
      log: silentLog,
    });
  });
  afterEach(async () => {
    store.dispose();
    await rm(folder, { recursive: true });
  });
  const offered: { readonly message: string; readonly step: () => Promise<void> }[] = [];
  const drop = async (onto: FindingsNode | undefined, transfer: vscode.DataTransfer) => {
    const controller = createDropController(
      { store, catalog: sampleCatalog, judge: async () => ({ own: null }) },
      work => work(),
      (message, step) => offered.push({ message, step }),
    );
    await controller.handleDrop?.(onto, transfer, token);
    return (await (await store.findings()).list()).findings.map(({ finding }) => [finding.id, finding.status]);
  };

  it('is saved, with the status of the group that it falls on', async () => {
    const suggestion = { reference: { project: 'dayjs' }, name: 'Day.js', replaces: 'pkg:npm/moment' };

    const found = await drop(adopted, carrying(projectMimeType, [suggestion]));

    assert.deepEqual(found, [['dayjs', 'adopted']]);
    const saved = await (await store.findings()).find('dayjs');
    assert.deepEqual(saved?.finding.replaces, ['pkg:npm/moment']);
    assert.equal(saved?.finding.license, 'MIT');
  });

  it('is saved when it stands behind an empty text of its type, as VS Code carries it from another view', async () => {
    const item = new vscode.DataTransferItem(JSON.stringify([{ reference: { project: 'dayjs' } }]));
    const entries: [string, vscode.DataTransferItem][] = [
      [projectMimeType, new vscode.DataTransferItem('')],
      [projectMimeType, item],
    ];
    const transfer = Object.assign(carrying(projectMimeType, ''), { [Symbol.iterator]: () => entries.values() });

    assert.deepEqual(await drop(undefined, transfer), [['dayjs', 'candidate']]);
  });

  it('becomes a candidate anywhere else', async () => {
    const elsewhere = { reference: { host: 'gitee', path: 'dromara/hutool' } };

    assert.deepEqual(await drop(undefined, carrying(projectMimeType, [elsewhere])), [
      ['gitee--dromara--hutool', 'candidate'],
    ]);
  });

  it('gets another status when it was a finding already', async () => {
    const saved = await store.save({ id: 'dayjs', name: 'Day.js' });

    const found = await drop(adopted, carrying(ownMimeType, [{ place: saved.place, path: saved.path }]));

    assert.deepEqual(found, [['dayjs', 'adopted']]);
  });

  it('goes to the place, or gets the tag, on whose heading it falls', async () => {
    const [workspace] = store.places().filter(({ kind }) => kind === 'workspace');
    assert.ok(workspace);
    const saved = await store.save({ id: 'dayjs', name: 'Day.js' });
    const tagged: FindingsNode = { kind: 'group', by: 'tag', key: 'date', label: 'date', findings: [], growing: false };
    const place: FindingsNode = {
      kind: 'group',
      by: 'place',
      key: workspace.id,
      label: workspace.label,
      findings: [],
      growing: false,
    };
    const carried = () => carrying(ownMimeType, [{ place: saved.place, path: saved.path }]);

    await drop(tagged, carried());
    await drop(place, carried());

    const moved = await (await store.findings()).find('dayjs');
    const [undo] = offered;
    await undo?.step();
    const back = await (await store.findings()).find('dayjs');
    assert.deepEqual([moved?.place, moved?.finding.tags], [workspace.id, ['date']]);
    assert.deepEqual([undo?.message, back?.place, offered.length], ['Moved Day.js.', saved.place, 1]);
  });

  for (const nonsense of ['', 'no json', '[{"reference":{"host":"evil","path":"../x"}}]', '[{"path":"../../x"}]']) {
    it(`is ignored when it is nothing that we know: ${nonsense}`, async () => {
      assert.deepEqual(await drop(adopted, carrying(projectMimeType, nonsense)), []);
      assert.deepEqual(await drop(adopted, carrying(ownMimeType, nonsense)), []);
    });
  }
});
