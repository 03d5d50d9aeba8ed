import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { packExtension, stage } from '../support/packaging/pack.ts';
import { root } from '../support/vscode/folders.ts';
import { createLifetime } from '../support/vscode/lifetime.ts';
import type { Figure } from './figure.ts';

/** How much is loaded, and how much is downloaded. */
export async function bundleSizes(): Promise<readonly Figure[]> {
  const dist = path.join(root, 'dist');
  const files = await readdir(dist);
  const chunks = files.filter(file => /^chunk-.*\.cjs$/.test(file));
  const lifetime = createLifetime();
  const staged = lifetime.folder();
  const vsix = path.join(lifetime.folder(), 'gitee-scout.vsix');
  await stage(staged);
  await packExtension(staged, vsix);
  const figures: readonly Figure[] = [
    { what: 'dist/extension.cjs, loaded at the start', value: await kilobytes(dist, ['extension.cjs']), unit: 'KB' },
    { what: 'chunks loaded when first needed, all of them', value: await kilobytes(dist, chunks), unit: 'KB' },
    { what: 'dist/cli.js', value: await kilobytes(dist, ['cli.js']), unit: 'KB' },
    { what: 'script of the page', value: await kilobytes(dist, ['webview/page.js']), unit: 'KB' },
    { what: 'script of the page, compressed', value: await compressed(path.join(dist, 'webview/page.js')), unit: 'KB' },
    { what: 'the .vsix', value: (await stat(vsix)).size / 1024, unit: 'KB' },
  ];
  lifetime.end();
  return figures;
}

async function kilobytes(folder: string, files: readonly string[]): Promise<number> {
  const sizes = await Promise.all(files.map(async file => (await stat(path.join(folder, file))).size));
  return sizes.reduce((sum, size) => sum + size, 0) / 1024;
}

async function compressed(file: string): Promise<number> {
  return gzipSync(await readFile(file)).length / 1024;
}
