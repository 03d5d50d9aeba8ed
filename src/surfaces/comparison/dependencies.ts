import type * as vscode from 'vscode';
import type { ManifestIndex } from '../manifest-index.ts';
import type { ColumnDependencies } from './columns.ts';

/** What comparisons are made of. */
export interface ComparisonDependencies extends ColumnDependencies {
  /** Its store keeps what is shown over a reload of the window. */
  readonly context: Pick<vscode.ExtensionContext, 'extensionUri' | 'workspaceState'>;
  readonly index: Pick<ManifestIndex, 'read' | 'manifests'>;
}
