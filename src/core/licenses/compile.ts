import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import * as z from 'zod';
import { canonicalId } from './identifiers.ts';
import { encodeIndex, type Template } from './identify/index-file.ts';
import { openVariableParts } from './identify/variable-parts.ts';
import { hashedWord, hashWord } from './identify/word-hash.ts';
import { wordsOf } from './identify/words.ts';

/**
 * Build time only: makes the index of license texts from the SPDX texts that the development dependency
 * `spdx-license-list` (CC0) brings, and from fingerprints of a few texts that SPDX does not list.
 */
export async function compileLicenseIndex(): Promise<string> {
  const { version, texts } = await readSpdxTexts();
  const vocabulary = new Map<string, number>();
  const templates: Template[] = [];
  const seen = new Set<string>();
  for (const { id, variant, text } of texts.flatMap(({ id, text }) => partsOf(id, text))) {
    const { title, body, appendix } = divide(id, text);
    const [head, middle, tail] = [title, body, appendix].map(part => openVariableParts(wordsOf(part)));
    const words = [...(head ?? []), ...(middle ?? []), ...(tail ?? [])].map(word => word.text);
    // Under several ids with one text (GPL-2.0-only and -or-later) the first, in the order of readSpdxTexts, stands for all.
    const key = words.join(' ');
    if (words.length < shortestText || seen.has(key)) continue;
    seen.add(key);
    const bodyStart = head?.length ?? 0;
    templates.push({
      id,
      variant,
      words: Uint16Array.from(words, word => numberOf(word, vocabulary)),
      bodyStart,
      bodyEnd: bodyStart + (middle?.length ?? 0),
    });
  }
  for (const print of await readFingerprints()) {
    templates.push(fromFingerprint(print, vocabulary));
  }
  return encodeIndex(
    { vocabulary: [...vocabulary.keys()], templates },
    `SPDX license texts, spdx-license-list ${version}`,
  );
}

/** Texts of fewer words match by chance. */
const shortestText = 12;

const SpdxLicense = z.object({ licenseText: z.string() });

/** Texts by present ids; the plain ones first, so that they stand for those with the same text. */
async function readSpdxTexts() {
  const require = createRequire(import.meta.url);
  const file = require.resolve('spdx-license-list/spdx-full.json');
  const all = z.record(z.string(), SpdxLicense).parse(JSON.parse(await readFile(file, 'utf8')));
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(require.resolve('spdx-license-list/package.json'), 'utf8')));
  const texts = Object.entries(all)
    .filter(([id]) => canonicalId(id) === id)
    .map(([id, { licenseText }]) => ({ id, text: licenseText }))
    .sort((one, other) => plainness(one.id) - plainness(other.id) || (one.id < other.id ? -1 : 1));
  return { version, texts };
}

function plainness(id: string): number {
  return id.endsWith('-or-later') ? id.length + 100 : id.length;
}

/** The Mulan licenses come in Chinese and English, often one of them alone. */
function partsOf(id: string, text: string): readonly { id: string; variant: string; text: string }[] {
  if (/^LGPL-3\.0/.test(id)) return [{ id, variant: '', text: withoutGpl(text) }];
  if (!/^MulanPSL-/.test(id)) return [{ id, variant: '', text }];
  const english = text.search(/^Mulan Permissive Software License/m);
  return [
    { id, variant: 'zh', text: text.slice(0, english) },
    { id, variant: 'en', text: text.slice(english) },
  ];
}

/** SPDX prints GPL-3.0 after LGPL-3.0, which supplements it; authors keep the two in files of their own. */
function withoutGpl(text: string): string {
  const gpl = /^\s*GNU GENERAL PUBLIC LICENSE\s*$/m.exec(text)?.index ?? text.length;
  return text.slice(0, gpl);
}

/** Where the part begins that tells how to apply the license. Only of these is it known that nothing else follows. */
const appendices: readonly (readonly [RegExp, RegExp])[] = [
  [/^(Apache-2\.0|[AL]?GPL-[23].*|MulanPSL-.*|ECL-2\.0)$/, /^\s*(END OF (THE )?TERMS AND CONDITIONS|条款结束)/im],
  [/^(LGPL-2.*|GPL-1.*)$/, /^\s*(END OF TERMS AND CONDITIONS|How to Apply These Terms|Appendix: How to Apply)/im],
  [/^MPL-2\.0/, /^\s*Exhibit A/im],
  [/^(MPL-1\..*|EPL-2\.0|CPAL-1\.0|CDDL-1\.[01])$/, /^\s*(EXHIBIT A|NOTICE PURSUANT TO SECTION 9)/im],
  [/^GFDL-/, /^\s*ADDENDUM: How to use this License/im],
  [/^BUSL-1\.1$/, /^MariaDB hereby grants you permission/m],
  [/^CC-BY-.*-4\.0$|^CC-BY-4\.0$/, /^\s*Creative Commons is not a party to its public licenses/m],
  [/^(CC-BY-.*|CC0-1\.0)$/, /^\s*Creative Commons is not a party to this License/m],
];

function divide(id: string, text: string): { title: string; body: string; appendix: string } {
  const clean = withoutCopyright(text);
  const end = lastPlace(clean, appendices.find(([ids]) => ids.test(id))?.[1]);
  const start = titleEnds.find(([ids]) => ids.test(id))?.[1].exec(clean)?.index ?? titleEnd(clean.slice(0, end));
  return { title: clean.slice(0, start), body: clean.slice(start, end), appendix: clean.slice(end) };
}

/** Where the last line begins that fits; headings may be named in the text before. */
function lastPlace(text: string, pattern: RegExp | undefined): number {
  const places = pattern ? [...text.matchAll(new RegExp(pattern.source, `${pattern.flags}g`))] : [];
  return places.at(-1)?.index ?? text.length;
}

/** Where the body begins, of texts that put fields to fill in before it. */
const titleEnds: readonly (readonly [RegExp, RegExp])[] = [[/^BUSL-/, /^The Licensor hereby grants you the right/m]];

/** Lines like `Copyright (c) <year> <owner>` differ in every copy. */
function withoutCopyright(text: string): string {
  return text
    .split('\n')
    .filter(
      line =>
        !/^[\s*#/]*(copyright\b.*(\(c\)|©|\d{4}|[<[{]|yyyy)|\(c\)|©|版权所有)/i.test(line) || wordsOf(line).length > 16,
    )
    .join('\n');
}

/** Short paragraphs at the beginning are titles and dates. */
function titleEnd(text: string): number {
  let end = 0;
  for (const paragraph of text.split(/(?<=\n\s*\n)/)) {
    const count = wordsOf(paragraph).length;
    const grants =
      /permission|hereby|redistribut|granted|may (use|copy)|you can|free to|disclaim|warrant|licensed under/i;
    if (count > 14 || grants.test(paragraph) || /[.。;；]\s*$/.test(paragraph)) return end;
    end += paragraph.length;
  }
  return 0;
}

const Fingerprints = z.array(
  z.object({ id: z.string(), variant: z.string(), bodyStart: z.int(), bodyEnd: z.int(), hashes: z.string() }),
);
type Fingerprint = z.infer<typeof Fingerprints>[number];

const bytesPerWord = 4;

async function readFingerprints(): Promise<readonly Fingerprint[]> {
  const file = new URL('./identify/data/fingerprints.json', import.meta.url);
  return Fingerprints.parse(JSON.parse(await readFile(file, 'utf8')));
}

function fromFingerprint(print: Fingerprint, vocabulary: Map<string, number>): Template {
  const bytes = Buffer.from(print.hashes, 'base64');
  const byHash = new Map([...vocabulary.keys()].map(word => [hashWord(word), word]));
  const words = Array.from({ length: bytes.length / bytesPerWord }, (_, index) => {
    const hash = bytes.readUInt32BE(index * bytesPerWord);
    return numberOf(byHash.get(hash) ?? hashedWord(hash), vocabulary);
  });
  const { id, variant, bodyStart, bodyEnd } = print;
  return { id, variant, words: Uint16Array.from(words), bodyStart, bodyEnd };
}

function numberOf(word: string, vocabulary: Map<string, number>): number {
  const number = vocabulary.get(word) ?? vocabulary.size;
  vocabulary.set(word, number);
  return number;
}
