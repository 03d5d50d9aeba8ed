/** Whoever is told of more changes looks at everything just as well. */
const mostKept = 500;

/** Keys of what changed since somebody was told. */
export interface ChangedKeys {
  add(key: string): void;
  /** Anything may have changed. */
  all(): void;
  /** Those since the last time; `undefined` for any of them. */
  take(): ReadonlySet<string> | undefined;
}

export function createChangedKeys(): ChangedKeys {
  let keys: Set<string> | undefined = new Set();
  return {
    add: key => {
      if (keys && keys.add(key).size > mostKept) keys = undefined;
    },
    all: () => {
      keys = undefined;
    },
    take: () => {
      const taken = keys;
      keys = new Set();
      return taken;
    },
  };
}
