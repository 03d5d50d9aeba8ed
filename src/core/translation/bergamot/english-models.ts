import { type ModelFile, type ModelPackage, mozilla } from './model-package.ts';

const attachments = 'https://firefox-settings-attachments.cdn.mozilla.net/main-workspace/translations-models/';

/**
 * Mozilla's models out of English, version 1.0, which were made for this generation of the engine. Names, sizes, hashes and
 * places: the `translations-models` records that Firefox ESR 153.7 ships (`defaults/settings/main/translations-models.json`).
 */
export const englishModels: readonly ModelPackage[] = [
  fromEnglish('de', 'German', [
    attachment(
      'model',
      'model.ende.intgemm.alphas.bin',
      17_140_835,
      'b3e980d6602ab0bdfe8d9315cb5fc282a16bb1c8dccf38e70945c584551c4318',
      '8a830d1c-e167-4238-8473-4065c65c02d2.bin',
    ),
    attachment(
      'lexicon',
      'lex.50.50.ende.s2t.bin',
      3_943_644,
      'f03eb8245042feb7a5800815b8d0dc215d7a60691632405b65c461d250cedbe6',
      'db204e54-8565-4bba-aa52-1e857bcc68a5.bin',
    ),
    attachment(
      'vocabulary',
      'vocab.ende.spm',
      784_269,
      '417668f2ed297970febafb5b079a9d5ebc4ed0b3550ac8386d67a90473a09bd7',
      'a5117ec6-0b87-4ae1-9c2e-5151de59af1d.spm',
    ),
  ]),
  fromEnglish('fr', 'French', [
    attachment(
      'model',
      'model.enfr.intgemm.alphas.bin',
      17_140_961,
      '0678019c4d74c8c81d2de17e3e58d3aba5f5eb48f5595d9240c17f69d30461de',
      '762a23ff-317e-4f0d-95ff-e9d95674a521.bin',
    ),
    attachment(
      'lexicon',
      'lex.50.50.enfr.s2t.bin',
      7_886_500,
      '38fb44bad1fd5f1e6bfdcf15cc8baa09d61aad2a4f9c587914e24e7b5c25c32c',
      '7178ceaa-3ae6-49cb-a7f0-a72bdded2d9b.bin',
    ),
    attachment(
      'vocabulary',
      'vocab.enfr.spm',
      831_382,
      '4c84b95b62c930f0791466d73eb996841eef474c96d0c2f0e6c6d80640f2005a',
      '808114a9-eff2-47c3-a981-b7119105c40c.spm',
    ),
  ]),
  fromEnglish('es', 'Spanish', [
    attachment(
      'model',
      'model.enes.intgemm.alphas.bin',
      17_140_755,
      'fa7460037a3163e03fe1d23602f964bff2331da6ee813637e092ddf37156ef53',
      '50fbae09-5219-4393-ad75-28b23f44a17d.bin',
    ),
    attachment(
      'lexicon',
      'lex.50.50.enes.s2t.bin',
      3_347_104,
      '3a113d713dec3cf1d12bba5b138ae616e28bba4bbc7fe7fd39ba145e26b86d7f',
      'd2d8de5b-b41e-4eb0-b978-dd48725e3e77.bin',
    ),
    attachment(
      'vocabulary',
      'vocab.enes.spm',
      825_463,
      '909b1eea1face0d7f90a474fe29a8c0fef8d104b6e41e65616f864c964ba8845',
      'e9c774ba-69ff-4951-8783-895aeeb05439.spm',
    ),
  ]),
  fromEnglish('it', 'Italian', [
    attachment(
      'model',
      'model.enit.intgemm.alphas.bin',
      17_140_899,
      '3d7bbc4d7977e10b35f53faa79f5d5de8211f4f04baed9e7cd9dee1dcceda917',
      'efb14526-aff4-4826-8cf6-12e2bc44ac7d.bin',
    ),
    attachment(
      'lexicon',
      'lex.50.50.enit.s2t.bin',
      4_495_004,
      '351ea80fb9f366f07533c7c4836248e72d9d4aa4eb7a05b5d74891a7abb4208c',
      'd683f5a2-7a75-444c-a581-22b3c3cfaecb.bin',
    ),
    attachment(
      'vocabulary',
      'vocab.enit.spm',
      812_781,
      '603f3349657c3deb9736a0c567452d102a5a03c377dfdf1d32c428608f2cff1b',
      '8d28b170-7607-4834-a548-2a1244f35576.spm',
    ),
  ]),
  fromEnglish('pl', 'Polish', [
    attachment(
      'model',
      'model.enpl.intgemm.alphas.bin',
      17_140_899,
      '60d45f43a5ac869a80f899751d2d1f0f456da9815d26db70e4d2e0fd18ed4a8f',
      '62448fcb-464a-474b-b56a-37686dfe80bf.bin',
    ),
    attachment(
      'lexicon',
      'lex.50.50.enpl.s2t.bin',
      3_642_112,
      '409fbf5856cec372dffe0a3aa3c89462e2efbd783557272af84800a67195c38c',
      '6b14f949-6e9e-44ff-80e5-815a07615a37.bin',
    ),
    attachment(
      'vocabulary',
      'vocab.enpl.spm',
      822_587,
      'a1d27e6f5c0d29f406364ebf0382949d1c0affc750cec4380f3173150552f43e',
      'e1fa6366-7675-4d1f-992b-5b1d88b9cb4d.spm',
    ),
  ]),
];

function fromEnglish(to: string, language: string, files: readonly ModelFile[]): ModelPackage {
  return { id: `en-${to}-1.0`, label: `English → ${language}, by Mozilla`, from: 'en', to, license: mozilla, files };
}

function attachment(role: ModelFile['role'], name: string, bytes: number, sha256: string, location: string): ModelFile {
  return { role, name, bytes, sha256, sources: [`${attachments}${location}`] };
}
