import * as vscode from 'vscode';
import type { Gitee, LookupMode, LookupResult } from '../../core/gitee/index.ts';
import type { Log } from '../../core/ports.ts';
import { settings } from '../contributions.ts';
import type { IndexedDependency, IndexedManifest } from '../manifest-index.ts';
import { PrivateNamesError, readPrivateFiles } from './private-files.ts';

export interface LookOptions {
  readonly gitee: () => Promise<Pick<Gitee, 'search'>>;
  readonly log: Log;
}

export type Looked = LookupResult | { readonly kind: 'kept'; readonly reason: 'unreadable' };

export type Look = (
  dependency: IndexedDependency,
  ecosystem: IndexedManifest['ecosystem'],
  how: How,
) => Promise<Looked>;

export interface How {
  readonly clicked: boolean;
  readonly signal: AbortSignal;
}

export function lookupMode(): LookupMode {
  const set = vscode.workspace.getConfiguration(settings.section).get<string>(settings.lookup);
  return set === 'off' || set === 'automatic' ? set : 'on-demand';
}

/** Looks a package up on Gitee, unless its name is private: what tells that is read first, before anything is sent. */
export function createLook({ gitee, log }: LookOptions): Look {
  return async (dependency, ecosystem, how) => {
    const mode = lookupMode();
    if (mode === 'off') return { kind: 'kept', reason: 'off' };
    if (mode === 'on-demand' && !how.clicked) return { kind: 'kept', reason: 'not-clicked' };
    try {
      const { createLookup, readPrivateNames } = await import('../../core/gitee/index.ts');
      const names = readPrivateNames({ ...(await readPrivateFiles(process.env)), globs: privateGlobs() });
      const client = await gitee();
      const lookup = createLookup({ gitee: client, privateNames: () => names, mode: lookupMode });
      return await lookup.look({ dependency, ecosystem, ...how });
    } catch (error) {
      if (!(error instanceof PrivateNamesError)) throw error;
      log.warn('a name was not looked up', error);
      return { kind: 'kept', reason: 'unreadable' };
    }
  };
}

/** From all places together: a workspace may add to the user's list, never take away. */
function privateGlobs(): readonly string[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return [undefined, ...folders].flatMap(folder => {
    const set = vscode.workspace
      .getConfiguration(settings.section, folder)
      .inspect<readonly string[]>(settings.privateNames);
    return [set?.globalValue, set?.workspaceValue, set?.workspaceFolderValue].flatMap(list => list ?? []);
  });
}
