import * as z from 'zod';
import type { Store } from '../../core/ports.ts';
import { usual } from '../license-judge.ts';
import type { HowUsed } from './session-dependencies.ts';

const key = 'page.howUsed';
const howUsed = z.object({
  use: z.enum(['tool', 'separate', 'linked', 'copied']),
  distribution: z.enum(['internal', 'network', 'shipped']),
});

/** How this workspace uses what it depends on, for license verdicts; remembered for the workspace. */
export function createHowUsed(store: Store) {
  return {
    get: (): HowUsed => howUsed.safeParse(store.get(key)).data ?? usual,
    set: ({ use, distribution }: HowUsed) => store.update(key, { use, distribution }),
  };
}
