import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Clock, Folder, Log } from '../ports.ts';

/** What a translation depends on besides its text. */
export interface MemoryScope {
  readonly from: string;
  readonly to: string;
  /** Id and version of the engine. */
  readonly engine: string;
  readonly version: string;
  /** Version of the glossary. */
  readonly glossary: string;
}

/** A sentence that a person put right. It holds for every engine. */
export const Correction = z.object({
  from: z.string().max(35),
  to: z.string().max(35),
  segment: z.string().min(1).max(4000),
  translation: z.string().min(1).max(16_000),
});
export type Correction = Readonly<z.infer<typeof Correction>>;

/** Remembers translations, so that a new version of a README costs only what changed. */
export interface TranslationMemory {
  /** Known translations by segment; corrected ones win. */
  find(scope: MemoryScope, segments: readonly string[]): Promise<ReadonlyMap<string, string>>;
  store(scope: MemoryScope, translations: ReadonlyMap<string, string>): Promise<void>;
  correct(correction: Correction): Promise<void>;
  /** All corrections, to be given to others: JSON text. */
  exportCorrections(): Promise<string>;
  /** Takes over corrections of others; one's own stay. Throws MemoryError for text that is no export. */
  importCorrections(text: string): Promise<{ readonly added: number; readonly known: number }>;
}

export class MemoryError extends Error {
  override readonly name = 'MemoryError';
}

export interface MemoryOptions {
  /** Without a folder nothing outlives the process. */
  readonly folder?: Folder | undefined;
  readonly clock: Clock;
  readonly log: Log;
  /** How many translations each of the sixteen files may keep. */
  readonly largestShard?: number | undefined;
}

const Shard = z.record(z.string(), z.tuple([z.string(), z.number()]));
type Shard = z.infer<typeof Shard>;
const Corrections = z.object({ version: z.literal(1), corrections: z.array(Correction).max(100_000) });
const correctionsFile = 'corrections.json';

/** Files are kept small: one in sixteen by the first digit of the key, each with so many of the newest entries. */
const defaultLargestShard = 3000;

export function openTranslationMemory({
  folder,
  clock,
  log,
  largestShard = defaultLargestShard,
}: MemoryOptions): TranslationMemory {
  const shards = new Map<string, Promise<Shard>>();
  let corrections: Promise<Map<string, Correction>> | undefined;
  let writing: Promise<void> = Promise.resolve();

  const shard = (name: string): Promise<Shard> => {
    const loaded = shards.get(name) ?? readJson(`${name}.json`, Shard).then(found => found ?? {});
    shards.set(name, loaded);
    return loaded;
  };
  const corrected = (): Promise<Map<string, Correction>> => {
    corrections ??= readJson(correctionsFile, Corrections).then(
      found => new Map((found?.corrections ?? []).map(each => [correctionKey(each), each])),
    );
    return corrections;
  };

  /** Damaged files are as good as none: everything in them can be had again. */
  async function readJson<T>(path: string, schema: z.ZodType<T>): Promise<T | undefined> {
    try {
      const text = await folder?.read(path);
      return text === undefined ? undefined : schema.parse(JSON.parse(text));
    } catch (cause) {
      log.warn(`translation memory: ${path} cannot be read and is begun anew`, cause);
      return undefined;
    }
  }

  /** One write at a time; a full disk costs the memory, not the translation. */
  function write(path: string, make: () => Promise<string>): Promise<void> {
    writing = writing.then(async () => {
      try {
        await folder?.write(path, await make());
      } catch (cause) {
        log.warn(`translation memory: ${path} cannot be written`, cause);
      }
    });
    return writing;
  }

  async function writeCorrections(): Promise<void> {
    const all = await corrected();
    await write(
      correctionsFile,
      async () => `${JSON.stringify({ version: 1, corrections: [...all.values()] }, null, 2)}\n`,
    );
  }

  return {
    async find(scope, segments) {
      const found = new Map<string, string>();
      const fixed = await corrected();
      for (const segment of segments) {
        const correction = fixed.get(correctionKey({ ...scope, segment }));
        const key = keyOf(scope, segment);
        const entry = correction ? undefined : (await shard(shardOf(key)))[key];
        const translation = correction?.translation ?? entry?.[0];
        if (translation !== undefined) found.set(segment, translation);
      }
      return found;
    },

    async store(scope, translations) {
      const changed = new Set<string>();
      for (const [segment, translation] of translations) {
        const key = keyOf(scope, segment);
        const name = shardOf(key);
        (await shard(name))[key] = [translation, clock.now()];
        changed.add(name);
      }
      if (!folder) return;
      for (const name of changed) {
        await write(`${name}.json`, async () => {
          // Another window may have written since.
          const merged = { ...(await readJson(`${name}.json`, Shard)), ...(await shard(name)) };
          const kept = newest(merged, largestShard);
          shards.set(name, Promise.resolve(kept));
          return JSON.stringify(kept);
        });
      }
    },

    async correct(correction) {
      const valid = Correction.parse(correction);
      (await corrected()).set(correctionKey(valid), valid);
      await writeCorrections();
    },

    async exportCorrections() {
      return `${JSON.stringify({ version: 1, corrections: [...(await corrected()).values()] }, null, 2)}\n`;
    },

    async importCorrections(text) {
      const parsed = Corrections.safeParse(parseJson(text));
      if (!parsed.success)
        throw new MemoryError('This file holds no corrections of Gitee Scout, or those of a newer version.');
      const all = await corrected();
      let added = 0;
      for (const correction of parsed.data.corrections) {
        if (all.has(correctionKey(correction))) continue;
        all.set(correctionKey(correction), correction);
        added += 1;
      }
      await writeCorrections();
      return { added, known: parsed.data.corrections.length - added };
    },
  };
}

function newest(shard: Shard, largestShard: number): Shard {
  const entries = Object.entries(shard);
  if (entries.length <= largestShard) return shard;
  return Object.fromEntries(entries.sort(([, [, one]], [, [, other]]) => other - one).slice(0, largestShard));
}

function keyOf({ from, to, engine, version, glossary }: MemoryScope, segment: string): string {
  return createHash('sha256')
    .update(JSON.stringify([from, to, engine, version, glossary, segment]))
    .digest('hex')
    .slice(0, 32);
}

function shardOf(key: string): string {
  return `memory-${key.charAt(0)}`;
}

function correctionKey({ from, to, segment }: Pick<Correction, 'from' | 'to' | 'segment'>): string {
  return JSON.stringify([from.split('-')[0], to.split('-')[0], segment]);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
