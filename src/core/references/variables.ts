/** Values of names, as far as they are known. */
export type Lookup = (name: string) => string | undefined;

/** Real files refer a handful of times; more is an attack (`a` = ten times `b`, `b` = ten times `c`, ...). */
const mostReferences = 100;
const longestText = 2_000;

/** `${name}` and `$name` of build files: names may hold dots and hyphens. */
const buildReference = /\$\{(?<name>[\w.-]+)\}|\$(?<bare>[A-Za-z_]\w*)/g;
/** `${name}`, `${name:-default}`, `${name-default}` and `$name` of Dockerfile, compose and CI: plain names. */
export const shellReference = /\$\{(?<name>\w+)(?::?[-+](?<fallback>[^{}]*))?\}|\$(?<bare>[A-Za-z_]\w*)/g;

/** Fills in references, those in values too. What is not known, or refers to itself, stays as it is written. */
export function fill(text: string, lookup: Lookup, reference: RegExp = buildReference): string {
  let left = mostReferences;
  const open = new Set<string>();
  const fillIn = (part: string): string => {
    let filled = '';
    let from = 0;
    for (const match of part.matchAll(reference)) {
      const name = match.groups?.name ?? match.groups?.bare ?? '';
      const value = left-- <= 0 || open.has(name) ? undefined : (lookup(name) ?? match.groups?.fallback);
      if (value === undefined || value.length > longestText) continue;
      open.add(name);
      filled += part.slice(from, match.index) + fillIn(value);
      open.delete(name);
      from = match.index + match[0].length;
    }
    return filled + part.slice(from);
  };
  return text.includes('$') && text.length <= longestText ? fillIn(text) : text;
}

/** Where a character stands outside `${...}` and `{{...}}`. */
export function outsideBraces(text: string, character: string): readonly number[] {
  const found: number[] = [];
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}' && depth > 0) depth--;
    else if (depth === 0 && text[at] === character) found.push(at);
  }
  return found;
}
