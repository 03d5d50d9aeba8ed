import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

const root = path.resolve(import.meta.dirname, '../..');

describe('the command line as one file', () => {
  let folder = '';
  let file = '';
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'gitee-scout-alone-'));
    file = path.join(folder, 'gitee-scout');
    await copyFile(path.join(root, 'dist/cli.js'), file);
    await writeFile(path.join(folder, 'package.json'), '{ "dependencies": { "moment": "^2.30.1" } }');
    await writeFile(path.join(folder, 'README.md'), '# 你好\n');
    for (const name of ['model.zhen.bin', 'vocab.zhen.spm']) await writeFile(path.join(folder, name), 'x');
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const run = async (parameters: readonly string[], program = file) => {
    const env = { PATH: process.env.PATH, XDG_CACHE_HOME: folder, GITEE_SCOUT_BERGAMOT_MODEL: folder };
    const done = await promisify(execFile)(process.execPath, [program, ...parameters], { cwd: folder, env }).catch(
      (error: unknown) => error,
    );
    return z.object({ code: z.number().default(0), stdout: z.string(), stderr: z.string() }).parse(done);
  };

  it('does everything where nothing lies beside it, by whatever name', async () => {
    const link = path.join(folder, 'linked');
    await symlink(file, link);
    const scanned = await run(['scan', '.', '--json']);
    const identified = await run(['license', 'identify', path.join(root, 'LICENSE'), '--json'], link);
    const served = await run(['mcp', '--help']);

    assert.match(scanned.stdout, /"project": "dayjs"/);
    assert.match(identified.stdout, /"expression": "Apache-2\.0"/);
    assert.match(served.stdout, /Model Context Protocol/);
    assert.deepEqual([scanned.code, identified.code, served.code], [0, 0, 0]);
  });

  it('names what the on-device translation misses', async () => {
    const { code, stderr } = await run(['translate', 'README.md', '--engine', 'bergamot']);

    assert.equal(code, 3);
    assert.match(stderr, /program of the on-device engine is not there: .*bergamot/);
  });

  it('has behind its code one line for each part, which Node.js need not look at to start', async () => {
    const lines = (await readFile(file, 'latin1')).trimEnd().split('\n');
    const parts = lines.filter(line => line.startsWith('//./'));

    const first = lines.findIndex(line => line.startsWith('//./'));
    assert.equal(lines.length - first, parts.length);
    const code = lines.slice(0, first).join('\n').length;
    const all = lines.join('\n').length;
    assert.ok(code < 100 * 1024, `${code} of ${all} characters are code`);
    assert.ok(all > 2 * 1024 * 1024, `only ${all} characters`);
  });
});
