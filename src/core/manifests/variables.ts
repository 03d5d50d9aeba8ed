/** Values of names, as far as they are known. */
export type Lookup = (name: string) => string | undefined;

/** Real files refer a handful of times; more is an attack (`a` = ten times `b`, `b` = ten times `c`, ...). */
const mostReferences = 100;
const longestText = 2_000;

/** `${name}`, `${name:-default}`, `${name-default}` and `$name`, as in Maven, Gradle, Dockerfile and compose. */
const shellReference = /\$\{([\w.-]+?)(?::?[-+]([^{}]*))?\}|\$([A-Za-z_]\w*)/g;

/** Fills in references, those in values too. What is not known, or refers to itself, stays as it is written. */
export function fill(text: string, lookup: Lookup, reference: RegExp = shellReference): string {
  let left = mostReferences;
  const open = new Set<string>();
  const fillIn = (part: string): string =>
    part.replace(reference, (whole: string, first?: string, fallback?: unknown, second?: unknown) => {
      const name = first ?? (typeof second === 'string' ? second : '');
      if (left-- <= 0 || open.has(name)) return whole;
      const value = lookup(name) ?? (typeof fallback === 'string' ? fallback : undefined);
      if (value === undefined || value.length > longestText) return whole;
      open.add(name);
      const filled = fillIn(value);
      open.delete(name);
      return filled;
    });
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
