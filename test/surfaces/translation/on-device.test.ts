import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { createOnDevice, type OnDevice } from '../../../src/surfaces/translation/on-device.ts';
import { silent } from '../../core/projects/setting.ts';
import { sampleModel } from '../../support/engines/model-package.ts';

const { model, files } = sampleModel();
const languages = { from: 'zh', to: 'en' };

/** The built worker and program, as a user has them; a mirror on this machine. */
describe('translation on this device, in the extension host', () => {
  let folder = '';
  let server: Server;
  let mirror = '';
  let requests: string[] = [];
  let onDevice: OnDevice;

  before(async () => {
    server = createServer((request, response) => {
      const name = (request.url ?? '').split('/').at(-1) ?? '';
      requests.push(name);
      const bytes = files.get(name);
      if (bytes) response.end(bytes);
      else response.writeHead(404).end();
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    assert.ok(typeof address === 'object' && address !== null);
    mirror = `http://127.0.0.1:${address.port}/models`;
  });
  after(() => server.close());

  beforeEach(async () => {
    requests = [];
    folder = await mkdtemp(path.join(tmpdir(), 'scout-models-'));
    const extension = vscode.extensions.getExtension('gitee-scout.gitee-scout');
    assert.ok(extension);
    onDevice = createOnDevice({
      folder: path.join(folder, 'models'),
      program: path.join(extension.extensionPath, 'dist'),
      mirrors: () => [mirror],
      log: silent,
      models: [model],
      idleTime: 50,
    });
  });
  afterEach(async () => {
    await onDevice.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function translate(text: string): Promise<string> {
    const engine = await onDevice.engine(languages);
    assert.ok(engine, 'no engine');
    for await (const answer of engine.translate({ segments: [text], format: 'text', ...languages })) return answer.text;
    return '';
  }

  it('asks for nothing before somebody agreed, fetches the model from a mirror once, and translates', async () => {
    const before = await onDevice.state(languages);
    assert.equal(await onDevice.engine(languages), undefined);
    assert.equal(before?.missing.length, 1);
    assert.ok((before?.bytes ?? 0) > 0);
    assert.deepEqual(requests, []);

    await before?.missing[0]?.install();

    assert.notEqual(await translate('你好，世界。'), '');
    assert.deepEqual(requests, ['model.zhen.bin.gz', 'vocab.zhen.spm.gz']);
    assert.equal((await onDevice.state(languages))?.bytes, 0);
  });

  it('takes the known model from files, and says which models are whole now', async () => {
    const disk = path.join(folder, 'disk');
    await mkdir(disk);
    await writeFile(path.join(disk, 'a'), files.get('model.zhen.bin') ?? '');
    assert.deepEqual(await onDevice.installFrom([disk]), []);
    await writeFile(path.join(disk, 'b'), files.get('vocab.zhen.spm.gz') ?? '');

    assert.deepEqual(await onDevice.installFrom([disk]), ['random weights']);
    assert.deepEqual(await onDevice.installFrom([disk]), []);
    assert.deepEqual(requests, []);
  });

  it('uses files that nobody knows once they were adopted, under a version of their own, and removes them', async () => {
    const disk = path.join(folder, 'disk');
    await mkdir(disk);
    await assert.rejects(onDevice.adopt([disk], languages), /model\.\*\.bin/);
    await writeFile(path.join(disk, 'model.mine.bin'), files.get('model.zhen.bin') ?? '');
    await writeFile(path.join(disk, 'vocab.mine.spm'), files.get('vocab.zhen.spm') ?? '');

    await onDevice.adopt([disk], languages);

    assert.match((await onDevice.engine(languages))?.version ?? '', /^zh-en [\da-f]{12}$/);
    assert.notEqual(await translate('你好'), '');
    assert.equal(await onDevice.remove(), true);
    assert.equal(await onDevice.engine(languages), undefined);
    assert.equal(await onDevice.remove(), false);
  });

  it('has no way to a language without models', async () => {
    assert.equal(await onDevice.state({ from: 'zh', to: 'de' }), undefined);
    assert.equal(await onDevice.engine({ from: 'zh', to: 'de' }), undefined);
  });

  it('goes over English where both models are known', async () => {
    const all = createOnDevice({ folder, program: folder, mirrors: () => [], log: silent });

    for (const to of ['de', 'fr', 'es', 'it', 'pl']) {
      const state = await all.state({ from: 'zh-Hans', to });
      assert.equal(state?.missing.length, 2, to);
      assert.ok((state?.bytes ?? 0) > 70_000_000 && (state?.bytes ?? 0) < 80_000_000);
    }
    assert.equal(await all.state({ from: 'zh', to: 'nl' }), undefined);
  });
});
