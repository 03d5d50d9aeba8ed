import { readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { PrivateNamesInput } from '../../core/gitee/index.ts';

/** The files of a workspace that say where packages come from; nested folders have their own. */
const inWorkspace =
  '**/{.npmrc,.yarnrc.yml,pip.conf,pip.ini,requirements*.txt,requirements*.in,uv.toml,pyproject.toml,Pipfile,.condarc,settings.xml,pom.xml,build.gradle,build.gradle.kts,settings.gradle,settings.gradle.kts,init.gradle,config.toml,[Nn]u[Gg]et.[Cc]onfig,composer.json,Gemfile,pubspec.yaml}';
const notInWorkspace = '**/{node_modules,bower_components,.venv,venv,.git}/**';

/** Below the home folder: the places that the package managers' own manuals name. */
const ofUser = [
  '.npmrc',
  '.yarnrc.yml',
  '.pip/pip.conf',
  '.config/pip/pip.conf',
  'Library/Application Support/pip/pip.conf',
  'AppData/Roaming/pip/pip.ini',
  '.config/uv/uv.toml',
  '.condarc',
  '.m2/settings.xml',
  '.gradle/init.gradle',
  '.cargo/config.toml',
  '.cargo/config',
  '.nuget/NuGet/NuGet.Config',
  '.config/NuGet/NuGet.Config',
  'AppData/Roaming/NuGet/NuGet.Config',
];

/** `go env -w` writes here, in the form of an environment. */
const goFiles = ['.config/go/env', 'Library/Application Support/go/env', 'AppData/Roaming/go/env'];

const mostFiles = 2000;
const mostBytes = 5 * 1024 * 1024;

/** Not everything could be read that says which names are private, so no name may leave. */
export class PrivateNamesError extends Error {
  override readonly name = 'PrivateNamesError';
}

/** What tells private names from public ones, read anew. Throws PrivateNamesError where something cannot be read. */
export async function readPrivateFiles(
  environment: NodeJS.ProcessEnv,
  home = homedir(),
): Promise<Pick<PrivateNamesInput, 'files' | 'environment'>> {
  const found = await vscode.workspace.findFiles(inWorkspace, notInWorkspace, mostFiles + 1);
  if (found.length > mostFiles) throw new PrivateNamesError(`More than ${mostFiles} files`);
  const workspace = await Promise.all(found.map(readUri));
  const user = await Promise.all(ofUser.map(name => readOwn(path.join(home, name))));
  const go = await Promise.all(goFiles.map(name => readOwn(path.join(home, name))));
  return {
    files: [...workspace, ...user.flatMap(file => (file ? [file] : []))],
    environment: { ...environmentOf(go.map(file => file?.text ?? '').join('\n')), ...environment },
  };
}

async function readUri(uri: vscode.Uri) {
  try {
    if ((await vscode.workspace.fs.stat(uri)).size > mostBytes) throw new PrivateNamesError(`${uri.path} is too large`);
    return { path: uri.path, text: Buffer.from(await vscode.workspace.fs.readFile(uri)).toString('utf8') };
  } catch (cause) {
    throw new PrivateNamesError(`${uri.path} cannot be read`, { cause });
  }
}

async function readOwn(file: string): Promise<{ readonly path: string; readonly text: string } | undefined> {
  try {
    if ((await stat(file)).size > mostBytes) throw new PrivateNamesError(`${file} is too large`);
    return { path: file, text: await readFile(file, 'utf8') };
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new PrivateNamesError(`${file} cannot be read`, { cause });
  }
}

function environmentOf(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...text.matchAll(/^(\w+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value.trim()]),
  );
}
