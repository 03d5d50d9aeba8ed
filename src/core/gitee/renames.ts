import { LRUCache } from 'lru-cache';
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
  // Nearly all paths are no former ones; that is not worth a look at the disk each time.
  const known = new LRUCache<string, string>({ max: 1000 });

  async function resolve(path: string): Promise<string> {
    const near = known.get(path.toLowerCase());
    if (near !== undefined) return near;
    const stored = await cache.peek(keyOf(path), rule);
    const target = stored?.kind === 'served' ? stored.value : path;
    known.set(path.toLowerCase(), target);
    return target;
  }

  function keyOf(path: string): string {
    return `renamed ${api.href} ${path.toLowerCase()}`;
  }

  return {
    resolve,
    async learn(asked, { path }) {
      if ((await resolve(asked)).toLowerCase() === path.toLowerCase()) return;
      known.set(asked.toLowerCase(), path);
      await cache.put(keyOf(asked), path, ages);
    },
  };
}
