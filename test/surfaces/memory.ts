import type { Store } from '../../src/core/ports.ts';

/** A store in memory; values go through JSON as in VS Code's. */
export function memory(): Store {
  const values = new Map<string, string>();
  return {
    get: key => {
      const value = values.get(key);
      return value === undefined ? undefined : JSON.parse(value);
    },
    update: async (key, value) => {
      values.set(key, JSON.stringify(value));
    },
  };
}
