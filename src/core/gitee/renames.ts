import * as z from 'zod';
import type { Cache } from '../cache/index.ts';
import type { Repository } from '../model.ts';

const day = 24 * 60 * 60_000;
const ages = { softAge: 30 * day, hardAge: 365 * day };
const rule = { ...ages, read: (stored: unknown) => z.string().safeParse(stored).data };

/**
 * Where repositories are now that were asked for by an earlier path. Gitee answers the old path with the new name in the
 * body and no redirect; knowing the new path, everything about the project is asked and stored once.
 */
export interface Renames {
  /** The path to ask for; what was given where nothing else is known. */
  resolve(path: string): Promise<string>;
  learn(asked: string, repository: Repository): Promise<void>;
}

export function createRenames(cache: Cache, api: URL): Renames {
  const keyOf = (path: string) => `renamed ${api.href} ${path.toLowerCase()}`;
  return {
    async resolve(path) {
      const known = await cache.peek(keyOf(path), rule);
      return known?.kind === 'served' ? known.value : path;
    },
    async learn(asked, { path }) {
      const isSame = asked.toLowerCase() === path.toLowerCase();
      const known = await cache.peek(keyOf(asked), rule);
      if (isSame ? known : known?.kind !== 'served' || known.value !== path) await cache.put(keyOf(asked), path, ages);
    },
  };
}
