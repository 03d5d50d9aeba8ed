import assert from 'node:assert/strict';
import { type Cache, openCache } from '../../../src/core/cache/index.ts';
import { createGitee, type Gitee, type GiteeOptions } from '../../../src/core/gitee/index.ts';
import type { Outcome } from '../../../src/core/model.ts';
import { type RecordedLog, recordedLog, type TurnableClock, turnableClock } from '../../support/gitee/doubles.ts';
import { type StandIn, type StandInOptions, startGitee } from '../../support/gitee/server.ts';

export interface Setting {
  readonly standIn: StandIn;
  readonly gitee: Gitee;
  readonly cache: Cache;
  readonly clock: TurnableClock;
  readonly log: RecordedLog;
  close(): Promise<void>;
}

/** A client and the stand-in that it talks to. Only what a test waits for is made short: a busy machine is slow as well. */
export async function openClient(
  options: Partial<GiteeOptions> = {},
  standInOptions: StandInOptions = {},
): Promise<Setting> {
  const standIn = await startGitee({ limit: 1000, ...standInOptions });
  const clock = turnableClock(Date.now());
  const log = recordedLog();
  const cache = options.cache ?? openCache({ clock, log });
  const gitee = createGitee({
    baseUrl: standIn.apiUrl,
    webSearchUrl: standIn.url,
    cache,
    clock,
    log,
    ...options,
    tuning: { retryPause: 1, ...options.tuning },
  });
  return {
    standIn,
    gitee,
    cache,
    clock,
    log,
    async close() {
      await gitee.dispose();
      await cache.close();
      await standIn.close();
    },
  };
}

/** The value, or a failed test that says what came instead. */
export function found<T>(outcome: Outcome<T>): T {
  if (outcome.kind !== 'found') assert.fail(`${outcome.kind}: ${outcome.message}`);
  return outcome.value;
}

/** Opens a client before each test of the suite and closes it afterwards; the result gives the current one. */
export function useClient(options: Partial<GiteeOptions> = {}): () => Setting {
  const at: { setting?: Setting } = {};
  beforeEach(async () => {
    at.setting = await openClient(options);
  });
  afterEach(async () => {
    await at.setting?.close();
  });
  return () => {
    if (!at.setting) throw new Error('used outside of a test');
    return at.setting;
  };
}
