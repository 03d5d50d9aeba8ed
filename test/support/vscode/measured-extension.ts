import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from './folders.ts';

/** Makes a copy of the extension in `folder` whose entry is `code`, a CommonJS module beside the real `./extension.cjs`. */
export async function measuredExtension(folder: string, code: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const part of ['dist', 'media', 'package.nls.json']) {
    await cp(path.join(root, part), path.join(folder, part), { recursive: true });
  }
  const manifest: unknown = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  const changed = { ...Object(manifest), main: './dist/measured.cjs' };
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(changed));
  await writeFile(path.join(folder, 'dist/measured.cjs'), code);
}
