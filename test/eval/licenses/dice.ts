/**
 * A matcher in the manner of licensee, to compare with: the word set of a text against that of each SPDX text, by the
 * Sørensen-Dice coefficient; at least 0.98 names the license, less is no assertion.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { z } from 'zod';
import { canonicalId } from '../../../src/core/licenses/identifiers.ts';

const threshold = 0.98;

/** Opens the matcher over all present SPDX ids. */
export async function openDice(): Promise<(text: string) => string> {
  const file = createRequire(import.meta.url).resolve('spdx-license-list/spdx-full.json');
  const all = z
    .record(z.string(), z.object({ licenseText: z.string() }))
    .parse(JSON.parse(await readFile(file, 'utf8')));
  const known = Object.entries(all)
    .filter(([id]) => canonicalId(id) === id && !id.endsWith('-or-later'))
    .map(([id, { licenseText }]) => ({ id, words: wordSet(licenseText) }));
  return text => {
    const words = wordSet(text);
    let best = { id: 'NOASSERTION', score: threshold };
    for (const { id, words: other } of known) {
      let shared = 0;
      for (const word of other) if (words.has(word)) shared += 1;
      const score = (2 * shared) / (words.size + other.size);
      if (score > best.score) best = { id, score };
    }
    return best.id;
  };
}

function wordSet(text: string): ReadonlySet<string> {
  const clean = text
    .split('\n')
    .filter(line => !/^[\s*#/]*(copyright|\(c\)|©|all rights reserved)/i.test(line))
    .join('\n')
    .toLowerCase();
  return new Set(clean.match(/\p{Script=Han}|[\p{L}\p{N}']+/gu) ?? []);
}
