import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { root } from '../support/vscode/folders.ts';
import { createLifetime } from '../support/vscode/lifetime.ts';
import { type Figure, median } from './figure.ts';

const run = promisify(execFile);
export const manifests = 1000;
const dependencies = 40;
const repeats = 5;

/** The command line from its start to its end, on a made-up workspace. */
export async function scanTimes(): Promise<readonly Figure[]> {
  const lifetime = createLifetime();
  const folder = lifetime.folder();
  await writeManifests(folder);
  const scan = await times(['scan', folder, '--json']);
  const help = await times(['--help']);
  const suggest = await times(['suggest', 'pkg:npm/moment', '--json']);
  lifetime.end();
  return [
    {
      what: `command line: scan of ${manifests} manifests with ${dependencies + 1} dependencies each`,
      value: scan,
      unit: 'ms',
    },
    { what: 'command line: --help', value: help, unit: 'ms' },
    { what: 'command line: suggest for one package', value: suggest, unit: 'ms' },
  ];
}

/** Manifests of one format in as many folders. */
export async function writeManifests(folder: string): Promise<void> {
  for (let at = 0; at < manifests; at += 1) {
    const names = Array.from({ length: dependencies }, (_, index) => [`package-${(at * 7 + index) % 5000}`, '^1.0.0']);
    const text = JSON.stringify({
      name: `part-${at}`,
      dependencies: Object.fromEntries([...names, ['moment', '^2.0.0']]),
    });
    await mkdir(path.join(folder, `part-${at}`));
    await writeFile(path.join(folder, `part-${at}`, 'package.json'), text);
  }
}

async function times(parameters: readonly string[]): Promise<number> {
  const values: number[] = [];
  for (let round = 0; round < repeats; round += 1) {
    const start = performance.now();
    await run(process.execPath, [path.join(root, 'dist/cli.js'), ...parameters], { maxBuffer: 2 ** 28 });
    values.push(performance.now() - start);
  }
  return median(values);
}
