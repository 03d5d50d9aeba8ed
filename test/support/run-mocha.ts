/**
 * Runs test files in plain Node: `node run-mocha.ts [--report FILE] [--verbose] [--timeout MS] FILE...`.
 * Ends with 1 when a test failed or none ran.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runMocha } from './mocha.ts';

const { values, positionals } = parseArgs({
  options: { report: { type: 'string' }, verbose: { type: 'boolean', default: false }, timeout: { type: 'string' } },
  allowPositionals: true,
});
const counts = await runMocha({
  files: positionals.map(file => path.resolve(file)),
  verbose: values.verbose,
  timeout: Number(values.timeout ?? 60_000),
  report: values.report,
  print: text => process.stdout.write(text),
});
process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;
// What a test forgot to close must not hold up the run; that it did is said.
setTimeout(() => {
  process.stdout.write(`  the tests left something open: ${process.getActiveResourcesInfo().join(', ')}\n`);
  process.exit();
}, 5000).unref();
setInterval(() => undefined, 60_000).unref();
