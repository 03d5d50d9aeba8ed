/**
 * The text of a file in UTF-16, told by its byte order mark: the PowerShell of Windows writes so what is redirected into a
 * file (`pip freeze > requirements.txt`). `undefined` for every other file. The mark is no part of the text.
 */
export function utf16Text(bytes: Uint8Array): string | undefined {
  const encoding = utf16Mark(bytes);
  return encoding && new TextDecoder(encoding).decode(bytes);
}

/** Which UTF-16 the first two bytes name. */
export function utf16Mark([one, two]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (one === 0xff && two === 0xfe) return 'utf-16le';
  return one === 0xfe && two === 0xff ? 'utf-16be' : undefined;
}

const utf8 = new TextDecoder();

/** The text of a manifest's bytes: UTF-16 by its mark, else UTF-8; without the mark of either. What is no text is replaced. */
export function manifestText(bytes: Uint8Array): string {
  return utf16Text(bytes) ?? utf8.decode(bytes);
}
