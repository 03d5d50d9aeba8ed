import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fetchFile } from '../../../../src/surfaces/workspace/reading/fetch-file.ts';
import { createJob } from '../../../../src/surfaces/workspace/reading/job.ts';
import { createSteadyJob } from '../../../../src/surfaces/workspace/reading/steady-job.ts';
import { createReadingThread, type ReadingThread } from '../../../../src/surfaces/workspace/reading/thread.ts';
import { root } from '../../../support/vscode/folders.ts';
import { sampleCatalog } from '../../sample-catalog.ts';
import { silentLog } from '../../silent-log.ts';

const built = path.join(root, 'dist/manifest-reader.cjs');

describe('the job of reading manifests, when its thread is lost', () => {
  let folder: string;
  let thread: ReadingThread | undefined;
  let warnings: string[];
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'gitee-scout-'));
    warnings = [];
  });
  afterEach(async () => {
    await thread?.end();
    await rm(folder, { recursive: true });
  });
  const steady = (script: string) => {
    const log = { ...silentLog, warn: (message: string) => void warnings.push(message) };
    thread = createReadingThread(script, log);
    return createSteadyJob(thread, createJob({ catalog: sampleCatalog, fetchFile }), log);
  };
  /** A thread that ends over one text, and then never starts again. */
  const mortal = async () => {
    const script = path.join(folder, 'mortal.cjs');
    await writeFile(
      script,
      `const fs = require('node:fs');
const ended = ${JSON.stringify(path.join(folder, 'ended'))};
if (fs.existsSync(ended)) process.exit(9);
const { parentPort } = require('node:worker_threads');
const ask = parentPort.on.bind(parentPort);
parentPort.on = (event, listener) => ask(event, message => {
  if (JSON.stringify(message).includes('too much for it')) { fs.writeFileSync(ended, ''); process.exit(7); }
  listener(message);
});
require(${JSON.stringify(built)});
`,
    );
    return script;
  };

  it('goes on here when it cannot be started again: no file is unreadable because of it', async () => {
    const job = steady(await mortal());
    const file = path.join(folder, 'requirements.txt');
    await writeFile(file, 'flask\n');
    const before = await job.read([{ path: 'requirements.txt', file, maxBytes: 100 }]);

    const readings = await job.read([
      { path: 'requirements.txt', file, maxBytes: 100 },
      { path: 'requirements.txt', text: '# too much for it\ndjango\n' },
      { path: 'requirements.txt', file, maxBytes: 3 },
      { path: 'requirements.txt', file: `${file}.gone`, maxBytes: 100 },
      { path: 'requirements.txt', file: folder, maxBytes: 1_000_000 },
    ]);
    const [moment] = await job.suggest(['pkg:npm/moment']);

    const names = [...before, ...readings].map(reading =>
      reading.kind === 'read' ? reading.manifest?.dependencies[0]?.name : reading.kind,
    );
    assert.deepEqual(names, ['flask', 'flask', 'django', 'too-large', 'gone', 'unreadable']);
    assert.ok(moment?.suggestions.some(({ project }) => project === 'dayjs'));
    assert.equal(warnings.filter(warning => warning.includes('without a thread')).length, 1);
  });

  it('is done here from the start when there can be no thread', async () => {
    const job = steady(path.join(folder, 'no-such-script.cjs'));

    const formats = await job.formats();
    const [reading] = await job.read([{ path: 'package.json', text: '{ "dependencies": { "moment": "1" } }' }]);

    assert.ok(formats.some(({ id }) => id === 'package.json'));
    assert.equal(reading?.kind === 'read' && reading.manifest?.dependencies[0]?.name, 'moment');
  });
});
