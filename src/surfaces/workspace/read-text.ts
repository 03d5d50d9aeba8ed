import * as vscode from 'vscode';

export type ReadText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'too-large'; readonly bytes: number }
  | { readonly kind: 'gone' }
  | { readonly kind: 'unreadable'; readonly message: string };

const decoder = new TextDecoder();

/** The text of a file: what stands in an open editor wins over what is on disk. */
export async function readText(uri: vscode.Uri, maxBytes: number): Promise<ReadText> {
  const document = openDocument(uri);
  if (document) return textOf(document, maxBytes);
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > maxBytes) return { kind: 'too-large', bytes: size };
    return { kind: 'text', text: decoder.decode(await vscode.workspace.fs.readFile(uri)) };
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return { kind: 'gone' };
    return { kind: 'unreadable', message: error instanceof Error ? error.message : String(error) };
  }
}

/** The text of a document as it is now; its size is taken as one byte for each UTF-16 unit. */
export function textOf(document: vscode.TextDocument, maxBytes: number): ReadText {
  const text = document.getText();
  return text.length > maxBytes ? { kind: 'too-large', bytes: text.length } : { kind: 'text', text };
}

function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const key = uri.toString();
  return vscode.workspace.textDocuments.find(document => !document.isClosed && document.uri.toString() === key);
}
