import type * as vscode from 'vscode';
import type { FindingDraft, FindingLocation, Findings, SavedFinding } from '../core/findings/index.ts';

/** The findings of this person and this workspace, for the surfaces that show or save them. */
export interface FindingsStore extends vscode.Disposable {
  /** Loaded when first asked for. */
  findings(): Promise<Findings>;
  /** Findings were changed: here, in another window, or by a pull. */
  readonly onDidChange: vscode.Event<void>;
  /** Ids of what is saved, as far as it has been read; asks for it to be read. */
  savedIds(): ReadonlySet<string>;
  /** Saves at the place that the setting says, or changes what is saved. */
  save(draft: FindingDraft): Promise<SavedFinding>;
  uriOf(location: FindingLocation): vscode.Uri | undefined;
}
