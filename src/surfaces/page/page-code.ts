import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** The page's own script and style, which stand in its document. */
export interface PageCode {
  readonly script: InlineText;
  readonly style: InlineText;
}

export interface InlineText {
  readonly text: string;
  /** Names this text and no other in a content policy: `sha256-...`. */
  readonly hash: string;
}

/** Reads what the build made. @param extensionFolder absolute path */
export async function readPageCode(extensionFolder: string): Promise<PageCode> {
  const [script, style] = await Promise.all([
    readFile(path.join(extensionFolder, 'dist/webview/page.js'), 'utf8'),
    readFile(path.join(extensionFolder, 'media/page.css'), 'utf8'),
  ]);
  return { script: inlineText(script), style: inlineText(style) };
}

/** @param text holds nothing that would end its element */
export function inlineText(text: string): InlineText {
  return { text, hash: `sha256-${createHash('sha256').update(text).digest('base64')}` };
}
