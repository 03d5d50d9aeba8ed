import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Sentence } from '../model.ts';
import type { Clock, Folder, Log } from '../ports.ts';
import { inEnglish, say } from '../sentences/index.ts';
import {
  Correction,
  type CorrectionMap,
  Corrections,
  correctionKey,
  correctionsText,
  mergeCorrections,
} from './corrections.ts';

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

/** Remembers translations, so that a new version of a README costs only what changed. */
export interface TranslationMemory {
  /** Known translations by segment; corrected ones win. */
  find(scope: MemoryScope, segments: readonly string[]): Promise<ReadonlyMap<string, string>>;
  store(scope: MemoryScope, translations: ReadonlyMap<string, string>): Promise<void>;
  /** What people said of these segments, oneself and the team; `null` where a translation was only reported as bad. */
  corrected(
    languages: Pick<MemoryScope, 'from' | 'to'>,
    segments: readonly string[],
  ): Promise<ReadonlyMap<string, string | null>>;
  correct(correction: Correction): Promise<void>;
  /** Takes a correction of one's own back. */
  withdraw(correction: Pick<Correction, 'from' | 'to' | 'segment'>): Promise<void>;
  /** One's own corrections. */
  corrections(): Promise<readonly Correction[]>;
  /** Corrections to be given to others, on request with all remembered translations: JSON text. */
  exportText(options?: { readonly translations?: boolean }): Promise<string>;
  /**
   * Takes over what others exported: of corrections the later one (see `mergeCorrections`), of translations the newer one.
   * Throws MemoryError for text that is no export.
   */
  importText(text: string): Promise<MemoryImport>;
}

export interface MemoryImport {
  /** Corrections that are new or replaced an older one. */
  readonly added: number;
  /** Corrections that were there already, or where one's own stayed. */
  readonly known: number;
  /** Translations that are new or newer. */
  readonly translations: number;
}

export class MemoryError extends Error {
  override readonly name = 'MemoryError';
  /** The message for hosts of other languages. */
  readonly said: Sentence;

  constructor(said: Sentence) {
    super(inEnglish(said));
    this.said = said;
  }
}

export interface MemoryOptions {
  /** Without a folder nothing outlives the process. */
  readonly folder?: Folder | undefined;
  /** Corrections of one's team, such as those in a workspace; asked at each use. */
  readonly team?: (() => Promise<readonly Correction[]>) | undefined;
  readonly clock: Clock;
  readonly log: Log;
  /** How many translations each of the sixteen files may keep. */
  readonly largestShard?: number | undefined;
}

const Shard = z.record(z.string(), z.tuple([z.string(), z.number()]));
type Shard = z.infer<typeof Shard>;
const Exchange = Corrections.extend({ translations: Shard.optional() });
const correctionsFile = 'corrections.json';

/** Files are kept small: one in sixteen by the first digit of the key, each with so many of the newest entries. */
const defaultLargestShard = 3000;

export function openTranslationMemory({
  folder,
  team = async () => [],
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

  /** Changes the corrections as they are on disk now: another window may have written some. */
  async function changeCorrections(change: (all: Map<string, Correction>) => void): Promise<void> {
    if (folder) corrections = undefined;
    const all = await corrected();
    change(all);
    await write(correctionsFile, async () => correctionsText(all.values()));
  }

  /** One's own and the team's. */
  async function everyCorrection(): Promise<CorrectionMap> {
    return mergeCorrections((await corrected()).values(), await team()).merged;
  }

  const entryOf = (key: string, text: string): readonly [string, Shard[string]] => [key, [text, clock.now()]];

  /** Puts entries in that are newer than what is there; gives their number. */
  async function storeEntries(entries: Iterable<readonly [string, Shard[string]]>): Promise<number> {
    const changed = new Set<string>();
    let count = 0;
    for (const [key, entry] of entries) {
      const name = shardOf(key);
      const known = await shard(name);
      if ((known[key]?.[1] ?? -1) > entry[1] || known[key]?.[0] === entry[0]) continue;
      known[key] = entry;
      count += 1;
      changed.add(name);
    }
    if (!folder) return count;
    for (const name of changed) {
      await write(`${name}.json`, async () => {
        // Another window may have written since.
        const merged = { ...(await readJson(`${name}.json`, Shard)), ...(await shard(name)) };
        const kept = newest(merged, largestShard);
        shards.set(name, Promise.resolve(kept));
        return JSON.stringify(kept);
      });
    }
    return count;
  }

  return {
    async find(scope, segments) {
      const found = new Map<string, string>();
      const fixed = await everyCorrection();
      for (const segment of segments) {
        const correction = fixed.get(correctionKey({ ...scope, segment }));
        const key = keyOf(scope, segment);
        const entry = correction ? undefined : (await shard(shardOf(key)))[key];
        const translation = correction?.translation ?? entry?.[0];
        if (translation !== undefined) found.set(segment, translation);
      }
      return found;
    },

    async corrected(languages, segments) {
      const fixed = await everyCorrection();
      return new Map(
        segments.flatMap(segment => {
          const correction = fixed.get(correctionKey({ ...languages, segment }));
          return correction ? [[segment, correction.translation] as const] : [];
        }),
      );
    },

    async store(scope, translations) {
      await storeEntries(Array.from(translations, ([segment, text]) => entryOf(keyOf(scope, segment), text)));
    },

    async correct(correction) {
      const valid = Correction.parse({ at: new Date(clock.now()).toISOString(), ...correction });
      await changeCorrections(all => all.set(correctionKey(valid), valid));
    },

    async withdraw(correction) {
      await changeCorrections(all => all.delete(correctionKey(correction)));
    },

    corrections: async () => [...(await corrected()).values()],

    async exportText({ translations = false } = {}) {
      const text = correctionsText((await corrected()).values());
      if (!translations) return text;
      const all: Shard = {};
      for (const digit of '0123456789abcdef') Object.assign(all, await shard(shardOf(digit)));
      const sorted = Object.fromEntries(Object.entries(all).sort(([one], [other]) => (one < other ? -1 : 1)));
      return `${JSON.stringify({ ...Corrections.parse(JSON.parse(text)), translations: sorted }, null, 2)}\n`;
    },

    async importText(text) {
      const parsed = Exchange.safeParse(parseJson(text));
      if (!parsed.success)
        throw new MemoryError(say('This file holds no translation memory of Gitee Scout, or that of a newer version.'));
      let counts = { added: 0, known: 0 };
      await changeCorrections(mine => {
        const { merged, added, known } = mergeCorrections(mine.values(), parsed.data.corrections);
        for (const [key, correction] of merged) mine.set(key, correction);
        counts = { added, known };
      });
      const entries = Object.entries(parsed.data.translations ?? {}).filter(([key]) => /^[\da-f]{32}$/.test(key));
      return { ...counts, translations: await storeEntries(entries) };
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

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
