import type * as vscode from 'vscode';
import type { FindingDraft, FindingLocation, Findings, SavedFinding } from '../core/findings/index.ts';

/** A place of findings as it is shown and chosen. */
export interface StorePlace {
  readonly id: string;
  readonly label: string;
  readonly kind: 'personal' | 'workspace' | 'team';
  readonly root: vscode.Uri;
}

/** The findings of this person, this workspace and their teams, for the surfaces that show or save them. */
export interface FindingsStore extends vscode.Disposable {
  /** Loaded when first asked for. */
  findings(): Promise<Findings>;
  /** Findings were changed: here, in another window, or by a pull. */
  readonly onDidChange: vscode.Event<void>;
  /** Ids of what is saved, as far as it has been read; asks for it to be read. */
  savedIds(): ReadonlySet<string>;
  /** Saves at the place that the setting says, or changes what is saved. */
  save(draft: FindingDraft): Promise<SavedFinding>;
  places(): readonly StorePlace[];
  /** Where new findings go, by the setting. */
  placeForNew(): StorePlace;
  uriOf(location: FindingLocation): vscode.Uri | undefined;
  /** The place that a file lies in, if it is the file of a finding. */
  placeOf(uri: vscode.Uri): StorePlace | undefined;
}
