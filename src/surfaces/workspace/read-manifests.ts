import * as vscode from 'vscode';
import type { Inclusion } from '../../core/model.ts';
import { pathInWorkspace } from '../workspace-path.ts';
import { isForeign } from './exclusion.ts';
import type { FoundManifest } from './find-manifests.ts';
import { pathWithin } from './gitignore.ts';
import type { CompactReading, Knowledge } from './knowledge.ts';
import type { Failed, Source } from './reading/messages.ts';

/** Reads manifests, in their order: what stands in an open editor wins over what is on disk. */
export async function readManifests(
  found: readonly FoundManifest[],
  knowledge: Pick<Knowledge, 'read'>,
  maxBytesOf: (uri: vscode.Uri) => number,
): Promise<readonly CompactReading[]> {
  const open = openDocuments();
  const prepared = await Promise.all(
    found.map(manifest => prepare(manifest, open.get(manifest.uri.toString()), maxBytesOf(manifest.uri))),
  );
  const readings = (await knowledge.read(prepared.filter(isSource))).values();
  return prepared.map(each => (isSource(each) ? (readings.next().value ?? { kind: 'gone' }) : each));
}

/** Reads a document as it is now; its size is taken as one byte for each UTF-16 unit. */
export async function readDocument(
  document: vscode.TextDocument,
  format: string | undefined,
  knowledge: Pick<Knowledge, 'read'>,
  maxBytes: number,
): Promise<CompactReading> {
  const source = sourceOf(document, format, maxBytes);
  if (!isSource(source)) return source;
  const [reading] = await knowledge.read([source]);
  return reading ?? { kind: 'gone' };
}

async function prepare(
  { uri, format }: FoundManifest,
  document: vscode.TextDocument | undefined,
  maxBytes: number,
): Promise<Source | Failed> {
  if (document) return sourceOf(document, format, maxBytes);
  const path = pathOf(uri);
  if (uri.scheme === 'file') return { path, format, file: uri.fsPath, maxBytes };
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > maxBytes) return { kind: 'too-large', bytes: size };
    return { path, format, bytes: await vscode.workspace.fs.readFile(uri) };
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return { kind: 'gone' };
    return { kind: 'unreadable', message: error instanceof Error ? error.message : String(error) };
  }
}

function sourceOf(document: vscode.TextDocument, format: string | undefined, maxBytes: number): Source | Failed {
  const text = document.getText();
  if (text.length > maxBytes) return { kind: 'too-large', bytes: text.length };
  return { path: pathOf(document.uri), format, text };
}

function isSource(each: Source | Failed): each is Source {
  return 'path' in each;
}

/** The path by which manifests of the workspace refer to each other. */
export function pathOf(uri: vscode.Uri): string {
  return pathInWorkspace(uri, true);
}

/** Files of the workspace that the manifest at `uri` takes in. */
export function includedFiles(uri: vscode.Uri, inclusions: readonly Inclusion[] = []): readonly FoundManifest[] {
  return inclusions.flatMap(({ path, format }) => {
    const file = vscode.Uri.joinPath(uri, '..', path);
    const folder = vscode.workspace.getWorkspaceFolder(file);
    return folder && !isForeign(pathWithin(folder.uri, file)) ? [{ uri: file, format }] : [];
  });
}

/** By their addresses. Asked for once for many files: the editor makes the list anew each time. */
function openDocuments(): ReadonlyMap<string, vscode.TextDocument> {
  const open = vscode.workspace.textDocuments.filter(document => !document.isClosed);
  return new Map(open.map(document => [document.uri.toString(), document]));
}
