/**
 * All tests, one after the other, with one summary: `node run-tests.ts [--verbose] [STEP...] [FILTER]`.
 * What is not the name of a step filters the test files by a part of their path.
 */
import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkEveryFileHasAStep, type Step, stepsNamed } from './steps.ts';
import { results } from './vscode/folders.ts';

interface Outcome {
  readonly step: string;
  readonly passed: number;
  readonly failed: number;
  readonly seconds: number;
}

const { values, positionals } = parseArgs({
  options: { verbose: { type: 'boolean', default: false } },
  allowPositionals: true,
});
mkdirSync(results, { recursive: true });
const { steps, filter } = stepsNamed(positionals);
const outcomes: Outcome[] = [];
if (positionals.length === 0) outcomes.push(await timed(checkEveryFileHasAStep));
for (const step of steps) outcomes.push(await timed(step));

const width = Math.max(...outcomes.map(({ step }) => step.length));
process.stdout.write('\n');
for (const { step, passed, failed, seconds } of outcomes) {
  const mark = failed > 0 ? 'FAIL' : 'ok  ';
  process.stdout.write(
    `${mark} ${step.padEnd(width)} ${String(passed).padStart(5)} passed ${failed} failed, ${seconds} s\n`,
  );
}
const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

async function timed(step: Step): Promise<Outcome> {
  process.stdout.write(`\n== ${step.name}\n`);
  const start = Date.now();
  const { passed, failed } = await step.run({ filter, verbose: values.verbose || filter !== '' }).catch(error => {
    process.stdout.write(`${String(error)}\n`);
    return { passed: 0, failed: 1 };
  });
  return { step: step.name, passed, failed, seconds: Math.round((Date.now() - start) / 1000) };
}
