import type * as vscode from 'vscode';
import type { FindingDraft, FindingList, FindingLocation, Findings, SavedFinding } from '../core/findings/index.ts';

/** A place of findings as it is shown and chosen. */
export interface StorePlace {
  readonly id: string;
  readonly label: string;
  readonly kind: 'personal' | 'workspace' | 'team';
  readonly root: vscode.Uri;
  /** The workspace folder that it lies in, if it belongs to one. */
  readonly workspace?: vscode.Uri | undefined;
}

/** The findings as far as they have been read. */
export interface FindingsGlance {
  readonly list: FindingList;
  /** Ends when there is more to see; absent where the list is whole. */
  readonly more?: Promise<void> | undefined;
}

/** The findings of this person, this workspace and their teams, for the surfaces that show or save them. */
export interface FindingsStore extends vscode.Disposable {
  /** Loaded when first asked for. */
  findings(): Promise<Findings>;
  /** All of them, or with thousands the first, so that there is something to see. */
  glance(): Promise<FindingsGlance>;
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
