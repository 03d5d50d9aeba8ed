/**
 * The Gitee client in figures: what a stored answer costs beside asking again, how many requests 200 opens cost, and how
 * long the first answer takes with a large cache folder. `node test/bench/gitee.ts` prints one line for each.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Agent, cacheStores, type Dispatcher, interceptors, request } from 'undici';
import { openCache } from '../../src/core/cache/index.ts';
import { createGitee, type Gitee } from '../../src/core/gitee/index.ts';
import { recordedLog } from '../support/gitee/doubles.ts';
import { startGitee } from '../support/gitee/server.ts';

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

const project = 'iamkun/dayjs';

interface Contestant {
  readonly name: string;
  run(round: number): Promise<unknown>;
}

/**
 * Lets all take turns, so that a busy machine is as busy for each, in another order each round. A wall time with which
 * the system gave the processor to somebody else in between says nothing of the code: p99 is given without those too.
 */
async function compare(rounds: number, contestants: readonly Contestant[]): Promise<readonly Figure[]> {
  const records = contestants.map(contestant => ({ contestant, all: [0], undisturbed: [0], cpu: 0 }));
  for (const record of records) {
    record.all.length = 0;
    record.undisturbed.length = 0;
    await record.contestant.run(-1);
  }
  for (let round = 0; round < rounds; round++) {
    for (const index of records.keys()) {
      const record = records[(index + round) % records.length];
      if (!record) continue;
      const before = process.resourceUsage();
      const started = performance.now();
      await record.contestant.run(round);
      const took = performance.now() - started;
      const after = process.resourceUsage();
      record.all.push(took);
      if (after.involuntaryContextSwitches === before.involuntaryContextSwitches) record.undisturbed.push(took);
      record.cpu += after.userCPUTime + after.systemCPUTime - before.userCPUTime - before.systemCPUTime;
    }
  }
  return records.flatMap(({ contestant: { name }, all, undisturbed, cpu }) => [
    { name: `${name}, p50`, value: at(all, 0.5), unit: 'ms' },
    { name: `${name}, p99`, value: at(all, 0.99), unit: 'ms' },
    { name: `${name}, p99 of the undisturbed`, value: at(undisturbed, 0.99), unit: 'ms' },
    { name: `${name}, undisturbed`, value: (undisturbed.length / all.length) * 100, unit: '%' },
    { name: `${name}, processor time of the whole process each`, value: cpu / 1000 / all.length, unit: 'ms' },
  ]);
}

/** The time below which this share of all times lies. */
function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Runs all measurements; a few seconds. */
export async function measure(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'scout-bench-'));
  const standIn = await startGitee({ limit: 1_000_000 });
  const log = recordedLog();
  const open = (inFolder: string | undefined) => {
    const cache = openCache({ folder: inFolder, clock: Date, log });
    return { cache, gitee: createGitee({ baseUrl: standIn.apiUrl, cache, clock: Date, log }) };
  };
  const close = async ({ cache, gitee }: ReturnType<typeof open>) => {
    await gitee.dispose();
    await cache.close();
  };
  try {
    const near = open(path.join(folder, 'near'));
    const anew = open(path.join(folder, 'anew'));
    const onDisk = path.join(folder, 'disk');
    const address = `${standIn.apiUrl}/repos/${project}/readme`;
    const database = new cacheStores.SqliteCacheStore({ location: path.join(folder, 'answers.sqlite') });
    const inMemory = intercepting(new cacheStores.MemoryCacheStore());
    const inDatabase = intercepting(database);
    const ask = (dispatcher?: Dispatcher) => async () =>
      (await request(address, dispatcher ? { dispatcher } : {})).body.json();
    const figures = await compare(300, [
      { name: 'README from memory', run: () => near.gitee.readme(project) },
      { name: "the same with undici's cache interceptor in memory", run: ask(inMemory) },
      { name: "the same with undici's cache interceptor with node:sqlite", run: ask(inDatabase) },
      { name: 'README from disk, new client each time', run: () => firstAnswer(onDisk, open, close) },
      { name: 'README asked anew', run: () => anew.gitee.readme(project, { refresh: true }) },
      { name: 'the same with bare undici', run: ask() },
    ]);
    await close(near);
    await close(anew);
    await inMemory.close();
    await inDatabase.close();
    database.close();
    return [...figures, ...(await manyOpens()), ...(await largeFolder())];
  } finally {
    await standIn.close();
    await rm(folder, { recursive: true, force: true });
  }

  async function manyOpens(): Promise<readonly Figure[]> {
    const client = open(undefined);
    const paths = Array.from({ length: 20 }, (_, index) => `nobody/project-${index}`);
    const before = standIn.requests.length;
    const started = performance.now();
    await Promise.all(Array.from({ length: 200 }, (_, index) => client.gitee.repository(paths[index % 20] ?? '')));
    const took = performance.now() - started;
    await close(client);
    return [
      {
        name: 'requests for 200 opens of 20 projects at once',
        value: standIn.requests.length - before,
        unit: 'requests',
      },
      { name: '200 opens of 20 projects at once', value: took, unit: 'ms' },
    ];
  }

  async function largeFolder(): Promise<readonly Figure[]> {
    const place = path.join(folder, 'large');
    const ages = { softAge: 1e9, hardAge: 1e9 };
    const filler = openCache({ folder: place, clock: Date, log, maxBytes: 1e9, maxMemoryBytes: 1_000_000 });
    const body = 'x'.repeat(20_000);
    for (let index = 0; index < 10_000; index++) await filler.put(`filler ${index}`, body, ages);
    await filler.close();
    const first = await compare(20, [
      { name: 'first answer with 200 MB in the cache folder', run: () => firstAnswer(place, open, close) },
    ]);
    const swept = openCache({ folder: place, clock: Date, log });
    const started = performance.now();
    const bytes = await swept.bytes();
    const took = performance.now() - started;
    await swept.close();
    return [
      ...first,
      { name: 'size of the cache folder', value: bytes / 1e6, unit: 'MB' },
      { name: 'listing it, which a sweep does in the background', value: took, unit: 'ms' },
    ];
  }
}

type CacheStore = InstanceType<typeof cacheStores.MemoryCacheStore> | InstanceType<typeof cacheStores.SqliteCacheStore>;

/** Gitee says nothing of caching, so the interceptor has to be told that it may: it keeps nothing by itself. */
function intercepting(store: CacheStore): Dispatcher {
  return new Agent().compose(interceptors.cache({ store, cacheByDefault: 3600 }));
}

type Client = { readonly gitee: Gitee };

async function firstAnswer<C extends Client>(
  place: string,
  open: (folder: string) => C,
  close: (client: C) => Promise<void>,
): Promise<void> {
  const client = open(place);
  await client.gitee.readme(project);
  await close(client);
}

if (process.argv[1] === import.meta.filename) {
  for (const { name, value, unit } of await measure()) process.stdout.write(`${name}: ${value.toFixed(2)} ${unit}\n`);
}
