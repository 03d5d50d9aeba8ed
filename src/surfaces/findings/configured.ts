import * as vscode from 'vscode';
import type { Log } from '../../core/ports.ts';
import { openUriFolder } from '../uri-folder.ts';
import type { ConfiguredFolders } from './places.ts';

/** Where a repository says in which folders its findings lie. */
export const configurationFile = '.gitee-scout/config.yaml';

/** Reads what the configurations of the workspace folders say. One that is missing or wrong says nothing. */
export async function readConfigured(log: Log): Promise<ConfiguredFolders> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const read = await Promise.all(
    folders.map(async ({ uri }) => {
      try {
        const text = await openUriFolder(uri).read(configurationFile);
        if (text === undefined) return [];
        const { readConfig } = await import('../../core/config/index.ts');
        const reading = readConfig(text);
        return reading.kind === 'config' ? [[uri.toString(), reading.config.findings] as const] : [];
      } catch (error) {
        log.warn(configurationFile, error);
        return [];
      }
    }),
  );
  return new Map(read.flat());
}
