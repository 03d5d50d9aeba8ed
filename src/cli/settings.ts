import path from 'node:path';
import { type Config, configFile, noConfig, readConfig } from '../core/config/index.ts';
import { openFindings } from '../core/findings/index.ts';
import { ignoreFile, readIgnored } from '../core/ignored/index.ts';
import type { Finding } from '../core/model.ts';
import type { Context } from './context.ts';
import { usageError } from './errors.ts';
import { openNodeFolder } from './node-folder.ts';
import { pathBelow } from './portable-path.ts';
import { folderOf, readBounded } from './walk.ts';

/** Configuration and policies are small; bytes. */
export const largestSettings = 1024 * 1024;

/** What holds for one folder that was named on the command line. */
export interface FolderSettings {
  readonly folder: string;
  readonly config: Config;
}

/**
 * Reads `.gitee-scout/config.yaml` and `.gitee-scout/ignore` of a folder, or of the folder of a file.
 *
 * @throws CommandError when the configuration is wrong
 */
export async function settingsOf(target: string): Promise<FolderSettings> {
  const folder = await folderOf(target);
  const config = await configOf(folder);
  const ignored = readIgnored((await readBounded(pathBelow(folder, ignoreFile), largestSettings)) ?? '');
  return { folder, config: { ...config, ignoredPackages: [...config.ignoredPackages, ...ignored] } };
}

async function configOf(folder: string): Promise<Config> {
  const file = pathBelow(folder, configFile);
  const text = await readBounded(file, largestSettings);
  if (text === undefined) return noConfig;
  const reading = readConfig(text);
  if (reading.kind === 'config') return reading.config;
  throw usageError(reading.problems.map(({ line, message }) => `${file}:${line}: ${message}`).join('\n'));
}

/** The findings of folders, sorted by name. A file that cannot be read is said and left out. */
export async function findingsIn(
  { host, terminal }: Pick<Context, 'host' | 'terminal'>,
  folders: readonly string[],
): Promise<readonly Finding[]> {
  const places = folders.map(folder => ({ id: folder, label: folder, folder: openNodeFolder(folder) }));
  const silent = { ...host.log, warn: () => undefined };
  const { findings, unread } = await openFindings({ places: () => places, clock: host.clock, log: silent }).list();
  for (const { place, path: file, message } of unread) {
    terminal.say(`gitee-scout: ${path.join(place, ...file.split('/'))}: ${message}`);
  }
  return findings.map(({ finding }) => finding).sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** The folders with findings that the settings name. */
export function findingFolders(settings: readonly FolderSettings[]): readonly string[] {
  return settings.flatMap(({ folder, config }) => config.findings.map(each => pathBelow(folder, each)));
}
