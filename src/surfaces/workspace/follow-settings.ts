import * as vscode from 'vscode';
import { settings } from '../contributions.ts';

/** What a change of settings asks of the index. */
export interface SettingsChanges {
  /** Preferences are to be read again. */
  forget(): void;
  /** Everything is to be read again. */
  reconfigured(): void;
  /** What is suggested is to be chosen again. */
  assessAgain(): void;
  /** Other files count. */
  relist(): void;
  /** Other files are to be watched. */
  watchAgain(): void;
}

export function followSettings(changes: SettingsChanges): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration(event => {
    const changed = (...keys: readonly string[]) =>
      keys.some(key => event.affectsConfiguration(`${settings.section}.${key}`));
    const hidden = event.affectsConfiguration('files.exclude') || event.affectsConfiguration('search.exclude');
    const excluded = hidden || changed(settings.exclude);
    const listed = changed(settings.respectGitignore, settings.manifestPatterns);
    if (excluded || listed) changes.forget();
    if (changed(settings.maxManifestSize)) changes.reconfigured();
    else if (changed(settings.disabledEcosystems, settings.ignoredPackages)) changes.assessAgain();
    if (listed) changes.watchAgain();
    if (excluded || listed) changes.relist();
  });
}
