import path from 'node:path';
import type { Host } from '../core/index.ts';
import type { Assets, Log } from '../core/ports.ts';
import { usageError } from './errors.ts';
import type { Terminal } from './terminal.ts';

/** Options that every command understands. */
export interface CommonOptions {
  readonly json?: boolean;
  readonly offline?: boolean;
  readonly baseUrl?: string;
  readonly verbose?: boolean;
}

/** What the command line supplies to the core: environment variables, the user's cache folder, stderr. */
export function createHost(
  terminal: Terminal,
  options: CommonOptions,
  assets: Assets,
  onRateLimit?: Host['onRateLimit'],
): Host {
  const { environment } = terminal;
  const baseUrl = options.baseUrl ?? environment.GITEE_SCOUT_BASE_URL;
  if (baseUrl !== undefined && !URL.canParse(baseUrl))
    throw usageError(`Not a URL: ${baseUrl}. Give the root of the API, such as https://gitee.com/api/v5.`);
  return {
    log: createLog(terminal, options.verbose ?? false),
    clock: { now: () => Date.now() },
    assets,
    cacheFolder: cacheFolder(terminal),
    baseUrl: () => baseUrl,
    network: () => ({ environment, systemCertificates: true }),
    ...(onRateLimit && { onRateLimit }),
    offline: () => options.offline ?? false,
    atomgitUrl: () => environment.GITEE_SCOUT_ATOMGIT_URL || undefined,
    allowPlainHttp: () => environment.GITEE_SCOUT_ALLOW_HTTP === '1',
    token: async place => (place.host === 'atomgit' ? environment.GITCODE_TOKEN : environment.GITEE_TOKEN) || undefined,
  };
}

/** The platform's place for caches: https://specifications.freedesktop.org/basedir-spec/latest/ and its equals. */
function cacheFolder({ environment, platform, homeFolder }: Terminal): string {
  const { join } = platform === 'win32' ? path.win32 : path.posix;
  const places = {
    darwin: join(homeFolder, 'Library', 'Caches'),
    win32: environment.LOCALAPPDATA || join(homeFolder, 'AppData', 'Local'),
  };
  const usual = platform === 'darwin' || platform === 'win32' ? places[platform] : join(homeFolder, '.cache');
  return join(environment.XDG_CACHE_HOME || usual, 'gitee-scout');
}

function createLog(terminal: Terminal, verbose: boolean): Log {
  const silent = () => undefined;
  const say = (level: string) => (message: string) => terminal.say(`${level}: ${message}`);
  return {
    trace: silent,
    debug: verbose ? say('debug') : silent,
    info: verbose ? say('info') : silent,
    warn: verbose ? say('warning') : silent,
    error: say('error'),
  };
}
