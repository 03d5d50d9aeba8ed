import { spawn } from 'node:child_process';

/** Runs a command to its end; what it printed is part of the error when it fails. */
export async function runCommand(command: string, parameters: readonly string[], cwd: string): Promise<string> {
  const shell = process.platform === 'win32';
  const child = spawn(command, parameters, { cwd, stdio: ['ignore', 'pipe', 'pipe'], shell });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => output.push(text));
  }
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once('error', reject).once('close', resolve),
  );
  const text = output.join('');
  if (code !== 0) throw new Error(`${command} ${parameters.join(' ')} ended with ${code}:\n${text.slice(-4000)}`);
  return text;
}

/** Installs packages of the npm registry into a folder of their own, without running any of their scripts. */
export async function installPackages(folder: string, packages: readonly string[]): Promise<void> {
  const quiet = ['--ignore-scripts', '--no-save', '--no-package-lock', '--no-audit', '--no-fund', '--omit=dev'];
  await runCommand('npm', ['install', '--prefix', folder, ...quiet, ...packages], folder);
}
