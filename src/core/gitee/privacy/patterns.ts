/** `*` stands for anything, `?` for one character; the case does not matter. */
export function matchesGlob(name: string, glob: string): boolean {
  return new RegExp(`^${toExpression(glob, '.*', '.')}$`, 'iu').test(name);
}

/** As Go's GOPRIVATE: the pattern matches a leading part of the module path, element by element. */
export function matchesGoPattern(module: string, pattern: string): boolean {
  return new RegExp(`^${toExpression(pattern.replace(/\/$/, ''), '[^/]*', '[^/]')}(/|$)`, 'u').test(module);
}

function toExpression(glob: string, anything: string, one: string): string {
  return glob.replace(/[\\^$.*+?()[\]{}|/]/gu, sign => {
    if (sign === '*') return anything;
    return sign === '?' ? one : `\\${sign}`;
  });
}
