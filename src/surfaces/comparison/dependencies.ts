import type * as vscode from 'vscode';
import type { ManifestIndex } from '../manifest-index.ts';
import type { ColumnDependencies } from './columns.ts';

/** What comparisons are made of. */
export interface ComparisonDependencies extends ColumnDependencies {
  readonly extensionUri: vscode.Uri;
  readonly index: Pick<ManifestIndex, 'read' | 'manifests'>;
}
