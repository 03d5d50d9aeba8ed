import type { Host } from './projects.ts';
import type { Sentence } from './sentences.ts';

/**
 * What came of asking a host. Only `found` carries a value; every other kind says in `message` what happened and what
 * the user can do. `age` is in ms since the answer was received; `stale` says that it is past its soft age and was
 * served because nothing fresher could be had yet.
 */
export type Outcome<T> =
  | {
      readonly kind: 'found';
      readonly value: T;
      readonly age: number;
      readonly stale: boolean;
      readonly notice?: Failure | undefined;
    }
  | Failure;

/** What happened, in English; `said` is the same for hosts of other languages. */
export interface Told {
  readonly message: string;
  readonly said?: Sentence | undefined;
}

export type Failure = Told &
  (
    | { readonly kind: 'not-found' | 'forbidden' | 'unreachable' | 'changed-shape' | 'offline' }
    | {
        readonly kind: 'limited' /** Epoch ms; unknown where the host does not say. */;
        readonly resetAt?: number | undefined;
      }
    /** The caller's own signal was aborted: nothing to show. */
    | { readonly kind: 'canceled' }
  );

/** A repository on Gitee, reduced to what the product uses. Times are ISO 8601. */
export interface Repository {
  readonly host: Host;
  /** `owner/repository` as the host names it today; differs from what was asked when the repository was renamed. */
  readonly path: string;
  /** Display name, possibly Chinese. */
  readonly name: string;
  readonly description: string;
  readonly url: string;
  readonly cloneUrl: string;
  readonly stars: number;
  readonly forks: number;
  readonly watchers: number;
  readonly openIssues: number;
  readonly language: string | null;
  /** As the host says; an SPDX-like key, not an expression. */
  readonly license: string | null;
  /** `null` for an empty repository. */
  readonly defaultBranch: string | null;
  readonly createdAt: string | null;
  readonly pushedAt: string | null;
  readonly fork: boolean;
  readonly parent: string | null;
  /** Gitee's mark for its most valuable projects. */
  readonly recommended: boolean;
  readonly state: 'open' | 'paused' | 'closed';
  readonly homepage: string | null;
  /** Where a notice in the description says that the project went. */
  readonly movedTo: { readonly host: Host; readonly path: string } | null;
}

/** A file of a repository, decoded. */
export interface RepositoryFile {
  readonly path: string;
  readonly text: string;
  /** Bytes before decoding. */
  readonly size: number;
  readonly sha: string | null;
  readonly url: string | null;
}

export interface DirectoryEntry {
  readonly name: string;
  readonly path: string;
  readonly type: 'file' | 'dir';
  /** Bytes; `null` where the host does not say. */
  readonly size: number | null;
}

export interface Release {
  readonly tag: string;
  readonly name: string;
  readonly createdAt: string | null;
  readonly prerelease: boolean;
}

/** How many requests the host still allows. */
export interface RateLimit {
  readonly limit: number;
  readonly remaining: number;
  /** Epoch ms; unknown where the host does not say. */
  readonly resetAt?: number | undefined;
}

export interface SearchHit {
  readonly name: string;
  /** `owner/repository` on Gitee where there is one, else on the host that `host` names. */
  readonly path: string;
  readonly host: Host;
  readonly source: SearchSource;
  readonly description: string;
  readonly stars: number | null;
  readonly language: string | null;
  readonly license: string | null;
  readonly pushedAt: string | null;
  /** Id of the project in the catalog, where it is in there. */
  readonly project: string | null;
}

export type SearchSource = 'catalog' | 'gitee-api' | 'gitee-search' | 'gitee-web';

export interface SearchSourceStatus {
  readonly source: SearchSource;
  readonly status: 'ok' | 'empty' | 'refused' | 'unreachable' | 'skipped';
  readonly detail: string;
  /** The detail for hosts of other languages. */
  readonly said?: Sentence | undefined;
}

export interface SearchResult {
  readonly query: string;
  /** Chinese terms that were searched as well. */
  readonly expanded: readonly string[];
  readonly hits: readonly SearchHit[];
  readonly sources: readonly SearchSourceStatus[];
}
