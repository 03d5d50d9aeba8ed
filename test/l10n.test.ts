import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { languages, textsOfCode } from './support/l10n/strings.ts';
import { root } from './support/vscode/folders.ts';

const Bundle = z.record(z.string(), z.string());

async function bundle(file: string): Promise<Record<string, string>> {
  return Bundle.parse(JSON.parse(await readFile(path.join(root, file), 'utf8')));
}

/** What must stand in a translation as it stands in the text: places for values, icons, links, addresses of commands. */
function fixed(text: string): readonly string[] {
  const found = text.matchAll(/\{\d+\}|\$\([\w-~]+\)|\]\([^)]*\)|`[^`]*`|#[\w.]+#/g);
  return [...new Set([...found].map(([each]) => each))].sort();
}

/** The plural forms of a counted text, which stand between bars; one for any other. */
function formsOf(text: string): readonly string[] {
  return /\{0\}.*\|.*\{0\}/.test(text) ? text.split('|') : [text];
}

/** How many plural forms whole numbers take: one for each category that Intl knows of them. */
function formCount(language: string): number {
  const rules = new Intl.PluralRules(language);
  return new Set(Array.from({ length: 200 }, (_, count) => rules.select(count))).size;
}

describe('the texts of the interface', () => {
  it('stand literally in the code, so that they can be translated', async () => {
    assert.deepEqual((await textsOfCode()).unclear, []);
  });

  for (const language of languages) {
    describe(language, () => {
      it('has every text of the code and none besides', async () => {
        const { texts } = await textsOfCode();
        const translated = await bundle(`media/l10n/bundle.l10n.${language}.json`);

        assert.deepEqual(
          texts.filter(({ key }) => !translated[key]).map(({ key, place }) => `${place}: ${key}`),
          [],
          'npm run l10n adds them; then translate',
        );
        const used = new Set(texts.map(({ key }) => key));
        assert.deepEqual(
          Object.keys(translated).filter(key => !used.has(key)),
          [],
        );
      });

      it('has every text of the manifest and none besides', async () => {
        const [english, translated] = await Promise.all(
          ['package.nls.json', `package.nls.${language}.json`].map(bundle),
        );

        assert.deepEqual(Object.keys(translated ?? {}).sort(), Object.keys(english ?? {}).sort());
        assert.deepEqual(
          Object.entries(translated ?? {}).filter(([, text]) => text === ''),
          [],
        );
      });

      it('keeps the places for values, icons, links and code', async () => {
        const { texts } = await textsOfCode();
        const [code, english, manifest] = await Promise.all(
          [`media/l10n/bundle.l10n.${language}.json`, 'package.nls.json', `package.nls.${language}.json`].map(bundle),
        );
        const pairs = [
          ...texts.map(({ key }) => [key, code?.[key] ?? ''] as const),
          ...Object.entries(english ?? {}).map(([key, text]) => [text, manifest?.[key] ?? ''] as const),
        ];

        assert.deepEqual(
          pairs.filter(([text, translated]) =>
            formsOf(translated).some(form => String(fixed(form)) !== String(fixed(formsOf(text)[0] ?? ''))),
          ),
          [],
        );
      });

      it('has as many forms of each counted text as the language has', async () => {
        const translated = Object.entries(await bundle(`media/l10n/bundle.l10n.${language}.json`));
        const counted = translated.filter(([text]) => formsOf(text).length > 1);

        assert.ok(counted.length > 10);
        assert.deepEqual(
          counted.filter(([, words]) => words.split('|').length !== formCount(language)),
          [],
        );
      });
    });
  }
});
