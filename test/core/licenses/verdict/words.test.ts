import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { checkLicense, weighLicense } from '../../../../src/core/licenses/index.ts';
import type { Sentence } from '../../../../src/core/model.ts';
import { languages } from '../../../support/l10n/strings.ts';
import { root } from '../../../support/vscode/folders.ts';

const licenses = [
  'MIT',
  'Apache-2.0',
  'MulanPSL-2.0',
  'LicenseRef-MulanPubL-2.0',
  'MPL-2.0',
  'LGPL-2.1-only',
  'GPL-2.0-only',
  'GPL-3.0-or-later',
  'AGPL-3.0-only',
  'EUPL-1.2',
  'BUSL-1.1',
  'CC-BY-NC-4.0',
  'MIT OR GPL-2.0-only',
  'Apache-2.0 AND LicenseRef-additional-terms',
  'NOASSERTION',
  'nonsense',
] as const;
const questions = licenses.flatMap(inbound =>
  (['proprietary', 'MIT', 'GPL-2.0-only', 'AGPL-3.0-or-later', 'EUPL-1.2'] as const).flatMap(outbound =>
    (['linked', 'copied', 'separate'] as const).flatMap(use =>
      (['network', 'shipped'] as const).flatMap(distribution =>
        (['high', 'low'] as const).map(confidence => ({
          ...{ inbound, outbound, use, distribution, confidence },
          modified: true,
        })),
      ),
    ),
  ),
);

type Words = (words: string) => string;

/** A sentence as a surface puts it into the words of a language. */
function inWords({ words, values }: Sentence, translate: Words): string {
  return translate(words).replace(/\{(\d+)\}/g, (place, at: string) => {
    const value = values[Number(at)];
    return value === undefined ? place : typeof value === 'string' ? value : inWords(value, translate);
  });
}

describe('the words of a verdict', () => {
  it('are English sentences with every place filled', () => {
    for (const question of questions) {
      const { reason, duties, sources } = checkLicense(question);
      for (const text of [reason, ...duties, ...sources]) assert.doesNotMatch(text, /\{\d|undefined/, text);
      assert.match(reason, /[.!]$/);
    }
  });

  for (const language of languages) {
    it(`are all there in ${language}, with every place filled`, async () => {
      const file = path.join(root, `media/l10n/bundle.l10n.${language}.json`);
      const texts = z.record(z.string(), z.string()).parse(JSON.parse(await readFile(file, 'utf8')));
      const missing = new Set<string>();
      // What only puts sentences one after the other has no words of its own.
      const translate: Words = words => {
        if (texts[words] === undefined && /[a-z]/.test(words)) missing.add(words);
        return texts[words] ?? words;
      };

      for (const question of questions) {
        const { reason, duties, sources } = weighLicense(question);
        for (const sentence of [reason, ...duties, ...sources]) {
          assert.doesNotMatch(inWords(sentence, translate), /\{\d/);
        }
      }

      assert.deepEqual([...missing], []);
    });
  }

  it('read in German as a lawyer would write them', async () => {
    const file = path.join(root, 'media/l10n/bundle.l10n.de.json');
    const texts = z.record(z.string(), z.string()).parse(JSON.parse(await readFile(file, 'utf8')));
    const question = { use: 'linked', distribution: 'shipped', modified: false, confidence: 'high' } as const;
    const german = (inbound: string, outbound: string) => {
      const { reason, duties } = weighLicense({ ...question, inbound, outbound });
      return [reason, ...duties].map(sentence => inWords(sentence, words => texts[words] ?? words));
    };

    assert.deepEqual(german('MIT', 'proprietary'), [
      'MIT erlaubt proprietäre Werke, die ihre Vermerke beibehalten.',
      'Behalten Sie in jeder Kopie die Urheberrechtsvermerke und den Text von MIT bei.',
    ]);
    assert.deepEqual(german('GPL-3.0-only', 'proprietary'), [
      'GPL-3.0-only verlangt, dass das ganze Werk, wenn es weitergegeben wird, auch unter GPL-3.0-only steht.',
    ]);
    assert.equal(
      german('Apache-2.0', 'GPL-2.0-only')[0],
      'Apache-2.0 in GPL-2.0-only: die Patentklauseln der Apache-2.0 sind eine weitere Einschränkung, die Version 2 der GNU-Lizenzen verbietet.',
    );
  });
});
