import { writeFile } from 'node:fs/promises';
import Mocha from 'mocha';
import { z } from 'zod';

/** What came of a run of tests. */
export const Counts = z.object({ passed: z.number(), failed: z.number(), skipped: z.number() });
export type Counts = z.infer<typeof Counts>;

export interface MochaRun {
  /** Absolute paths. */
  readonly files: readonly string[];
  /** Every test by name, or failures only. */
  readonly verbose: boolean;
  /** ms that one test may take. */
  readonly timeout: number;
  /** Where to write the counts as JSON, so that they arrive whatever happens to the output. */
  readonly report?: string | undefined;
  print(text: string): void;
}

/** Runs test files with mocha in this process, be it plain Node or an extension host. */
export async function runMocha(run: MochaRun): Promise<Counts> {
  const mocha = new Mocha({ timeout: run.timeout, forbidOnly: true, reporter: Quiet, color: false });
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const file of run.files) {
    // One by one: a file that cannot be loaded is one failure and keeps no other from running.
    mocha.files = [file];
    await mocha.loadFilesAsync().catch((error: unknown) => {
      counts.failed += 1;
      run.print(`  FAIL ${file} could not be loaded\n${indent(explain(error))}\n`);
    });
  }
  await new Promise<void>(resolve => {
    const runner = mocha.run(() => resolve());
    runner.on('pass', test => {
      counts.passed += 1;
      if (run.verbose) run.print(`  ok   ${test.titlePath().join(' › ')} (${test.duration ?? 0} ms)\n`);
    });
    runner.on('pending', test => {
      counts.skipped += 1;
      run.print(`  SKIP ${test.titlePath().join(' › ')}\n`);
    });
    runner.on('fail', (test, error: unknown) => {
      counts.failed += 1;
      run.print(`  FAIL ${test.titlePath().join(' › ')}\n${indent(explain(error))}\n`);
    });
  });
  if (run.report !== undefined) await writeFile(run.report, JSON.stringify(counts));
  return counts;
}

/** A reporter that says nothing: the run prints for itself. */
class Quiet extends Mocha.reporters.Base {}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\ncaused by: ${explain(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '       ');
}
