#!/usr/bin/env node
import { homedir } from 'node:os';
import { version } from '../package.json';
import type { Setup } from './cli/program.ts';
import { run } from './cli/program.ts';
import { openTerminal } from './cli/terminal.ts';

/** Terminal composition root: the same core as in the editor, behind arguments, stdout and stderr. */
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

run(process.argv.slice(2), setup).then(
  code => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`gitee-scout: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 70;
  },
);
