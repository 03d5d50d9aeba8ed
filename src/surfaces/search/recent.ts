import type { Store } from '../../core/ports.ts';

const key = 'search.recent';
const most = 10;
const longest = 200;

/** The last searches that led somewhere, the newest first. */
export function createRecent(store: Store) {
  const list = (): readonly string[] => {
    const kept = store.get<unknown>(key);
    return Array.isArray(kept) ? kept.filter(isQuery).slice(0, most) : [];
  };
  return {
    list,
    async add(query: string): Promise<void> {
      const text = query.trim().slice(0, longest);
      if (text === '') return;
      await store.update(key, [text, ...list().filter(other => other !== text)].slice(0, most));
    },
    async remove(query: string): Promise<void> {
      await store.update(
        key,
        list().filter(other => other !== query),
      );
    },
  };
}

export type Recent = ReturnType<typeof createRecent>;

function isQuery(value: unknown): value is string {
  return typeof value === 'string' && value.length <= longest;
}
