import type { Dependency, Ecosystem } from '../../model.ts';
import type { Gitee } from '../gitee.ts';
import type { HostSearchResult } from '../search/search.ts';
import type { PrivateNames, PrivateReason } from './private-names.ts';

/** `on-demand`: only what a person clicks; `automatic`: unknown packages without a click. */
export type LookupMode = 'off' | 'on-demand' | 'automatic';

export type LookupResult =
  /** Nothing left this machine, and why. */
  | { readonly kind: 'kept'; readonly reason: PrivateReason | 'off' | 'not-clicked' }
  | { readonly kind: 'asked'; readonly query: string; readonly result: HostSearchResult };

export interface LookupRequest {
  readonly dependency: Pick<Dependency, 'name' | 'purl' | 'origin'>;
  readonly ecosystem: Ecosystem;
  /** A person asked for this package just now. */
  readonly clicked: boolean;
  readonly signal?: AbortSignal | undefined;
}

export interface Lookup {
  look(request: LookupRequest): Promise<LookupResult>;
}

/**
 * Searches a host for a package that the catalog does not know. The one place where names of a workspace may leave this
 * machine, so the one place that keeps the private ones: whatever the mode, and clicked or not.
 */
export function createLookup({
  gitee,
  privateNames,
  mode,
}: {
  readonly gitee: Pick<Gitee, 'search'>;
  /** Read anew for every lookup, for the files that it stands on may change. */
  privateNames(): PrivateNames;
  mode(): LookupMode;
}): Lookup {
  return {
    async look({ dependency, ecosystem, clicked, signal }) {
      const how = mode();
      if (how === 'off') return { kind: 'kept', reason: 'off' };
      if (how === 'on-demand' && !clicked) return { kind: 'kept', reason: 'not-clicked' };
      const reason = privateNames().reason(dependency, ecosystem);
      if (reason) return { kind: 'kept', reason };
      const query = queryFor(dependency.purl);
      const background = !clicked;
      return { kind: 'asked', query, result: await gitee.search(query, { limit: 5, signal, background }) };
    },
  };
}

/** The last part of the name, which is what a repository would be called: no scope, no group, no version. */
function queryFor(purl: string): string {
  const [path = ''] = purl.replace(/^pkg:[^/]+\//, '').split(/[?#]/);
  const last =
    path
      .replace(/(?<=.)@[^@/]*$/, '')
      // Go puts the major version behind the name.
      .replace(/\/v\d+$/, '')
      .split('/')
      .at(-1) ?? path;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
