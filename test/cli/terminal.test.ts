import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openTerminal } from '../../src/cli/terminal.ts';

const cli = path.resolve(import.meta.dirname, '../../dist/cli.js');
const erase = '\r\u001b[K';

function fakeTerminal(environment: Readonly<Record<string, string>> = {}, columns: number | undefined = 80) {
  const written: string[] = [];
  const stream = (isTTY: boolean) => ({ isTTY, columns, write: (text: string) => written.push(text) });
  const open = (isTTY: boolean) =>
    openTerminal({ stdout: stream(isTTY), stderr: stream(isTTY) }, environment, {
      platform: 'linux',
      homeFolder: '/home/ada',
    });
  return { written, open };
}
const progress = { what: 'Reading manifests', done: 250, total: 1000 };

describe('progress on a terminal', () => {
  it('is one line with a bar, gone before anything else is written', () => {
    const { written, open } = fakeTerminal();
    const terminal = open(true);

    terminal.progress(progress);
    terminal.write('result\n');
    terminal.progress();

    assert.deepEqual(written, [`${erase}Reading manifests [######------------------] 250 of 1,000`, erase, 'result\n']);
  });

  it('fits a narrow window, and carries no control character of others', () => {
    const { written, open } = fakeTerminal({}, 24);

    open(true).progress({ ...progress, what: 'Reading \u001b[31mthis' });

    assert.deepEqual(written, [`${erase}Reading [31mthis 250 of`]);
  });

  it('is not there in a pipe, in continuous integration, and on a terminal that cannot take a line back', () => {
    for (const [isTTY, environment] of [
      [false, {}],
      [true, { CI: 'true' }],
      [true, { TERM: 'dumb' }],
    ] as const) {
      const { written, open } = fakeTerminal(environment);

      open(isTTY).progress(progress);

      assert.deepEqual(written, []);
    }
  });
});

/** How a program gets a terminal of its own here; Windows has nothing for it that is always there. */
const onTerminal: Partial<Record<NodeJS.Platform, (command: string) => readonly string[]>> = {
  linux: command => ['-qefc', command, '/dev/null'],
  darwin: command => ['-q', '/dev/null', 'sh', '-c', command],
};
const parametersOf = onTerminal[process.platform];

if (parametersOf) {
  describe('a scan on a real terminal', function () {
    this.timeout(120_000);
    let folder: string;
    beforeEach(async () => {
      folder = await mkdtemp(path.join(tmpdir(), 'gitee-scout-terminal-'));
      for (let number = 0; number < 20; number += 1) {
        const part = path.join(folder, `part-${number}`);
        await mkdir(part);
        await writeFile(path.join(part, 'package.json'), '{"dependencies":{"moment":"^2"}}');
      }
    });
    afterEach(() => rm(folder, { recursive: true, force: true }));

    /** What the terminal shows of a command. */
    const show = async (command: string, more: Readonly<Record<string, string>> = {}): Promise<string> => {
      const env = { PATH: process.env.PATH ?? '', TERM: 'xterm', SHELL: '/bin/sh', XDG_CACHE_HOME: folder, ...more };
      const child = spawn('script', parametersOf(command), { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] });
      let shown = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        shown += text;
      });
      const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
      assert.equal(code, 0, shown);
      return shown;
    };
    const scan = `"${process.execPath}" "${cli}" scan .`;

    it('shows a bar, takes it away, and then prints its result in colors', async () => {
      const shown = await show(scan);

      const bar = shown.indexOf('Reading manifests [');
      const gone = shown.lastIndexOf(erase);
      assert.ok(bar >= 0 && gone > bar, JSON.stringify(shown.slice(0, 300)));
      const result = shown.slice(gone + erase.length);
      assert.match(result, /part-19\/package\.json/);
      assert.ok(result.includes('\u001b['), 'no colors');
      assert.ok(!result.includes('Reading manifests'));
    });

    it('writes nothing of it into a file, and no colors where nobody wants them', async () => {
      const shown = await show(`${scan} --json > result.json`);
      const plain = await show(scan, { NO_COLOR: '1', CI: '1' });

      assert.match(shown, /Reading manifests \[/);
      assert.equal(JSON.parse(await readFile(path.join(folder, 'result.json'), 'utf8')).manifests.length, 20);
      assert.ok(!plain.includes('\u001b['), JSON.stringify(plain.slice(0, 300)));
    });
  });
}
