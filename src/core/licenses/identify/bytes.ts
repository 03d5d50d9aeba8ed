import { utf16Mark } from '../../files/index.ts';

/**
 * The text of a license file's bytes: UTF-8, UTF-16 with or without byte order mark, else GB18030, which Chinese
 * editors of old wrote, or Windows-1252, which Western ones did. `undefined` for what is no text. Never throws.
 */
export function textOfBytes(bytes: Uint8Array): string | undefined {
  const marked = utf16Mark(bytes) ?? byZeros(bytes);
  if (marked) return decode(marked, bytes);
  if (bytes.subarray(0, 8_192).includes(0)) return undefined;
  const utf8 = decode('utf-8', bytes);
  if (utf8 !== undefined) return utf8;
  const chinese = decode('gb18030', bytes);
  // Chinese words stand side by side; a single sign among Latin letters was an accent or a © of the West.
  return chinese !== undefined && /[^\p{ASCII}]{2}/u.test(chinese) ? chinese : decode('windows-1252', bytes);
}

/** English text in UTF-16 has a zero in every other byte. */
function byZeros(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 512);
  if (sample.length < 16) return undefined;
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > sample.length * 0.35 && even === 0) return 'utf-16le';
  return even > sample.length * 0.35 && odd === 0 ? 'utf-16be' : undefined;
}

function decode(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined; // Not in this encoding: the next one is tried.
  }
}
