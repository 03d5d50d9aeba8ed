/** Bytes of a file as Gitee gives them: base64, in older answers with line breaks. `undefined` for what is no base64. */
export function decodeBase64(text: string): Buffer | undefined {
  const packed = text.replace(/\s+/g, '');
  if (!/^[\w+/-]*={0,2}$/.test(packed) || packed.replace(/=+$/, '').length % 4 === 1) return undefined;
  return Buffer.from(packed, 'base64');
}

/**
 * Text of a file in an encoding that nobody states: by its byte order mark, else UTF-8 where the bytes are valid UTF-8,
 * else UTF-16 where every other byte is zero, else GB 18030, which contains GBK and GB 2312. Line ends stay as they are.
 */
export function decodeText(bytes: Uint8Array): string {
  const encoding = markOf(bytes) ?? (isUtf8(bytes) ? 'utf-8' : (zeroPattern(bytes) ?? 'gb18030'));
  return new TextDecoder(encoding).decode(bytes);
}

function markOf([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  if (zeroPattern(bytes)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** UTF-16 of a README has zeros at every other place, because Markdown's own signs and line ends are ASCII. */
function zeroPattern(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > sample.length / 20 && even === 0) return 'utf-16le';
  if (even > sample.length / 20 && odd === 0) return 'utf-16be';
  return undefined;
}
