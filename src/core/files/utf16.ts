/**
 * The text of a file in UTF-16, told by its byte order mark: the PowerShell of Windows writes so what is redirected into a
 * file (`pip freeze > requirements.txt`). `undefined` for every other file. The mark is no part of the text.
 */
export function utf16Text(bytes: Uint8Array): string | undefined {
  const [one, two] = bytes;
  if (one === 0xff && two === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  return one === 0xfe && two === 0xff ? new TextDecoder('utf-16be').decode(bytes) : undefined;
}
