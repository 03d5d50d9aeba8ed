import * as vscode from 'vscode';
import type { Log } from '../../core/ports.ts';
import { settings } from '../contributions.ts';
import { openUriFolder } from '../uri-folder.ts';

/**
 * Package URLs for which this person, or the repository of any workspace folder, wants no suggestions. An assistant asks
 * for a package, not for a folder. Never rejects: a file that cannot be read says nothing.
 */
export async function ignoredPackages(log: Log): Promise<readonly string[]> {
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  const scopes = folders.length === 0 ? [undefined] : folders;
  const all = await Promise.all([
    ...scopes.map(async scope => fromSettings(scope)),
    ...folders.map(folder => fromRepository(folder, log)),
  ]);
  return all.flat();
}

function fromSettings(scope: vscode.Uri | undefined): readonly string[] {
  const set = vscode.workspace.getConfiguration(settings.section, scope).get<unknown>(settings.ignoredPackages);
  return Array.isArray(set) ? set.filter(each => typeof each === 'string') : [];
}

async function fromRepository(root: vscode.Uri, log: Log): Promise<readonly string[]> {
  try {
    const [{ configFile, readConfig }, { ignoreFile, readIgnored }] = await Promise.all([
      import('../../core/config/index.ts'),
      import('../../core/ignored/index.ts'),
    ]);
    const folder = openUriFolder(root);
    const [config, ignored] = await Promise.all([folder.read(configFile), folder.read(ignoreFile)]);
    const reading = readConfig(config ?? '');
    return [...(reading.kind === 'config' ? reading.config.ignoredPackages : []), ...readIgnored(ignored ?? '')];
  } catch (error) {
    log.warn(`packages to ignore in ${root.toString()}`, error);
    return [];
  }
}
