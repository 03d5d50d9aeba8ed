import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Counts } from './mocha.ts';
import { root } from './vscode/folders.ts';
import { createLifetime } from './vscode/lifetime.ts';

export interface Step {
  readonly name: string;
  run(options: StepOptions): Promise<{ readonly passed: number; readonly failed: number }>;
}

interface StepOptions {
  /** Part of a test file's path; empty for all. */
  readonly filter: string;
  readonly verbose: boolean;
}

/** Which test files a step runs. */
const patterns = new Map<string, readonly string[]>();

/** The steps in their order: what is quick and tells most comes first. */
const steps: readonly Step[] = [
  command('build', [['esbuild.mjs']]),
  inNode('architecture', [
    'test/architecture.test.ts',
    'test/architecture-document.test.ts',
    'test/repository.test.ts',
    'test/l10n.test.ts',
  ]),
  command('types', [tsc('.'), tsc('src/webview/scripts'), tsc('test/webview')]),
  command('lint', [['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.']]),
  inNode('core', [
    'test/core/**/*.test.ts',
    'test/cli/**/*.test.ts',
    'test/mcp/**/*.test.ts',
    'test/catalog/**/*.test.ts',
    'test/support/**/*.test.ts',
  ]),
  inNode('evaluation', ['test/eval/**/*.test.ts'], { mayBeEmpty: true }),
  inNode('webview', ['test/webview/**/*.test.ts']),
  inEditor('surfaces', 'test/surfaces/**/*.test.ts'),
  inNode('package', ['test/package.test.ts']),
  inNode('ui', ['test/ui/**/*.test.ts'], { timeout: 240_000 }),
];

/** Ends a step that hangs, in ms. */
const longestStep = 20 * 60_000;

/** The steps of these names, all without any; what is no name of a step is the filter. */
export function stepsNamed(words: readonly string[]): { readonly steps: readonly Step[]; readonly filter: string } {
  const chosen = steps.filter(({ name }) => words.includes(name));
  const others = words.filter(word => !steps.some(({ name }) => name === word));
  return { steps: chosen.length > 0 ? chosen : steps, filter: others[0] ?? '' };
}

/** A test file that no step runs would be a test that cannot fail. */
export const checkEveryFileHasAStep: Step = {
  name: 'every test file runs',
  run: async () => {
    const all = await testFiles();
    const run = new Set(await filesOf(steps.flatMap(step => patterns.get(step.name) ?? [])));
    const forgotten = all.filter(file => !run.has(file));
    for (const file of forgotten) process.stdout.write(`  FAIL no step runs ${file}\n`);
    return forgotten.length > 0 ? { passed: 0, failed: forgotten.length } : { passed: 1, failed: 0 };
  },
};

function tsc(project: string): readonly string[] {
  return ['node_modules/typescript/bin/tsc', '-p', project];
}

/** A step of commands that pass or fail as a whole: each counts as one test. */
function command(name: string, commands: readonly (readonly string[])[]): Step {
  return {
    name,
    run: async () => {
      const counts = { passed: 0, failed: 0 };
      for (const parameters of commands) {
        const code = await runNode(parameters);
        if (code === 0) counts.passed += 1;
        else counts.failed += 1;
        if (code !== 0) process.stdout.write(`  FAIL ${parameters.join(' ')} ended with ${code}\n`);
      }
      return counts;
    },
  };
}

/** A step of mocha tests in plain Node. */
function inNode(name: string, globs: readonly string[], more: { mayBeEmpty?: boolean; timeout?: number } = {}): Step {
  patterns.set(name, globs);
  return {
    name,
    run: async ({ filter, verbose }) => {
      const files = (await filesOf(globs)).filter(file => file.includes(filter));
      if (files.length === 0 && (more.mayBeEmpty || filter !== '')) return { passed: 0, failed: 0 };
      const timeout = more.timeout === undefined ? [] : ['--timeout', String(more.timeout)];
      return counted(['test/support/run-mocha.ts', ...timeout, ...flag(verbose)], files);
    },
  };
}

/** A step of mocha tests inside the extension host of a real VS Code. */
function inEditor(name: string, pattern: string): Step {
  patterns.set(name, [pattern]);
  return {
    name,
    run: async ({ filter, verbose }) => {
      const files = (await filesOf([pattern])).filter(file => file.includes(filter));
      if (files.length === 0 && filter !== '') return { passed: 0, failed: 0 };
      // The built files end otherwise.
      return counted(
        ['test/support/surfaces/main.ts', ...flag(verbose)],
        filter === '' ? [] : [filter.replace(/\.ts$/, '')],
      );
    },
  };
}

function flag(verbose: boolean): readonly string[] {
  return verbose ? ['--verbose'] : [];
}

/** Runs a script that writes its counts into a file. A script that fails without a failed test counts as one failure. */
async function counted(script: readonly string[], more: readonly string[]): Promise<Counts> {
  const lifetime = createLifetime();
  const report = path.join(lifetime.folder(), 'counts.json');
  try {
    const code = await runNode([...script, '--report', report, ...more]);
    const text = await readFile(report, 'utf8').catch(() => '{"passed":0,"failed":0,"skipped":0}');
    const { passed, failed, skipped } = Counts.parse(JSON.parse(text));
    // A skipped test is a test that cannot fail.
    const bad = failed + skipped;
    const broken = bad === 0 && (code !== 0 || passed === 0) ? 1 : 0;
    if (broken > 0) process.stdout.write(`  FAIL ${script[0]} ended with ${code} after ${passed} tests\n`);
    return { passed, failed: bad + broken, skipped };
  } finally {
    lifetime.end();
  }
}

async function filesOf(globs: readonly string[]): Promise<readonly string[]> {
  return (await testFiles()).filter(file => globs.some(pattern => path.posix.matchesGlob(file, pattern)));
}

/** All test files by their `/`-separated path below the root, sorted. */
async function testFiles(): Promise<readonly string[]> {
  const files = await readdir(path.join(root, 'test'), { recursive: true });
  return files
    .map(file => `test/${file.replaceAll('\\', '/')}`)
    .filter(file => file.endsWith('.test.ts'))
    .sort();
}

async function runNode(parameters: readonly string[]): Promise<number | null> {
  const lifetime = createLifetime();
  const child = lifetime.own(
    spawn(process.execPath, parameters, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }),
  );
  const timer = setTimeout(() => child.kill('SIGTERM'), longestStep);
  try {
    return await new Promise((resolve, reject) => child.once('close', resolve).once('error', reject));
  } finally {
    clearTimeout(timer);
    lifetime.end();
  }
}
