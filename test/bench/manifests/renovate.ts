/**
 * Renovate as an oracle, in a process of its own: it is AGPL, a dev-only peer outside the lockfile, installed on demand
 * into `.cache/renovate` by `compare.ts`. Reads a list of files and prints what Renovate finds in them.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { processorTime } from '../processor-time.ts';

const [home = '', corpus = '', list = ''] = process.argv.slice(2);
process.chdir(corpus);
const require = createRequire(path.join(home, 'package.json'));
const load = (file: string) =>
  import(pathToFileURL(path.join(path.dirname(require.resolve('renovate/package.json')), 'dist', file)).href);

const { init } = await load('logger/index.js');
process.env.LOG_LEVEL = 'fatal';
await init?.();
const { GlobalConfig } = await load('config/global.js');
GlobalConfig.set({ localDir: corpus });

interface Found {
  readonly depName?: string | undefined;
  readonly packageName?: string | undefined;
  readonly currentValue?: string | null | undefined;
  readonly currentDigest?: string | null | undefined;
  readonly depType?: string | undefined;
  readonly datasource?: string | undefined;
  readonly skipReason?: string | undefined;
}

const results: Record<string, { readonly milliseconds: number; readonly found: readonly Found[] }> = {};
for (const { file, manager } of JSON.parse(readFileSync(list, 'utf8'))) {
  const { extractAllPackageFiles, extractPackageFile } = await load(`modules/manager/${manager}/index.js`);
  const start = processorTime();
  let answer: readonly { readonly packageFile?: string; readonly deps?: readonly Found[] }[] = [];
  try {
    const config = { registryAliases: {} };
    answer = extractAllPackageFiles
      ? ((await extractAllPackageFiles(config, [file])) ?? [])
      : [(await extractPackageFile(readFileSync(file, 'utf8'), file, config)) ?? {}];
  } catch {
    answer = [];
  }
  const milliseconds = processorTime() - start;
  results[`${manager} ${file}`] = {
    milliseconds,
    found: answer
      .flatMap(({ deps }) => deps ?? [])
      .map(({ depName, packageName, currentValue, currentDigest, depType, datasource, skipReason }) => ({
        depName,
        packageName,
        currentValue,
        currentDigest,
        depType,
        datasource,
        skipReason,
      })),
  };
}
process.stdout.write(JSON.stringify(results), () => process.exit(0));
