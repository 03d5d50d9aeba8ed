/**
 * Whether Git left the two sides of a conflict in a text. A line of seven equals signs alone underlines a heading in
 * Markdown, so all three marks have to be there, in their order.
 */
export function holdsConflict(text: string): boolean {
  return conflictStart(text) !== undefined;
}

/** Offset of the first mark of a conflict; `undefined` without one. */
export function conflictStart(text: string): number | undefined {
  const start = /^<{7}(?: .*)?\r?$/m.exec(text);
  if (!start) return undefined;
  const rest = text.slice(start.index);
  const middle = rest.search(/^={7}\r?$/m);
  const end = rest.search(/^>{7}(?: .*)?\r?$/m);
  return middle > 0 && end > middle ? start.index : undefined;
}
