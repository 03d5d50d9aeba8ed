/** A Markdown file in its parts. Joined in this order they are the file again, byte for byte. */
export interface FrontMatterFile {
  /** Up to and with the line break after the opening `---`. */
  readonly opening: string;
  readonly yaml: string;
  /** The closing `---` with its line break. */
  readonly closing: string;
  readonly body: string;
}

const start = /^\uFEFF?---[ \t]*\r?\n/;
const end = /^---[ \t]*(?:\r?\n|$)/m;

/** Splits a Markdown file that starts with YAML front matter; `undefined` when it does not. */
export function splitFrontMatter(text: string): FrontMatterFile | undefined {
  const [opening] = start.exec(text) ?? [];
  if (opening === undefined) return undefined;
  const rest = text.slice(opening.length);
  const closing = end.exec(rest);
  if (!closing) return undefined;
  const [mark] = closing;
  return { opening, yaml: rest.slice(0, closing.index), closing: mark, body: rest.slice(closing.index + mark.length) };
}
