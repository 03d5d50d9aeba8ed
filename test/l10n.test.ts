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
  return [...text.matchAll(/\{\d+\}|\$\([\w-~]+\)|\]\([^)]*\)|`[^`]*`|#[\w.]+#/g)].map(([found]) => found).sort();
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
          pairs.filter(([text, translated]) => String(fixed(text)) !== String(fixed(translated))),
          [],
        );
      });
    });
  }
});
