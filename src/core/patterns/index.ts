/** What is asked of a format here. */
interface Named {
  /** Globs (`*` within a name) on the file name, or on the end of the path where they contain a `/`. */
  readonly patterns: readonly string[];
}

interface Pattern<Format> {
  readonly format: Format;
  readonly rank: number;
  readonly matches: (path: string) => boolean;
}

/**
 * Finds the formats of a path, the best first. A workspace has a hundred times more files than manifests: most paths
 * are settled by two map lookups.
 */
export function createPathMatcher<Format extends Named>(
  formats: readonly Format[],
): (path: string) => readonly Format[] {
  const byName = new Map<string, Pattern<Format>[]>();
  const byExtension = new Map<string, Pattern<Format>[]>();
  const others: Pattern<Format>[] = [];
  formats.forEach((format, rank) => {
    for (const glob of format.patterns) {
      const pattern = { format, rank, matches: matcherOf(glob) };
      const name = glob.slice(glob.lastIndexOf('/') + 1);
      if (!name.includes('*')) put(byName, name, pattern);
      else if (/\*\.[\w-]+$/.test(name)) put(byExtension, extensionOf(name), pattern);
      else others.push(pattern);
    }
  });
  return path => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const candidates = [...(byName.get(name) ?? []), ...(byExtension.get(extensionOf(name)) ?? []), ...others];
    const found = candidates.filter(({ matches }) => matches(path)).sort((left, right) => left.rank - right.rank);
    return [...new Set(found.map(({ format }) => format))];
  };
}

function put<Value>(map: Map<string, Value[]>, key: string, pattern: Value): void {
  const list = map.get(key);
  if (list) list.push(pattern);
  else map.set(key, [pattern]);
}

function extensionOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

function matcherOf(glob: string): (path: string) => boolean {
  const source = glob
    .split('*')
    .map(part => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('[^/]*');
  const expression = new RegExp(`(?:^|/)${source}$`);
  return path => expression.test(path);
}
