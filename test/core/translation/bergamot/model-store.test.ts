import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  createModelStore,
  type ModelPackage,
  type ModelStoreOptions,
  TranslationError,
} from '../../../../src/core/translation/index.ts';
import { sampleModel } from '../../../support/engines/model-package.ts';
import { silentLog } from '../hosts.ts';

const { model, files } = sampleModel();

interface Mirror {
  readonly url: string;
  readonly requests: string[];
  /** Ends an answer that has begun. */
  breakOff: () => void;
  /** What is wrong with the next answers. */
  fault: 'none' | 'breaks off' | 'no ranges' | 'other bytes' | 'too many bytes' | 'hangs';
}

/** A server with the files of the model, as a mirror has them. */
function startMirror(contents: ReadonlyMap<string, Buffer>): Promise<Mirror & { readonly server: Server }> {
  const mirror: Mirror = { url: '', requests: [], fault: 'none', breakOff: () => undefined };
  const server = createServer((request, response) => {
    const name = (request.url ?? '').split('/').at(-1) ?? '';
    const range = /^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1];
    mirror.requests.push(`${name}${range === undefined ? '' : ` from ${range}`}`);
    const bytes = contents.get(name);
    if (!bytes) return void response.writeHead(404).end();
    if (mirror.fault === 'hangs') return;
    if (mirror.fault === 'other bytes') return void response.end(Buffer.alloc(bytes.length, 1));
    if (mirror.fault === 'too many bytes') return void response.end(Buffer.concat([bytes, bytes]));
    if (mirror.fault === 'breaks off') {
      mirror.fault = 'none';
      response.writeHead(200, { 'content-length': bytes.length });
      mirror.breakOff = () => response.destroy();
      return void response.write(bytes.subarray(0, 5000));
    }
    if (range === undefined || mirror.fault === 'no ranges') return void response.end(bytes);
    const start = Number(range);
    response
      .writeHead(206, { 'content-range': `bytes ${start}-${bytes.length - 1}/${bytes.length}` })
      .end(bytes.subarray(start));
  });
  return new Promise(resolve => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      resolve(Object.assign(mirror, { url: `http://127.0.0.1:${port}/models`, server }));
    });
  });
}

describe('the model of the on-device engine', () => {
  let folder = '';
  let mirror: Awaited<ReturnType<typeof startMirror>>;
  const open = (change: Partial<ModelStoreOptions> = {}) =>
    createModelStore({ folder, log: silentLog, model, mirrors: [mirror.url], timeout: 5000, ...change });
  const names = async () => (await readdir(path.join(folder, model.id)).catch(() => [])).sort();

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'scout-model-'));
    mirror = await startMirror(files);
  });
  afterEach(async () => {
    mirror.server.closeAllConnections();
    mirror.server.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('is fetched once, packed, with progress up to the end', async () => {
    const store = open();
    const seen: number[] = [];

    await store.install({ onProgress: ({ received, total }) => seen.push(received / total) });
    await store.install();

    assert.deepEqual(mirror.requests, ['model.zhen.bin.gz', 'vocab.zhen.spm.gz']);
    assert.deepEqual(await names(), ['model.zhen.bin', 'vocab.zhen.spm']);
    assert.equal(seen.at(-1), 1);
    assert.deepEqual(
      seen,
      [...seen].sort((one, other) => one - other),
    );
    const { model: place } = await store.files();
    assert.deepEqual(await readFile(place ?? ''), files.get('model.zhen.bin'));
  });

  it('goes on where a download ended', async () => {
    mirror.fault = 'breaks off';
    const plain: ModelPackage = { ...model, files: model.files.map(({ gzip: _, ...file }) => file) };

    await assert.rejects(open({ model: plain }).install({ onProgress: () => mirror.breakOff() }), TranslationError);
    await open({ model: plain }).install();

    assert.deepEqual(mirror.requests, ['model.zhen.bin', 'model.zhen.bin from 5000', 'vocab.zhen.spm']);
    assert.equal(await open().isInstalled(), true);
  });

  it('begins anew with a server that knows no ranges', async () => {
    mirror.fault = 'breaks off';
    const plain: ModelPackage = { ...model, files: model.files.map(({ gzip: _, ...file }) => file) };
    await assert.rejects(open({ model: plain }).install({ onProgress: () => mirror.breakOff() }), TranslationError);
    mirror.fault = 'no ranges';

    await open({ model: plain }).install();

    assert.equal(await open().isInstalled(), true);
  });

  it('takes nothing that has another hash or length, and leaves nothing of it behind', async () => {
    for (const fault of ['other bytes', 'too many bytes'] as const) {
      mirror.fault = fault;

      await assert.rejects(open().install(), {
        kind: 'unreachable',
        message: /model\.zhen\.bin could not be downloaded.*mirror.*from a file/,
      });

      assert.deepEqual(await names(), []);
    }
  });

  it('tries the next source when one does not have the file', async () => {
    const empty = await startMirror(new Map());

    await open({ mirrors: ['ftp://nowhere', 'http://127.0.0.1:9', empty.url, mirror.url] }).install();

    assert.ok(empty.requests.length > 0);
    assert.equal(await open().isInstalled(), true);
    empty.server.close();
  });

  it('stops when canceled, and does not wait for a server that is silent', async () => {
    mirror.fault = 'hangs';
    const controller = new AbortController();
    const canceled = open().install({ signal: controller.signal });
    while (mirror.requests.length === 0) await new Promise(resolve => setImmediate(resolve));
    controller.abort();

    await assert.rejects(canceled, { kind: 'canceled' });
    await assert.rejects(open({ timeout: 30 }).install(), { kind: 'unreachable' });
  });

  it('is taken from files of this machine, whatever they are called', async () => {
    const place = path.join(folder, 'usb');
    await mkdir(place);
    await writeFile(path.join(place, 'a.bin'), files.get('model.zhen.bin') ?? '');
    await writeFile(path.join(place, 'b.gz'), files.get('vocab.zhen.spm.gz') ?? '');
    await writeFile(path.join(place, 'notes.txt'), 'x');

    await open().installFrom([place]);

    assert.equal(await open().isInstalled(), true);
    assert.deepEqual(mirror.requests, []);
  });

  it('says which files are missing or of another version', async () => {
    const place = path.join(folder, 'a.bin');
    await writeFile(place, Buffer.alloc(files.get('model.zhen.bin')?.length ?? 0));

    await assert.rejects(open().installFrom([place]), {
      kind: 'not-ready',
      message: /model\.zhen\.bin, vocab\.zhen\.spm/,
    });
    await assert.rejects(open().files(), { kind: 'not-ready' });
  });

  it('can be removed', async () => {
    await open().install();

    await open().remove();

    assert.equal(await open().isInstalled(), false);
  });
});
