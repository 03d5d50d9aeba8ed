import { readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { PrivateNamesInput } from '../../core/gitee/index.ts';

/** The files of a workspace that say where packages come from; nested folders have their own. */
const inWorkspace =
  '**/{.npmrc,.yarnrc,.yarnrc.yml,bunfig.toml,pip.conf,pip.ini,*requirements*.txt,*requirements*.in,requirements/*.txt,requirements/*.in,constraints*.txt,uv.toml,pyproject.toml,Pipfile,.condarc,settings*.xml,pom.xml,*.gradle,*.gradle.kts,Cargo.toml,.cargo/config,config.toml,[Nn][Uu][Gg][Ee][Tt].[Cc][Oo][Nn][Ff][Ii][Gg],composer.json,Gemfile,gems.rb,pubspec.yaml}';
const notInWorkspace = '**/{node_modules,bower_components,.venv,venv,.git}/**';

/** Below the home folder: the places that the package managers' own manuals name. */
const ofUser = [
  '.npmrc',
  '.yarnrc',
  '.yarnrc.yml',
  '.bunfig.toml',
  '.pip/pip.conf',
  '.config/pip/pip.conf',
  'Library/Application Support/pip/pip.conf',
  'AppData/Roaming/pip/pip.ini',
  '.config/uv/uv.toml',
  '.condarc',
  '.m2/settings.xml',
  '.gradle/init.gradle',
  '.gradle/init.gradle.kts',
  '.cargo/config.toml',
  '.cargo/config',
  '.nuget/NuGet/NuGet.Config',
  '.config/NuGet/NuGet.Config',
  'AppData/Roaming/NuGet/NuGet.Config',
];

/** Variables that name another file, or folder, than the usual one, and what it is read as. */
const namedByVariable: readonly (readonly [variable: string, below: string, as: string])[] = [
  ['PIP_CONFIG_FILE', '', 'pip.conf'],
  ['NPM_CONFIG_USERCONFIG', '', '.npmrc'],
  ['npm_config_userconfig', '', '.npmrc'],
  ['NPM_CONFIG_GLOBALCONFIG', '', '.npmrc'],
  ['npm_config_globalconfig', '', '.npmrc'],
  ['UV_CONFIG_FILE', '', 'uv.toml'],
  ['XDG_CONFIG_HOME', 'pip/pip.conf', 'pip.conf'],
  ['XDG_CONFIG_HOME', 'uv/uv.toml', 'uv.toml'],
  ['CARGO_HOME', 'config.toml', 'config.toml'],
  ['GRADLE_USER_HOME', 'init.gradle', 'init.gradle'],
  ['GRADLE_USER_HOME', 'init.gradle.kts', 'init.gradle.kts'],
];

/** Of the whole machine. */
const ofMachine = ['/etc/pip.conf', '/etc/xdg/pip/pip.conf', '/etc/uv/uv.toml'];

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
  folders: readonly Pick<vscode.WorkspaceFolder, 'name' | 'uri'>[] = vscode.workspace.workspaceFolders ?? [],
): Promise<Pick<PrivateNamesInput, 'files' | 'environment'>> {
  // VS Code leaves out a file system that no extension searches, or waits for such an extension without end.
  const unsearched = folders.find(({ uri }) => !/^(?:file|vscode-remote)$/.test(uri.scheme));
  if (unsearched) throw new PrivateNamesError(`${unsearched.name} is in a file system that may have no search`);
  const found = await vscode.workspace.findFiles(inWorkspace, notInWorkspace, mostFiles + 1);
  if (found.length > mostFiles) throw new PrivateNamesError(`More than ${mostFiles} files`);
  const workspace = await Promise.all(found.map(readUri));
  const user = await Promise.all([...ofUser.map(name => path.join(home, name)), ...ofMachine].map(readOwn));
  const named = await Promise.all(
    namedByVariable.map(async ([variable, below, as]) => {
      const place = environment[variable];
      const file = place ? await readOwn(path.join(place, below)) : undefined;
      return file && { ...file, path: as };
    }),
  );
  const go = await Promise.all(goFiles.map(name => readOwn(path.join(home, name))));
  return {
    files: [...workspace, ...[...user, ...named].flatMap(file => (file ? [file] : []))],
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
