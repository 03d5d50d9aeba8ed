import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../vscode/folders.ts';
import type { Workbench } from './workbench.ts';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds in the webview that is shown: rule and first element. Its document is looked at in a tab of its own, with
 * the classes and colors that VS Code gave it: the webview itself forbids scripts.
 *
 * @param styles files below `media` that the webview loads
 */
export async function violationsIn(workbench: Workbench, styles: readonly string[]): Promise<readonly string[]> {
  const html: unknown = await workbench.webview().locator('html').evaluate('document.documentElement.outerHTML');
  const css = await Promise.all(styles.map(name => readFile(path.join(root, 'media', name), 'utf8')));
  const page = await workbench.page.context().newPage();
  try {
    const inert = String(html)
      .replaceAll(/<meta http-equiv="Content-Security-Policy"[^>]*>/g, '')
      .replaceAll(/<script[\s\S]*?<\/script>/g, '')
      .replaceAll(/<link[^>]*>/g, '')
      .replace('</head>', `<style>${css.join('\n')}</style></head>`);
    await page.setContent(`<!DOCTYPE html>${inert}`);
    await page.evaluate(axe);
    const found: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[] =
      await page.evaluate(async () => (await Reflect.get(globalThis, 'axe').run()).violations);
    return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  } finally {
    await page.close();
  }
}
