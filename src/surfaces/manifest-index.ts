import type * as vscode from 'vscode';
import type { Dependency, Manifest, ManifestProblem, PackagePublisher, Suggestion } from '../core/model.ts';

/** A dependency with what the catalog has for it: nothing for ignored packages and in switched-off ecosystems. */
export interface IndexedDependency extends Dependency {
  /** The package is itself of Chinese origin. */
  readonly chinese: boolean;
  /** Who publishes it, where the catalog knows no more of it. */
  readonly publisher?: PackagePublisher | undefined;
  readonly suggestions: readonly Suggestion[];
}

/** A manifest of the workspace as it was last read, or as it stands in an editor. */
export interface IndexedManifest {
  readonly uri: vscode.Uri;
  /** For people: relative to its folder, with the folder's name in front in a multi-root workspace. */
  readonly label: string;
  readonly type: Manifest['type'];
  readonly ecosystem: Manifest['ecosystem'];
  /** All of them. Made when asked for: whoever goes through all manifests asks for no more than it needs. */
  readonly dependencies: readonly IndexedDependency[];
  /** How many. */
  readonly count: number;
  /** Whether it names a package. */
  has(purl: string): boolean;
  /** Those that the catalog knows, at hand: with suggestions or of Chinese origin. */
  readonly recognized: readonly IndexedDependency[];
  readonly problems: readonly ManifestProblem[];
}

/** A manifest that was found and not read, with the sentence why. */
export interface SkippedManifest {
  readonly uri: vscode.Uri;
  readonly label: string;
  readonly message: string;
}

export type IndexState =
  /** Nobody asked yet. */
  | { readonly kind: 'idle' }
  | { readonly kind: 'scanning'; readonly done: number; readonly total: number }
  | { readonly kind: 'ready' }
  /** Stopped by the user: what was read so far is shown. */
  | { readonly kind: 'canceled' }
  | { readonly kind: 'failed'; readonly message: string };

/** The manifests of all workspace folders and of open editors. */
export interface ManifestIndex {
  readonly state: IndexState;
  /** By `uri.toString()`, in no certain order; empty until `scan`. Always as of now: it changes while somebody waits. */
  readonly manifests: ReadonlyMap<string, IndexedManifest>;
  readonly skipped: readonly SkippedManifest[];
  /**
   * State or manifests changed; many changes at once make one event, ever fewer the more manifests there are. With the keys
   * of the manifests that came, went or say something else; `undefined` for any of them.
   */
  readonly onDidChange: vscode.Event<ReadonlySet<string> | undefined>;
  /** While scanning, the numbers in `state` went up; the manifests may be as they were at the last change. */
  readonly onDidProgress: vscode.Event<void>;
  /** Reads the whole workspace once; later calls wait for the same scan. Never rejects: see `state`. */
  scan(): Promise<void>;
  /** Reads everything again. */
  refresh(): Promise<void>;
  cancel(): void;
  /** The document's text as it is now; `undefined` when it is no manifest or larger than the limit. Needs no scan. */
  read(document: vscode.TextDocument): Promise<IndexedManifest | undefined>;
}
