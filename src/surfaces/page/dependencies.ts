import type * as vscode from 'vscode';
import type { Scout } from '../../core/index.ts';
import type { Log } from '../../core/ports.ts';
import type { FindingsStore } from '../findings-store.ts';
import type { LicenseJudge } from '../license-judge.ts';
import type { ManifestIndex } from '../manifest-index.ts';
import type { NetworkState } from '../network-state.ts';
import type { Translations } from '../translations.ts';

/** What the project pages are made of. */
export interface PageDependencies {
  readonly context: Pick<
    vscode.ExtensionContext,
    'extensionUri' | 'globalState' | 'globalStorageUri' | 'workspaceState' | 'secrets'
  >;
  readonly scout: Scout;
  readonly index: ManifestIndex;
  readonly store: FindingsStore;
  readonly network: NetworkState;
  readonly licenses: LicenseJudge;
  readonly translations: () => Promise<Translations>;
  readonly log: Log;
}
