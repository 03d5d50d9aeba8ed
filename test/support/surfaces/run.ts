import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { runMocha } from '../mocha.ts';
import { ownOutput } from './own-output.ts';

/** What VS Code calls in the extension host: runs the tests that were built beside this file. */
export async function run(): Promise<void> {
  const folder = path.resolve(__dirname, '../../surfaces');
  const filter = process.env.GITEE_SCOUT_TEST_FILTER ?? '';
  const files = (await readdir(folder, { recursive: true }))
    .filter(file => file.endsWith('.test.cjs') && file.replaceAll('\\', '/').includes(filter))
    // What looks at the start of the extension comes first: the others start it.
    .sort((a, b) => Number(b.startsWith('activation')) - Number(a.startsWith('activation')) || a.localeCompare(b))
    .map(file => path.join(folder, file));
  const counts = await runMocha({
    files,
    verbose: process.env.GITEE_SCOUT_TEST_VERBOSE === 'true',
    timeout: 120_000,
    report: process.env.GITEE_SCOUT_TEST_REPORT,
    print: text => console.log(`${ownOutput}${text.trimEnd()}`),
  });
  if (counts.failed > 0) throw new Error(`${counts.failed} tests failed`);
  if (counts.passed === 0) throw new Error('no test ran');
}
