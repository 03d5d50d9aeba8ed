import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import * as z from 'zod';

/** A license text to compare with, as numbers of words. */
export interface Template {
  readonly id: string;
  /** What part of the license it is where there are several: a language, a notice. */
  readonly variant: string;
  /** Words of the text, as positions in the vocabulary. */
  readonly words: Uint16Array;
  /** Words before this one are a title that may be missing. */
  readonly bodyStart: number;
  /** Words from this one on are an appendix that may be missing. */
  readonly bodyEnd: number;
}

export interface LicenseIndex {
  readonly vocabulary: readonly string[];
  readonly templates: readonly Template[];
}

/** The index is damaged or was made by another version: build it again. */
export class LicenseIndexError extends Error {
  override readonly name = 'LicenseIndexError';
}

const IndexFile = z.object({
  version: z.literal(1),
  source: z.string(),
  templates: z.array(z.tuple([z.string(), z.string(), z.int(), z.int(), z.int()])),
  vocabulary: z.string(),
  words: z.string(),
});

/** The index as text: word numbers and vocabulary compressed, the rest as JSON. */
export function encodeIndex({ vocabulary, templates }: LicenseIndex, source: string): string {
  const total = templates.reduce((sum, { words }) => sum + words.length, 0);
  const all = new Uint16Array(total);
  let at = 0;
  for (const { words } of templates) {
    all.set(words, at);
    at += words.length;
  }
  return JSON.stringify({
    version: 1,
    source,
    templates: templates.map(({ id, variant, words, bodyStart, bodyEnd }) => [
      id,
      variant,
      words.length,
      bodyStart,
      bodyEnd,
    ]),
    vocabulary: compress(Buffer.from(vocabulary.join(' '))),
    words: compress(Buffer.from(all.buffer)),
  } satisfies z.infer<typeof IndexFile>);
}

/** Reads an index. @throws LicenseIndexError when it is damaged. */
export function decodeIndex(text: string): LicenseIndex {
  try {
    const file = IndexFile.parse(JSON.parse(text));
    const bytes = decompress(file.words);
    const all = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 1);
    let at = 0;
    const templates = file.templates.map(([id, variant, length, bodyStart, bodyEnd]) => {
      const words = all.subarray(at, at + length);
      at += length;
      return { id, variant, words, bodyStart, bodyEnd };
    });
    if (at !== all.length) throw new Error('the number of words is wrong');
    return { vocabulary: decompress(file.vocabulary).toString().split(' '), templates };
  } catch (cause) {
    throw new LicenseIndexError('The index of license texts cannot be read.', { cause });
  }
}

function compress(bytes: Buffer): string {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return brotliCompressSync(bytes, { params }).toString('base64');
}

function decompress(text: string): Buffer {
  // Copied, so that the word numbers start at an even address.
  return Buffer.from(
    new Uint8Array(brotliDecompressSync(Buffer.from(text, 'base64'), { maxOutputLength: 2 ** 26 })).buffer,
  );
}
