import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createLifetime } from '../support/vscode/lifetime.ts';
import { measuredExtension } from '../support/vscode/measured-extension.ts';
import { openWorkbench } from '../support/workbench/open-workbench.ts';

/** One start of the extension, all in ms. */
export interface Start {
  /** Load and start as VS Code itself measures them, for `Developer: Show Running Extensions`. */
  readonly shown: number;
  /** Processor time of the extension host's own thread: what is left of it on a machine that others use too. */
  readonly loadProcessor: number;
  readonly startProcessor: number;
}

/** Starts the extension in `runs` new extension hosts. Where `profile` names a file, the last start leaves a CPU profile. */
export async function activationTimes(runs: number, profile?: string): Promise<readonly Start[]> {
  const lifetime = createLifetime();
  const folder = lifetime.folder('measured');
  const report = path.join(lifetime.folder(), 'starts.txt');
  await measuredExtension(folder, entry(report, profile));
  const workbench = await openWorkbench({ extension: folder });
  try {
    const shown: number[] = [];
    for (let round = 0; round < runs; round += 1) {
      await workbench.command('Developer: Show Running Extensions');
      const row = workbench.page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: 'gitee-scout' });
      const words = row.getByText(/Activation: \d+ms/).first();
      await words.waitFor();
      shown.push(Number(/(\d+)ms/.exec((await words.textContent()) ?? '')?.[1]));
      await workbench.quickInput.cancel();
      await workbench.reload();
    }
    const lines = (await readFile(report, 'utf8')).trim().split('\n').slice(0, runs);
    return lines.map((line, round) => {
      const [loadProcessor = Number.NaN, startProcessor = Number.NaN] = line.split(' ').map(Number);
      return { shown: shown[round] ?? Number.NaN, loadProcessor, startProcessor };
    });
  } finally {
    await workbench.close();
    lifetime.end();
  }
}

/** An entry that notes what loading and starting the real one takes. */
function entry(report: string, profile: string | undefined): string {
  const [before, after] =
    profile === undefined
      ? ['', '']
      : [
          `const session = new (require('node:inspector').Session)();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.setSamplingInterval', { interval: 100 });
session.post('Profiler.start');`,
          `session.post('Profiler.stop', (_, { profile }) => require('node:fs').writeFileSync(${JSON.stringify(profile)}, JSON.stringify(profile)));`,
        ];
  return `${before}
const used = () => { const { user, system } = process.threadCpuUsage(); return (user + system) / 1000; };
const start = used();
const extension = require('./extension.cjs');
const loaded = used();
exports.activate = context => {
  const called = used();
  const result = extension.activate(context);
  const started = used();
  require('node:fs').appendFileSync(${JSON.stringify(report)}, \`\${loaded - start} \${started - called}\\n\`);
  ${after}
  return result;
};
`;
}
