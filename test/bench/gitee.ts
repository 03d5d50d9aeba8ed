/**
 * The Gitee client in figures: what a stored answer costs beside asking again, how many requests 200 opens cost, and how
 * long the first answer takes with a large cache folder. `node test/bench/gitee.ts` prints one line for each.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Agent, cacheStores, interceptors, request } from 'undici';
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

/** Ms at the given shares of all measured times. */
async function spread(
  name: string,
  rounds: number,
  run: (round: number) => Promise<unknown>,
): Promise<readonly Figure[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    await run(round);
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return [
    { name: `${name}, p50`, value: at(0.5), unit: 'ms' },
    { name: `${name}, p99`, value: at(0.99), unit: 'ms' },
  ];
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
    await near.gitee.readme(project);
    const memory = await spread('README from memory', 2000, () => near.gitee.readme(project));
    const asked = await spread('README asked anew', 300, () => near.gitee.readme(project, { refresh: true }));
    await close(near);

    const disk = await spread('README from disk, new client each time', 100, async () => {
      const fresh = open(path.join(folder, 'near'));
      await fresh.gitee.readme(project);
      await close(fresh);
    });

    const address = `${standIn.apiUrl}/repos/${project}/readme`;
    const bare = await spread('the same with bare undici', 300, async () => (await request(address)).body.json());
    const intercepted = await throughInterceptor('in memory', address, new cacheStores.MemoryCacheStore());
    const database = new cacheStores.SqliteCacheStore({ location: path.join(folder, 'answers.sqlite') });
    const stored = await throughInterceptor('with node:sqlite', address, database);
    database.close();

    return [
      ...memory,
      ...disk,
      ...asked,
      ...bare,
      ...intercepted,
      ...stored,
      ...(await manyOpens()),
      ...(await largeFolder()),
    ];
  } finally {
    await standIn.close();
    await rm(folder, { recursive: true, force: true });
  }

  /** Gitee says nothing of caching, so the interceptor has to be told that it may: it keeps nothing by itself. */
  async function throughInterceptor(
    place: string,
    address: string,
    store: InstanceType<typeof cacheStores.MemoryCacheStore> | InstanceType<typeof cacheStores.SqliteCacheStore>,
  ): Promise<readonly Figure[]> {
    const agent = new Agent().compose(interceptors.cache({ store, cacheByDefault: 3600 }));
    const before = standIn.requests.length;
    const times = await spread(`the same with undici's cache interceptor ${place}`, 300, async () =>
      (await request(address, { dispatcher: agent })).body.json(),
    );
    await agent.close();
    const asked = { name: `requests of these 300 ${place}`, value: standIn.requests.length - before, unit: 'requests' };
    return [...times, asked];
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
    await firstAnswer(place, open, close);
    const first = await spread('first answer with 200 MB in the cache folder', 20, () =>
      firstAnswer(place, open, close),
    );
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
