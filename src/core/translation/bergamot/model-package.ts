/** A file of a model, pinned: what has another hash is not used, wherever it comes from. */
export interface ModelFile {
  readonly role: 'model' | 'lexicon' | 'vocabulary';
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
