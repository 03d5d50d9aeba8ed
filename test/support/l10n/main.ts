/**
 * `npm run l10n`: brings the files of translated texts in line with the code. What is new stands there with an empty
 * translation, which `npm test` reports; what is no longer used is dropped; keys are sorted.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { root } from '../vscode/folders.ts';
import { languages, textsOfCode } from './strings.ts';

const Bundle = z.record(z.string(), z.string());
const { texts } = await textsOfCode();
const manifestKeys = Object.keys(await read('package.nls.json'));

await mkdir(path.join(root, 'media/l10n'), { recursive: true });
for (const language of languages) {
  await align(
    `media/l10n/bundle.l10n.${language}.json`,
    texts.map(({ key }) => key),
  );
  await align(`package.nls.${language}.json`, manifestKeys);
}

async function align(file: string, keys: readonly string[]): Promise<void> {
  const known = await read(file);
  const next = Object.fromEntries(keys.map(key => [key, known[key] ?? '']));
  await writeFile(path.join(root, file), `${JSON.stringify(next, null, 2)}\n`);
  const open = Object.values(next).filter(text => text === '').length;
  console.log(`${file}: ${keys.length} texts, ${open} without translation`);
}

async function read(file: string): Promise<Record<string, string>> {
  const text = await readFile(path.join(root, file), 'utf8').catch(() => '{}');
  return Bundle.parse(JSON.parse(text));
}
