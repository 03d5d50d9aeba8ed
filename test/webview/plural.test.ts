import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { pluralForm } from '../../src/webview/plural.ts';
import { root } from '../support/vscode/folders.ts';

const stars = '{0} star|{0} stars';
const saved = 'Saved {0} finding in {1}.|Saved {0} findings in {1}.';

async function translated(text: string, language: string): Promise<string> {
  const file = path.join(root, `media/l10n/bundle.l10n.${language}.json`);
  return z.record(z.string(), z.string()).parse(JSON.parse(await readFile(file, 'utf8')))[text] ?? '';
}

describe('counted texts', () => {
  const counts = [0, 1, 2, 5, 22, 1000];
  const expected: readonly (readonly [language: string, words: string])[] = [
    ['de', '0 Sterne, 1 Stern, 2 Sterne, 5 Sterne, 22 Sterne, 1.000 Sterne'],
    ['es', '0 estrellas, 1 estrella, 2 estrellas, 5 estrellas, 22 estrellas, 1000 estrellas'],
    // French counts nothing as one.
    ['fr', '0 étoile, 1 étoile, 2 étoiles, 5 étoiles, 22 étoiles, 1\u202f000 étoiles'],
    ['it', '0 stelle, 1 stella, 2 stelle, 5 stelle, 22 stelle, 1000 stelle'],
    ['pl', '0 gwiazdek, 1 gwiazdka, 2 gwiazdki, 5 gwiazdek, 22 gwiazdki, 1000 gwiazdek'],
    ['zh-cn', '0 个星标, 1 个星标, 2 个星标, 5 个星标, 22 个星标, 1,000 个星标'],
  ];
  for (const [language, words] of expected) {
    it(`take the form that ${language} has for each number`, async () => {
      const text = await translated(stars, language);

      assert.equal(counts.map(count => pluralForm(text, count, language)).join(', '), words);
    });
  }

  it('take the two forms of English', () => {
    const words = counts.map(count => pluralForm(stars, count, 'en'));

    assert.deepEqual(words, ['0 stars', '1 star', '2 stars', '5 stars', '22 stars', '1,000 stars']);
  });

  it('keep what a value brings, even what looks like another form or place', () => {
    assert.equal(pluralForm(saved, 1, 'en', ['a|b {0}']), 'Saved 1 finding in a|b {0}.');
    assert.equal(pluralForm(saved, 2, 'en', ['team']), 'Saved 2 findings in team.');
  });

  it('need not have forms', () => {
    assert.equal(pluralForm('{0} more', 3, 'pl'), '3 more');
  });
});
