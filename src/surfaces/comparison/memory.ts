import * as z from 'zod';
import type { Store } from '../../core/ports.ts';
import type { Compared } from './columns.ts';

const key = 'comparison.shown';

/** More than this many comparisons are not open at a time. */
const most = 20;

const shown = z.array(
  z.object({
    title: z.string().max(1000),
    purl: z.string().max(500),
    projects: z.array(z.string().max(200)).max(10),
  }),
);

/** What was compared under which title, so that a tab that VS Code brings back after a reload can be filled again. */
export function createMemory(store: Store) {
  const all = () => shown.safeParse(store.get(key)).data ?? [];
  return {
    recall: (title: string): Compared | undefined => all().find(each => each.title === title),
    async remember(title: string, { purl, projects }: Compared): Promise<void> {
      const others = all().filter(each => each.title !== title);
      await store.update(key, [...others, { title, purl, projects: [...projects] }].slice(-most));
    },
  };
}
