import assert from 'node:assert/strict';
import {
  allModels,
  chineseEnglish,
  modelChain,
  traditionalChineseEnglish,
} from '../../../../src/core/translation/index.ts';

describe('the models from one language to another', () => {
  const ways = [
    ['zh', 'en', ['zh-en-2.0']],
    ['zh-Hans', 'en', ['zh-en-2.0']],
    ['zh-CN', 'de', ['zh-en-2.0', 'en-de-1.0']],
    ['zh-Hant', 'en', ['zh-hant-en-2.0']],
    ['zh-TW', 'en', ['zh-hant-en-2.0']],
    ['zh-Hant', 'pl', ['zh-hant-en-2.0', 'en-pl-1.0']],
    ['zh', 'nl', undefined],
    ['ja', 'en', undefined],
    ['de', 'fr', undefined],
  ] as const;
  for (const [from, to, ids] of ways) {
    it(`from ${from} to ${to} are ${ids?.join(' and ') ?? 'none'}`, () => {
      const chain = modelChain(from, to);

      assert.deepEqual(
        chain?.flatMap(model => model?.id ?? []),
        ids,
      );
    });
  }

  it('have a file for every role, each pinned, and none twice', () => {
    const hashes = allModels.flatMap(({ files }) => files.map(({ sha256 }) => sha256));
    assert.equal(new Set(hashes).size, hashes.length);
    for (const { files } of allModels) {
      assert.ok(
        files.every(({ sha256, bytes, sources }) => /^[\da-f]{64}$/.test(sha256) && bytes > 0 && sources.length),
      );
      assert.ok(files.every(({ sources }) => sources.every(source => source.startsWith('https://'))));
    }
    const roles = (model: typeof chineseEnglish) => model.files.map(({ role }) => role).toSorted();
    assert.deepEqual(roles(chineseEnglish), ['lexicon', 'model', 'vocabulary']);
    assert.deepEqual(roles(traditionalChineseEnglish), ['lexicon', 'model', 'targetVocabulary', 'vocabulary']);
  });
});
