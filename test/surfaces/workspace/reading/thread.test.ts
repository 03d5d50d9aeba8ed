import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createReadingThread, type ReadingThread } from '../../../../src/surfaces/workspace/reading/thread.ts';
import { root } from '../../../support/vscode/folders.ts';
import { silentLog } from '../../silent-log.ts';

const built = path.join(root, 'dist/manifest-reader.cjs');
const withMoment = '{ "dependencies": { "moment": "^2.29.4" } }';

describe('the thread that reads manifests', () => {
  let folder: string;
  let thread: ReadingThread | undefined;
  const start = (script: string) => {
    thread = createReadingThread(script, silentLog);
    return thread;
  };
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'gitee-scout-'));
  });
  afterEach(async () => {
    await thread?.end();
    await rm(folder, { recursive: true });
  });

  it('reads texts, bytes and files, in their order', async () => {
    const file = path.join(folder, 'a.json');
    await writeFile(file, `\uFEFF${withMoment}`);

    const readings = await start(built).read([
      { path: 'requirements.txt', text: 'flask==3.0\n' },
      { path: 'package.json', file, maxBytes: 1000 },
      { path: 'package.json', bytes: new TextEncoder().encode(withMoment) },
      { path: 'values.txt', text: 'not a manifest' },
    ]);

    const names = readings.map(
      reading => reading.kind === 'read' && reading.manifest?.dependencies.map(({ name }) => name),
    );
    assert.deepEqual(names, [['flask'], ['moment'], ['moment'], undefined]);
  });

  it('says of a file that it is too large, gone, or why it cannot be read', async () => {
    const file = path.join(folder, 'package.json');
    await writeFile(file, withMoment);

    const readings = await start(built).read([
      { path: 'package.json', file, maxBytes: 10 },
      { path: 'package.json', file: `${file}.gone`, maxBytes: 1000 },
      { path: 'package.json', file: folder, maxBytes: 1_000_000 },
    ]);

    assert.deepEqual(
      readings.map(({ kind }) => kind),
      ['too-large', 'gone', 'unreadable'],
    );
  });

  it('has the built-in catalog', async () => {
    const [moment, other] = await start(built).suggest(['pkg:npm/moment', 'pkg:npm/no-such-package-here']);

    assert.ok(moment?.suggestions.some(({ project }) => project === 'dayjs'));
    assert.equal(other?.origin, 'unknown');
  });

  it('gives way to another one, which knows nothing of the texts that the first had sent', async () => {
    const first = start(built);
    const source = { path: 'package.json', text: withMoment } as const;
    const before = await first.read([source]);

    await first.renew();

    assert.deepEqual(await first.read([source]), before);
  });

  it('names the file on which it ends, and reads the others', async () => {
    const fragile = path.join(folder, 'fragile.cjs');
    await writeFile(
      fragile,
      `const { parentPort } = require('node:worker_threads');
const real = require('node:module').createRequire(${JSON.stringify(built)});
const ask = parentPort.on.bind(parentPort);
parentPort.on = (event, listener) => ask(event, message => {
  if (JSON.stringify(message).includes('too much for it')) process.exit(7);
  listener(message);
});
real('./manifest-reader.cjs');
`,
    );

    const readings = await start(fragile).read([
      { path: 'package.json', text: withMoment },
      { path: 'package.json', text: 'too much for it' },
      { path: 'requirements.txt', text: 'flask\n' },
    ]);

    assert.deepEqual(
      readings.map(({ kind }) => kind),
      ['read', 'unreadable', 'read'],
    );
  });

  it('rejects when it cannot be started', async () => {
    await assert.rejects(start(path.join(folder, 'no-such-script.cjs')).formats());
  });
});
