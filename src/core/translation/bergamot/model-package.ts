/** A file of a model, pinned: what has another hash is not used, wherever it comes from. */
export interface ModelFile {
  /** `vocabulary` is that of both languages, or of the source where there is a `targetVocabulary`. */
  readonly role: 'model' | 'lexicon' | 'vocabulary' | 'targetVocabulary';
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  /** The same file as gzip, which mirrors may offer as `NAME.gz`. */
  readonly gzip?: { readonly bytes: number; readonly sha256: string } | undefined;
  /** Where it can be had when no mirror is set, tried in this order; `.gz` addresses give the gzip form. */
  readonly sources: readonly string[];
}

export interface ModelPackage {
  /** Folder name and part of the engine's version. */
  readonly id: string;
  readonly label: string;
  /** `zh` is Chinese in the simplified script, `zh-Hant` in the traditional one. */
  readonly from: string;
  readonly to: string;
  readonly license: { readonly spdx: string; readonly url: string };
  readonly files: readonly ModelFile[];
}

/** The license of Mozilla's models. */
export const mozilla = { spdx: 'MPL-2.0', url: 'https://www.mozilla.org/MPL/2.0/' } as const;

const bucket =
  'https://storage.googleapis.com/moz-fx-translations-data--303e-prod-translations-data/models/zh-en/cjk_icu_base_LQeOIbF7Sbq3XA8lsRPotw/exported/';
const attachments = 'https://firefox-settings-attachments.cdn.mozilla.net/main-workspace/translations-models/';

/**
 * Mozilla's Chinese-English model 2.0 (architecture `base`). Names, sizes and hashes: the `translations-models` records that
 * Firefox ESR 153 ships (sha256 of the file), and the Git LFS pointers of mozilla/firefox-translations-models at e7957fc
 * (sha256 of the gzip form).
 */
export const chineseEnglish: ModelPackage = {
  id: 'zh-en-2.0',
  label: 'Chinese → English, by Mozilla',
  from: 'zh',
  to: 'en',
  license: mozilla,
  files: [
    {
      role: 'model',
      name: 'model.zhen.intgemm.alphas.bin',
      bytes: 59_504_955,
      sha256: '3535442962ec8f4a553cc19b206befcac689ee9cddaea44fa91e21527fc30ac2',
      gzip: { bytes: 44_369_188, sha256: '820f50dc36b1e25c97208fff0470bae7fda62bd6f371c4c4bf94947a9de58497' },
      sources: [`${bucket}model.zhen.intgemm.alphas.bin.gz`, `${attachments}052699bf-6f88-4c74-bb14-e49a943b4f59.bin`],
    },
    {
      role: 'lexicon',
      name: 'lex.50.50.zhen.s2t.bin',
      bytes: 9_220_016,
      sha256: 'cdcad3592dc2bc4676c34c4d37203f7649ee989195cf083cbb60f1ea011f976b',
      gzip: { bytes: 4_824_122, sha256: 'b1bef5f75f5068877afdb2db0eeb670129165976bfa2af4889928f59c264b7b9' },
      sources: [`${bucket}lex.50.50.zhen.s2t.bin.gz`, `${attachments}645c720c-6920-470d-9bb7-3f9a6b0a9cae.bin`],
    },
    {
      role: 'vocabulary',
      name: 'vocab.zhen.spm',
      bytes: 1_359_697,
      sha256: 'dff594318ab7d8b7b60b844ab98ebe6b932ae8045fab15235404c787715965b3',
      gzip: { bytes: 738_862, sha256: 'fd0cc08ddcbe480e3be06e6a86cb8aaf75f946263a5d9fc7d2773a197990cfb2' },
      sources: [`${bucket}vocab.zhen.spm.gz`, `${attachments}88a4925d-ff4a-4c76-8813-95e2ac600b14.spm`],
    },
  ],
};

/**
 * Mozilla's model 2.0 for Chinese in the traditional script: half the vocabulary, one for each language. Names, sizes,
 * hashes and places are of the same records.
 */
export const traditionalChineseEnglish: ModelPackage = {
  id: 'zh-hant-en-2.0',
  label: 'Traditional Chinese → English, by Mozilla',
  from: 'zh-Hant',
  to: 'en',
  license: mozilla,
  files: [
    {
      role: 'model',
      name: 'model.zhen.intgemm.alphas.bin',
      bytes: 43_849_787,
      sha256: '0aee91790894458f5d367551f6edcd4c9cb97852c34f221bcbf9f4701ebcf0cd',
      sources: [
        `${attachments}20260522194230--6ca6db97-6bce-4110-981f-350e15965675--8323efd2-43e9-4886-9f60-35870d1744ea.bin`,
      ],
    },
    {
      role: 'lexicon',
      name: 'lex.50.50.zhen.s2t.bin',
      bytes: 6_385_944,
      sha256: 'aa7daf6cfc85c0cd2c10e2944d66f6da55497c9c6408789f3adfded4074c2fb1',
      sources: [
        `${attachments}20260522194215--6c386193-432a-422f-be5f-3cad0977e52b--a52e4a54-5f80-43ce-b873-1bc792ec1483.bin`,
      ],
    },
    {
      role: 'vocabulary',
      name: 'srcvocab.zhen.spm',
      bytes: 769_669,
      sha256: '5cc6a76611dbf86219f109141533606b15ecb34eee83673bb86b2c16b14734db',
      sources: [
        `${attachments}20260522194213--ad6a9ed2-06ed-4c72-b6ba-aa4492bd582f--72fab356-41da-4bd6-a22c-aa5456ba3ea1.spm`,
      ],
    },
    {
      role: 'targetVocabulary',
      name: 'trgvocab.zhen.spm',
      bytes: 812_572,
      sha256: '7bf002db37c10d3b114cc5588d7fdcb16c57d0fd1e2c34354c22cc9f0b6c3c29',
      sources: [
        `${attachments}20260522194217--5e1d7df1-80a8-4142-ae9d-0ff51b8c2fbc--5e39a274-9805-4d87-a950-39b3d95aac93.spm`,
      ],
    },
  ],
};
