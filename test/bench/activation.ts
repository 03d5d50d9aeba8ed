import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { results, root } from '../support/vscode/folders.ts';
import { runInEditor } from '../support/vscode/launch.ts';
import { createLifetime } from '../support/vscode/lifetime.ts';

/** How long the extension takes to load and start, in ms, each time in a new extension host. */
export async function activationTimes(runs: number): Promise<readonly number[]> {
  const lifetime = createLifetime();
  await mkdir(results, { recursive: true });
  const built = await mkdtemp(path.join(results, 'bench-'));
  try {
    const probe = path.join(built, 'probe.cjs');
    await esbuild.build({
      entryPoints: [path.join(import.meta.dirname, 'activation-probe.ts')],
      outfile: probe,
      bundle: true,
      format: 'cjs',
      platform: 'node',
      external: ['vscode'],
    });
    // Empty: VS Code's own npm support reads every package.json, which would start the extension too early.
    const workspace = lifetime.folder();
    const values: number[] = [];
    for (let round = 0; round < runs; round += 1) {
      const report = path.join(built, `${round}.txt`);
      const code = await runInEditor({
        extension: root,
        tests: probe,
        workspace,
        environment: { GITEE_SCOUT_BENCH_REPORT: report },
        print: () => undefined,
      });
      if (code !== 0) throw new Error(`the extension host ended with ${code}`);
      values.push(Number(await readFile(report, 'utf8')));
    }
    return values;
  } finally {
    await rm(built, { recursive: true, force: true });
    lifetime.end();
  }
}
