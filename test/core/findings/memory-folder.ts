import type { Folder } from '../../../src/core/ports.ts';

/** A folder in memory that keeps a list of what is read. */
export function memoryFolder(): Folder & { readonly files: Map<string, string>; readonly reads: string[] } {
  const files = new Map<string, string>();
  const reads: string[] = [];
  return {
    files,
    reads,
    read: async path => {
      reads.push(path);
      return files.get(path);
    },
    write: async (path, text) => {
      files.set(path, text);
    },
    remove: async path => {
      files.delete(path);
    },
    list: async () => [...files.keys()].sort(),
  };
}
