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
    cacheFolder: path.join(cacheHome(terminal), 'gitee-scout'),
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
function cacheHome({ environment, platform, homeFolder }: Terminal): string {
  if (environment.XDG_CACHE_HOME) return environment.XDG_CACHE_HOME;
  if (platform === 'darwin') return path.join(homeFolder, 'Library', 'Caches');
  if (platform === 'win32') return environment.LOCALAPPDATA ?? path.join(homeFolder, 'AppData', 'Local');
  return path.join(homeFolder, '.cache');
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
