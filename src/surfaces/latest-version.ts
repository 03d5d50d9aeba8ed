import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { type Question, questionsFor } from './package-managers.ts';

/** What a package manager says of the latest version of a package. */
export interface LatestVersion {
  /** The program that said it. */
  readonly program: string;
  readonly version: string;
  /** As it is stated there. */
  readonly license?: string | undefined;
  /** ISO date. */
  readonly releasedAt?: string | undefined;
}

/** The program that would be asked about a package; `undefined` where none is known for its ecosystem. */
export function programFor(purl: string): string | undefined {
  return questionsOf(purl)[0]?.program;
}

/**
 * The latest version of a package, from the user's package manager. `undefined` when there is none for the ecosystem, it
 * did not answer, or the workspace is not trusted: its settings (`.npmrc`) would decide whom to ask.
 *
 * @param cwd folder of the manifest; `undefined` where it is on no disk
 */
export async function latestVersion(
  purl: string,
  cwd: string | undefined,
  signal?: AbortSignal,
): Promise<LatestVersion | undefined> {
  if (!vscode.workspace.isTrusted) return undefined;
  for (const question of questionsOf(purl)) {
    const answer = await run(question, cwd, signal);
    const version = answer === undefined ? undefined : question.read(answer);
    if (answer !== undefined && version !== undefined) {
      const { program, license, releasedAt } = question;
      return { program, version, license: license?.(answer), releasedAt: releasedAt?.(answer) };
    }
    if (signal?.aborted) return undefined;
  }
  return undefined;
}

function questionsOf(purl: string): readonly Question[] {
  const [, ecosystem = '', encoded = ''] = /^pkg:([a-z]+)\/([^?#]+)$/.exec(purl) ?? [];
  return questionsFor(ecosystem, decoded(encoded));
}

/** Empty for a damaged escape, which is then refused as a name. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return '';
  }
}

async function run(question: Question, cwd: string | undefined, signal?: AbortSignal): Promise<string | undefined> {
  if (!question.files) return start(question, cwd ?? os.homedir(), signal);
  const folder = await mkdtemp(path.join(os.tmpdir(), 'gitee-scout-'));
  try {
    for (const [name, text] of Object.entries(question.files)) await writeFile(path.join(folder, name), text);
    return await start(question, folder, signal);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function start(
  { program, parameters, environment, patience }: Question,
  cwd: string,
  signal?: AbortSignal,
): Promise<string | undefined> {
  // On Windows npm and mvn are scripts, which only a shell starts; names were checked to hold nothing that a shell reads.
  const shell = process.platform === 'win32' && (program === 'npm' || program === 'mvn');
  return new Promise(resolve => {
    execFile(
      program,
      [...parameters],
      {
        timeout: patience,
        maxBuffer: 4 * 1024 * 1024,
        shell,
        windowsHide: true,
        cwd,
        // A program that lies in the workspace is not the user's own.
        env: { ...process.env, NoDefaultCurrentDirectoryInExePath: '1', ...environment },
        ...(signal ? { signal } : {}),
      },
      (error, output) => resolve(error ? undefined : output),
    );
  });
}
