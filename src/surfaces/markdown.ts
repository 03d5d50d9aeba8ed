/** Pieces of Markdown for hovers and tooltips, safe for text from the catalog, from manifests and from Gitee. */

/**
 * Text that shows as it is: no links, no formatting, no HTML, no icons.
 * `MarkdownString.appendText` does the same but makes every space unbreakable, so that long sentences do not wrap.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/\$\([\w-]+(?:~\w+)?\)/g, icon => `\\${icon}`)
    .replace(/[!-/:-@[-`{-~]/g, mark => `\\${mark}`);
}

/** A link that runs a command with one argument. `label` is escaped here. */
export function commandLink(label: string, command: string, argument?: unknown): string {
  const query = argument === undefined ? '' : `?${encode(JSON.stringify([argument]))}`;
  return `[${escapeMarkdown(label)}](command:${command}${query})`;
}

/** A link to a web page. `label` is escaped here; anything but https gives the label alone. */
export function webLink(label: string, address: string): string {
  return address.startsWith('https://')
    ? `[${escapeMarkdown(label)}](${encodeURI(address).replace(/[()]/g, percent)})`
    : escapeMarkdown(label);
}

/** `encodeURIComponent` leaves marks that end a Markdown link. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/[()'*!~]/g, percent);
}

function percent(mark: string): string {
  return `%${mark.charCodeAt(0).toString(16).toUpperCase()}`;
}
