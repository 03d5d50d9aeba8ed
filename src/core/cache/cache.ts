import type { Failure } from '../model.ts';
import type { Clock, Log } from '../ports.ts';
import { told } from '../sentences/index.ts';
import { createDiskStore } from './disk-store.ts';
import type { Entry } from './entry.ts';
import { createFlights } from './flights.ts';
import { createMemoryStore } from './memory-store.ts';

/** Past the soft age (ms) a value is asked for again; past the hard age (ms) it is not served any more. */
export interface Ages {
  readonly softAge: number;
  readonly hardAge: number;
}

export interface Rule<T> extends Ages {
  /** Reads a stored value; `undefined` when this version of the program cannot use it. */
  read(stored: unknown): T | undefined;
}

/** What came of asking the origin. Only `fresh` and `unchanged` are kept: a failure never is. */
export type Loaded<T> =
  | {
      readonly kind: 'fresh';
      readonly value: T;
      readonly validator?: string | undefined;
      /** Instead of the rule's, for instance shorter ones for "there is none". */
      readonly ages?: Ages | undefined;
    }
  /** The origin says that the validator still holds. */
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Asks the origin; `validator` is what it gave last time. Must not throw except for the signal's reason. */
export type Load<T> = (validator: string | undefined, signal: AbortSignal) => Promise<Loaded<T>>;

/** `age` in ms. `failure` says why nothing fresher could be had. */
export type Served<T> =
  | {
      readonly kind: 'served';
      readonly value: T;
      readonly age: number;
      readonly stale: boolean;
      readonly failure?: Failure | undefined;
    }
  | { readonly kind: 'failed'; readonly failure: Failure };

export interface Cache {
  /**
   * The stored value while it is younger than its soft age; past it the stored value as well, while a fresh one is
   * fetched for the next time; else what `load` gives, and if that fails the stored value up to its hard age.
   * `refresh` asks the origin first. One `load` per key at a time. Rejects only with the signal's reason.
   */
  through<T>(
    key: string,
    rule: Rule<T>,
    load: Load<T>,
    options?: { readonly refresh?: boolean | undefined; readonly signal?: AbortSignal | undefined },
  ): Promise<Served<T>>;
  /** What is stored, up to its hard age, without asking anybody. */
  peek<T>(key: string, rule: Rule<T>): Promise<Served<T> | undefined>;
  put(key: string, value: unknown, ages: Ages): Promise<void>;
  clear(): Promise<void>;
  /** Forgets every entry whose key begins so, and ends what is under way for them. */
  clearBeginning(start: string): Promise<void>;
  /** Bytes on disk, or in memory where there is no folder. */
  bytes(): Promise<number>;
  /** Ends what is under way and waits for writes. */
  close(): Promise<void>;
}

export interface CacheOptions {
  /** Without a folder the cache lives in memory only. */
  readonly folder?: string | undefined;
  readonly clock: Clock;
  readonly log: Log;
  /** Of the folder; default 200 MB. */
  readonly maxBytes?: number | undefined;
  /** Default 32 MB. */
  readonly maxMemoryBytes?: number | undefined;
}

type Landed =
  | { readonly kind: 'entry'; readonly entry: Entry }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Opens a cache; touches the disk only when first asked. A cache that cannot be read or written is an empty one. */
export function openCache(options: CacheOptions): Cache {
  const { clock, log } = options;
  const memory = createMemoryStore(options.maxMemoryBytes ?? 32 * 1024 * 1024);
  const disk = options.folder
    ? createDiskStore({ folder: options.folder, maxBytes: options.maxBytes ?? 200 * 1024 * 1024, clock, log })
    : undefined;
  const flights = createFlights<Landed>();
  const writes = new Set<Promise<void>>();

  async function find(key: string): Promise<Entry | undefined> {
    const near = await memory.get(key);
    if (near && ageOf(near, clock) < near.softAge) return near;
    // Another process may have fetched it meanwhile.
    const far = await disk?.get(key);
    if (!far || (near && near.storedAt >= far.storedAt)) return near;
    await memory.set(key, far);
    return far;
  }

  async function keep(key: string, entry: Entry): Promise<void> {
    await memory.set(key, entry);
    if (!disk) return;
    const write = disk.set(key, entry).finally(() => writes.delete(write));
    writes.add(write);
  }

  function fetch<T>(key: string, rule: Rule<T>, load: Load<T>, old: Entry | undefined) {
    return async (signal: AbortSignal): Promise<Landed> => {
      const loaded = await load(old?.validator, signal);
      switch (loaded.kind) {
        case 'failed':
          return loaded;
        case 'unchanged': {
          if (!old) return { kind: 'failed', failure: { kind: 'changed-shape', ...told('Nothing to compare with.') } };
          const entry = { ...old, storedAt: clock.now() };
          await keep(key, entry);
          return { kind: 'entry', entry };
        }
        case 'fresh': {
          const { softAge, hardAge } = loaded.ages ?? rule;
          const { value, validator } = loaded;
          const entry = { value, validator, softAge, hardAge, storedAt: clock.now() };
          await keep(key, entry);
          return { kind: 'entry', entry };
        }
      }
    };
  }

  function serve<T>(entry: Entry | undefined, rule: Rule<T>, failure?: Failure): Served<T> | undefined {
    if (!entry) return undefined;
    const age = ageOf(entry, clock);
    if (age >= entry.hardAge) return undefined;
    const value = rule.read(entry.value);
    if (value === undefined) return undefined;
    return { kind: 'served', value, age, stale: age >= entry.softAge, failure };
  }

  return {
    async through(key, rule, load, { refresh = false, signal } = {}) {
      signal?.throwIfAborted();
      const old = await find(key);
      const stored = serve(old, rule);
      const usable = stored === undefined ? undefined : old;
      if (stored && !refresh) {
        if (stored.kind === 'served' && stored.stale) {
          flights
            .join(key, undefined, fetch(key, rule, load, usable))
            .catch(error => log.debug(`cache: refresh of ${key} failed`, error));
        }
        return stored;
      }
      const landed = await flights.join(key, signal, fetch(key, rule, load, usable));
      if (landed.kind === 'failed') return serve(usable, rule, landed.failure) ?? landed;
      return (
        serve(landed.entry, rule) ?? {
          kind: 'failed',
          failure: { kind: 'changed-shape', ...told('The answer cannot be read by this version.') },
        }
      );
    },
    async peek(key, rule) {
      return serve(await find(key), rule);
    },
    async put(key, value, ages) {
      await keep(key, { value, storedAt: clock.now(), softAge: ages.softAge, hardAge: ages.hardAge });
    },
    async clear() {
      await Promise.allSettled([...writes]);
      await memory.clear();
      await disk?.clear();
    },
    async clearBeginning(start) {
      await flights.abort(new DOMException('The answer is not wanted any more.', 'AbortError'), start);
      await Promise.allSettled([...writes]);
      await memory.clearBeginning(start);
      await disk?.clearBeginning(start);
    },
    async bytes() {
      return (disk ?? memory).bytes();
    },
    async close() {
      await flights.abort(new DOMException('The cache is closing.', 'AbortError'));
      await Promise.allSettled([...writes]);
      await disk?.close();
      await memory.close();
    },
  };
}

/** A clock that was set back makes an entry look as if it came from the future: then it is due, but not worthless. */
function ageOf(entry: Entry, clock: Clock): number {
  const age = clock.now() - entry.storedAt;
  return age >= -5 * 60_000 ? Math.max(0, age) : entry.softAge;
}
