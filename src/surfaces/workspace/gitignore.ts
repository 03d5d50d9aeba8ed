import type { Ignore } from 'ignore';
import * as vscode from 'vscode';

/** Larger files are no lists of patterns; bytes. */
const largestFile = 1024 * 1024;

/**
 * Whether Git leaves a file out, by the `.gitignore` files of a folder: those further down win, and nothing comes back in
 * below a folder that is out. https://git-scm.com/docs/gitignore
 *
 * @param files the `.gitignore` files at and below the folder
 */
export async function createGitignore(
  folder: vscode.Uri,
  files: readonly vscode.Uri[],
): Promise<(uri: vscode.Uri) => boolean> {
  const { default: ignore } = await import('ignore');
  const rules = new Map<string, Ignore>();
  for (const file of files) {
    const text = await readRules(file);
    if (text !== undefined) rules.set(folderOf(pathWithin(folder, file)), ignore().add(text));
  }
  const known = new Map<string, boolean>([['', false]]);
  const isOut = (path: string, mark: '' | '/'): boolean => {
    const before = known.get(path + mark);
    if (before !== undefined) return before;
    const parent = folderOf(path);
    const out = (parent !== '' && isOut(parent, '/')) || isNamed(rules, path, mark);
    known.set(path + mark, out);
    return out;
  };
  return uri => isOut(pathWithin(folder, uri), '');
}

/** What the rules of the folders above say of a path, the nearest last. */
function isNamed(rules: ReadonlyMap<string, Ignore>, path: string, mark: '' | '/'): boolean {
  const parts = path.split('/');
  let named = false;
  for (let depth = 0; depth < parts.length; depth += 1) {
    const answer = rules.get(parts.slice(0, depth).join('/'))?.test(parts.slice(depth).join('/') + mark);
    if (answer?.ignored) named = true;
    else if (answer?.unignored) named = false;
  }
  return named;
}

async function readRules(file: vscode.Uri): Promise<string | undefined> {
  try {
    const { size } = await vscode.workspace.fs.stat(file);
    if (size > largestFile) return undefined;
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  } catch {
    return undefined; // It was removed meanwhile: then it says nothing.
  }
}

/** The path of a file below a folder, without a slash at its start. */
export function pathWithin(folder: vscode.Uri, uri: vscode.Uri): string {
  const base = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  return uri.path.startsWith(base) ? uri.path.slice(base.length) : uri.path;
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
