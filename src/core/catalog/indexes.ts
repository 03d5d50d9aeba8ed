import type { Key } from './keys.ts';

export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** One package is asked about several things in a row: what its name comes to is worked out once. */
export function lastAnswer<T>(answer: (question: string) => T): (question: string) => T {
  let last: { readonly question: string; readonly value: T } | undefined;
  return question => {
    if (last?.question !== question) last = { question, value: answer(question) };
    return last.value;
  };
}

/** Names that end in `*` stand for all that begin so. Those of an ecosystem are gathered when it is first asked about. */
export function beginnings<T>(
  namesOf: (ecosystem: string) => Iterable<readonly [string, T]>,
): (key: Key) => T | undefined {
  const found = new Map<string, (name: string) => T | undefined>();
  return ({ ecosystem, name }) => {
    const known = found.get(ecosystem);
    if (known) return known(name);
    const made = prefixes<T>(
      [...namesOf(ecosystem)]
        .filter(([each]) => each.endsWith('*'))
        .map(([each, value]) => [each.slice(0, -1), value] as const),
    );
    found.set(ecosystem, made);
    return made(name);
  };
}

/** Finds the longest of some beginnings by trying the lengths that there are, the longest first. */
export function prefixes<T>(entries: readonly (readonly [string, T])[]): (key: string) => T | undefined {
  const values = new Map<string, T>(entries);
  const lengths = [...new Set([...values.keys()].map(key => key.length))].sort((one, other) => other - one);
  return key => {
    for (const length of lengths) {
      if (length > key.length) continue;
      const value = values.get(key.slice(0, length));
      if (value !== undefined) return value;
    }
    return undefined;
  };
}
