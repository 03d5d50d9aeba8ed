import * as z from 'zod';
import type { Store } from '../../core/ports.ts';

const key = 'page.imageHosts';

/** More than this is no decision of a person any more. */
const most = 200;

/** Hosts from which the user always wants images: a web server sees who asks it for one. */
export function createImageHosts(store: Store) {
  const remembered = (): readonly string[] => z.array(z.string()).max(most).safeParse(store.get(key)).data ?? [];
  return {
    remembered,
    async remember(hosts: readonly string[]): Promise<void> {
      await store.update(key, [...new Set([...remembered(), ...hosts])].slice(-most));
    },
    /** Gives how many there were. */
    async forget(): Promise<number> {
      const count = remembered().length;
      await store.update(key, undefined);
      return count;
    },
  };
}

export type ImageHosts = ReturnType<typeof createImageHosts>;
