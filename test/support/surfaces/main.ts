/** Builds the tests of the surfaces and runs them inside a real VS Code: `node main.ts [--report FILE] [--verbose] [FILTER]`. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { copySample, results, root } from '../vscode/folders.ts';
import { runInEditor } from '../vscode/launch.ts';
import { createLifetime } from '../vscode/lifetime.ts';
import { runCommand } from '../vscode/run-command.ts';
import { ownOutput } from './own-output.ts';

const { values, positionals } = parseArgs({
  options: { report: { type: 'string' }, verbose: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const lifetime = createLifetime();
await mkdir(results, { recursive: true });
// Inside the project, so that the tests find the packages that are not built in.
const built = await mkdtemp(path.join(results, 'surfaces-'));
try {
  await runCommand(process.execPath, ['esbuild.mjs', '--surface-tests', built], root);
  process.exitCode = await runInEditor({
    extension: root,
    neighbors: [path.join(root, 'test/support/neighbor-extension')],
    tests: path.join(built, 'support/surfaces/run.cjs'),
    workspace: await copySample(lifetime.folder('storefront')),
    // In a browser VS Code saves by itself after a second: on a slow machine before a test takes back what it typed.
    settings: { 'files.autoSave': 'off' },
    // Nothing may leave this machine, and what tries to finds a closed door.
    machineSettings: { 'giteeScout.baseUrl': 'http://127.0.0.1:9/api/v5' },
    environment: {
      GITEE_SCOUT_TEST_FILTER: positionals[0] ?? '',
      GITEE_SCOUT_TEST_VERBOSE: String(values.verbose),
      ...(values.report === undefined ? {} : { GITEE_SCOUT_TEST_REPORT: path.resolve(values.report) }),
    },
    print: text => {
      if (text.startsWith(ownOutput)) process.stdout.write(text.slice(ownOutput.length));
      else if (values.verbose) process.stdout.write(`  host ${text}`);
    },
  });
} finally {
  await rm(built, { recursive: true, force: true });
  lifetime.end();
}
