import { execFile } from 'node:child_process';
import * as vscode from 'vscode';

/** What asks an ecosystem's registry, through the user's own package manager with its own settings and sign-in. */
const questions: Readonly<Record<string, (name: string) => readonly [program: string, ...parameters: string[]]>> = {
  npm: name => ['npm', 'view', '--json', '--', name, 'version'],
};

/** A registry that does not answer is not waited for longer, ms. */
const patience = 15_000;

/**
 * The latest version of a package, from the user's package manager. `undefined` when there is none for the ecosystem, it
 * did not answer, or the workspace is not trusted: its settings (`.npmrc`) would decide whom to ask.
 */
export async function latestVersion(purl: string, cwd: string | undefined): Promise<string | undefined> {
  const [, ecosystem = '', path = ''] = /^pkg:([a-z]+)\/([^?#]+)$/.exec(purl) ?? [];
  const question = questions[ecosystem];
  const name = decoded(path);
  if (!question || !vscode.workspace.isTrusted || !/^(@[\w.-]+\/)?[\w.][\w.-]*$/.test(name)) return undefined;
  const [program, ...parameters] = question(name);
  const answer = await run(program, parameters, cwd);
  return answer === undefined ? undefined : readVersion(answer);
}

/** Empty for a damaged escape, which is then refused as a name. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '';
  }
}

/** npm prints a JSON string, or a list when several match. */
export function readVersion(answer: string): string | undefined {
  const [version] = /\d+\.\d+\.\d+[\w.+-]*/.exec(answer.slice(0, 1000)) ?? [];
  return version;
}

function run(program: string, parameters: readonly string[], cwd: string | undefined): Promise<string | undefined> {
  // On Windows npm is a script, which only a shell starts; the name was checked to hold nothing that a shell reads.
  const shell = process.platform === 'win32';
  return new Promise(resolve => {
    execFile(
      program,
      [...parameters],
      { timeout: patience, maxBuffer: 64 * 1024, shell, windowsHide: true, ...(cwd === undefined ? {} : { cwd }) },
      (error, output) => resolve(error ? undefined : output),
    );
  });
}
