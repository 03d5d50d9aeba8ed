import type { Piece } from '../manifest.ts';

/** A command of CMake with its arguments; quotes are not part of them. */
export interface CmakeCommand {
  readonly name: string;
  readonly arguments: readonly CmakeArgument[];
}

export interface CmakeArgument extends Piece {
  readonly value: string;
}

const commandAt = /([A-Za-z_]\w*)[ \t]*\(/y;

/** Reads the commands of the given names (lower case); others are passed over. https://cmake.org/cmake/help/latest/manual/cmake-language.7.html */
export function* readCommands(text: string, names: ReadonlySet<string>): Generator<CmakeCommand> {
  for (let at = 0; at < text.length; ) {
    const code = text.charAt(at);
    if (code === '#') {
      at = endOfComment(text, at);
      continue;
    }
    if (!/[A-Za-z_]/.test(code)) {
      at++;
      continue;
    }
    commandAt.lastIndex = at;
    const match = commandAt.exec(text);
    if (!match) {
      at = endOfWord(text, at);
      continue;
    }
    const name = (match[1] ?? '').toLowerCase();
    const { found, end } = readArguments(text, at + match[0].length);
    if (names.has(name)) yield { name, arguments: found };
    at = end;
  }
}

function endOfWord(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && /\w/.test(text.charAt(at))) at++;
  return at;
}

function endOfComment(text: string, at: number): number {
  const bracket = /^#\[(=*)\[/.exec(text.slice(at, at + 40));
  if (bracket) {
    const close = text.indexOf(`]${bracket[1]}]`, at);
    return close < 0 ? text.length : close + 2 + (bracket[1]?.length ?? 0);
  }
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function readArguments(text: string, start: number): { found: readonly CmakeArgument[]; end: number } {
  const found: CmakeArgument[] = [];
  let depth = 1;
  let at = start;
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === '#') at = endOfComment(text, at);
    else if (character === ')') {
      at++;
      if (--depth === 0) break;
    } else if (character === '(') {
      depth++;
      at++;
    } else if (/\s/.test(character)) at++;
    else {
      const argument = character === '"' ? quoted(text, at) : bare(text, at);
      found.push(argument);
      at = Math.max(at + 1, character === '"' ? argument.end + 1 : argument.end);
    }
  }
  return { found, end: at };
}

function quoted(text: string, at: number): CmakeArgument {
  let end = at + 1;
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
  end = Math.min(end, text.length);
  return { value: text.slice(at + 1, end), start: at + 1, end };
}

function bare(text: string, at: number): CmakeArgument {
  let end = at;
  while (end < text.length && !/[\s()#"]/.test(text.charAt(end))) end++;
  return { value: text.slice(at, end), start: at, end };
}
