import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from './support/vscode/folders.ts';

const core = path.join(root, 'src/core');

/** Folders below a folder, by name. */
async function foldersIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter(entry => entry.isDirectory()).map(({ name }) => name);
}

/** Who imports whom among the folders of the core, as `used --> user`, types included. */
async function importsInCore(): Promise<readonly string[]> {
  const folders = new Set(await foldersIn(core));
  const arrows = new Set<string>();
  for (const user of folders) {
    const files = (await readdir(path.join(core, user), { recursive: true })).filter(file => file.endsWith('.ts'));
    for (const file of files) {
      const place = path.join(core, user, file);
      for (const [, from = ''] of (await readFile(place, 'utf8')).matchAll(/(?:from|import\() ?'(\.[^']+)'/g)) {
        const [used = ''] = path.relative(core, path.resolve(path.dirname(place), from)).split(path.sep);
        if (folders.has(used) && used !== user) arrows.add(`${used} --> ${user}`);
      }
    }
  }
  return [...arrows].sort();
}

describe('the page on the architecture', () => {
  it('shows the folders of the core and the imports between them, and none besides', async () => {
    const text = await readFile(path.join(root, 'ARCHITECTURE.md'), 'utf8');
    const [, diagram = ''] = /subgraph core [^\n]*\n([\s\S]*?)\n {2}end/.exec(text) ?? [];
    const lines = diagram
      .split('\n')
      .map(line => line.trim())
      .filter(line => line !== '');

    const drawn = lines.filter(line => line.includes('-->')).sort();
    const named = new Set(lines.flatMap(line => line.split(' --> ')));
    assert.deepEqual(drawn, await importsInCore());
    assert.deepEqual([...named].sort(), [...(await foldersIn(core))].sort());
  });

  it('names every folder of the sources', async () => {
    const text = await readFile(path.join(root, 'ARCHITECTURE.md'), 'utf8');

    for (const folder of await foldersIn(path.join(root, 'src')))
      assert.match(text, new RegExp(`\\b${folder}\\b`), folder);
  });
});
