/** A company's own additions, corrections and denials: files in `.gitee-scout/catalog/` of a workspace, or in a named folder. */
import type { Document } from 'yaml';
import type { TextRange } from '../model.ts';
import type { Overlay } from './overlay.ts';
import { overlayFile } from './schema.ts';

const longestFile = 1024 * 1024;

/** A file's text with the path under which problems are told. */
export interface OverlayFile {
  readonly path: string;
  readonly text: string;
}

/** Something in an overlay that was left out, and where. */
export interface OverlayProblem {
  readonly path: string;
  readonly message: string;
  readonly range: TextRange;
}

type Yaml = typeof import('./yaml-parser.ts');

/** Reads overlay files. A file with an error is left out whole, and its errors are told with their places. */
export async function readOverlay(files: readonly OverlayFile[]): Promise<{
  readonly overlay: Overlay;
  readonly problems: readonly OverlayProblem[];
}> {
  if (files.length === 0) return { overlay: [], problems: [] };
  // Few workspaces have an overlay: the others do not wait for the parser.
  const yaml = await import('./yaml-parser.ts');
  const overlay: Overlay[number][] = [];
  const problems: OverlayProblem[] = [];
  for (const { path, text } of files) {
    if (text.length > longestFile) {
      problems.push({ path, message: 'This file is longer than 1 MB and was not read.', range: [0, 0] });
      continue;
    }
    const document = yaml.parseDocument(text, { uniqueKeys: true });
    for (const { message, pos } of document.errors) problems.push({ path, message, range: [pos[0], pos[1]] });
    if (document.errors.length > 0 || document.contents === null) continue;
    const result = overlayFile.safeParse(plainValue(document));
    if (result.success) overlay.push(result.data);
    else {
      for (const issue of result.error.issues) {
        const place = issue.path.map(String).join('.');
        const message = place === '' ? issue.message : `${place}: ${issue.message}`;
        problems.push({ path, message, range: rangeOf(yaml, document, issue.path, text) });
      }
    }
  }
  return { overlay, problems };
}

function plainValue(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 20 });
  } catch {
    // More aliases than any honest file has.
    return undefined;
  }
}

/** The place of the value at a path, or of the nearest one around it that exists. */
function rangeOf({ isMap, isNode }: Yaml, document: Document, path: readonly PropertyKey[], text: string): TextRange {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (!isNode(node) || !node.range) continue;
    // A whole mapping is too much to mark: its first line says which it is.
    const end = isMap(node) ? firstLineEnd(text, node.range[0]) : node.range[1];
    return [node.range[0], Math.min(end, node.range[1])];
  }
  return [0, firstLineEnd(text, 0)];
}

function firstLineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
