import { type Cache, openCache } from '../../../src/core/cache/index.ts';
import { createGitee, type Gitee, type GiteeOptions } from '../../../src/core/gitee/index.ts';
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

/** A client and the stand-in that it talks to, with pauses as short as tests need them. */
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
    tuning: { connect: 500, firstByte: 300, total: 400, retryPause: 1, ...options.tuning },
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
