import { fill, type Lookup } from '../../references/index.ts';
import { isSign, isWord, type Language, type Token } from '../syntax/tokens.ts';

/** Groovy and Kotlin, as far as build files need it. */
export const gradle: Language = {
  comments: ['//'],
  blockComment: ['/*', '*/'],
  quotes: '"\'',
  longStrings: true,
  wordSigns: '.',
  fills: /\$/,
  template: '${',
};

/**
 * Values that the script itself gives to names: `def x = '1'`, `val x = "1"`, `ext.x = '1'`, `extra["x"] = "1"`,
 * `set("x", "1")`, `val x by extra("1")` and the entries of maps (`versions.x`).
 */
export function readVariables(tokens: readonly Token[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const owners: string[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'sign') trackOwner(tokens, index, owners);
    else if (token.kind === 'word') readWord(tokens, index, owners.at(-1) ?? '', found);
    else if (token.kind === 'string') readKey(tokens, index, found);
  }
  return found;
}

/** `versions = [` opens a map of that name, `object Versions {` an object. */
function trackOwner(tokens: readonly Token[], index: number, owners: string[]): void {
  const sign = tokens[index]?.value ?? '';
  const before = tokens[index - 1];
  const earlier = tokens[index - 2];
  if (sign === '[') owners.push(isSign(before, '=') && earlier?.kind === 'word' ? bare(earlier.value) : '');
  else if (sign === '{') owners.push(isWord(earlier, 'object') ? (before?.value ?? '') : '');
  else if (sign === ']' || sign === '}') owners.pop();
}

function readWord(tokens: readonly Token[], index: number, owner: string, found: Map<string, string>): void {
  const name = bare(tokens[index]?.value);
  const value = tokens[index + 2];
  if (isSign(tokens[index + 1], '=') && value?.kind === 'string') {
    found.set(name, value.value);
    if (owner) found.set(`${owner}.${name}`, value.value);
  } else if (owner && isSign(tokens[index + 1], ':') && value?.kind === 'string') {
    found.set(`${owner}.${name}`, value.value);
  } else if (tokens[index + 1]?.value === 'by' && value?.value === 'extra' && tokens[index + 4]?.kind === 'string') {
    found.set(name, tokens[index + 4]?.value ?? '');
  }
}

/** `extra["x"] = "1"`, `set("x", "1")` */
function readKey(tokens: readonly Token[], index: number, found: Map<string, string>): void {
  const key = tokens[index]?.value ?? '';
  const owner = tokens[index - 2]?.value ?? '';
  if (isSign(tokens[index + 1], ']') && isSign(tokens[index + 2], '=') && tokens[index + 3]?.kind === 'string') {
    found.set(key, tokens[index + 3]?.value ?? '');
  } else if (/(?:^|\.)set$/.test(owner) && isSign(tokens[index + 1], ',') && tokens[index + 2]?.kind === 'string') {
    found.set(key, tokens[index + 2]?.value ?? '');
  }
}

/** `project.ext.x`, `rootProject.extra.x` and `x` are one. */
function bare(name = ''): string {
  return name.replace(/^(?:(?:rootProject|project|ext|extra|gradle)\.)+/, '');
}

export function lookupIn(variables: ReadonlyMap<string, string>): Lookup {
  return name => variables.get(bare(name)) ?? variables.get(bare(name).slice(bare(name).lastIndexOf('.') + 1));
}

/** The value of an expression that is one name. */
export function valueOfName(name: string, lookup: Lookup): string | undefined {
  const value = lookup(name);
  return value === undefined ? undefined : fill(value, lookup);
}
