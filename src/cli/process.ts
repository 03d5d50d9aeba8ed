import { homedir } from 'node:os';
import { version } from '../../package.json';
import { run, type Setup } from './program.ts';
import { openTerminal } from './terminal.ts';

/** Runs the command line of this process: its environment, its stdout and stderr, and the data that the build compiled. */
export function runInProcess(argv: readonly string[]): void {
  const setup: Setup = {
    version,
    terminal: openTerminal(process, process.env, { platform: process.platform, homeFolder: homedir() }),
    assets: {
      catalog: async () => (await import('asset:catalog.json')).default,
      licenses: async () => (await import('asset:licenses.json')).default,
    },
  };

  // A reader that has seen enough closes the pipe: `gitee-scout scan . | head`.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

  run(argv, setup).then(
    code => {
      process.exitCode = code;
    },
    (error: unknown) => {
      process.stderr.write(`gitee-scout: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      process.exitCode = 70;
    },
  );
}
