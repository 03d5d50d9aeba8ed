import * as z from 'zod';
import type { Store } from '../../core/ports.ts';

const key = 'search.recent';
const most = 10;

/** The last searches that led somewhere, the newest first. */
export function createRecent(store: Store) {
  const list = (): readonly string[] => z.array(z.string().max(200)).max(most).safeParse(store.get(key)).data ?? [];
  return {
    list,
    async add(query: string): Promise<void> {
      const text = query.trim().slice(0, 200);
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
