import { LRUCache } from 'lru-cache';
import type { Entry, EntryStore } from './entry.ts';

/** Entries of this process, the least recently used dropped first. */
export function createMemoryStore(maxBytes: number): EntryStore {
  const entries = new LRUCache<string, Entry>({
    maxSize: maxBytes,
    sizeCalculation: (entry, key) => 200 + 2 * (key.length + (JSON.stringify(entry.value)?.length ?? 0)),
  });
  return {
    async get(key) {
      return entries.get(key);
    },
    async set(key, entry) {
      entries.set(key, entry);
    },
    async delete(key) {
      entries.delete(key);
    },
    async clear() {
      entries.clear();
    },
    async clearBeginning(start) {
      for (const key of [...entries.keys()]) if (key.startsWith(start)) entries.delete(key);
    },
    async bytes() {
      return entries.calculatedSize;
    },
    async close() {
      entries.clear();
    },
  };
}
