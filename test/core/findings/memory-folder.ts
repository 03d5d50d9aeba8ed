import type { Folder } from '../../../src/core/ports.ts';

/** A folder in memory. */
export function memoryFolder(): Folder & { readonly files: Map<string, string> } {
  const files = new Map<string, string>();
  return {
    files,
    read: async path => files.get(path),
    write: async (path, text) => {
      files.set(path, text);
    },
    remove: async path => {
      files.delete(path);
    },
    list: async () => [...files.keys()].sort(),
  };
}
