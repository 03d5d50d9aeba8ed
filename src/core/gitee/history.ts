/** A tag and when the commit was made that it names. */
export interface Tag {
  readonly name: string;
  readonly sha: string | null;
  readonly committedAt: string | null;
}

export interface Branch {
  readonly name: string;
  readonly committedAt: string | null;
  readonly isProtected: boolean;
}

/** How much was done in a repository during the last twelve months. */
export interface Activity {
  /** Start of the time looked at, ISO 8601. */
  readonly since: string;
  readonly commits: number;
  /** False: there are more commits than `commits` says. */
  readonly isComplete: boolean;
  readonly newestAt: string | null;
  /** The newest commit, as Git names it. */
  readonly newestSha?: string | null | undefined;
  /** Different authors among the newest hundred commits. */
  readonly authors: number;
  /** Commits per month (`2026-10`) among the newest hundred, oldest month first. */
  readonly months: readonly { readonly month: string; readonly commits: number }[];
}

export interface Contributor {
  readonly name: string;
  readonly contributions: number | null;
}

/** Who a repository belongs to. */
export interface Account {
  readonly login: string;
  /** Display name. */
  readonly name: string;
  readonly kind: 'user' | 'organization';
  /** Absolute; `null` for an account without a picture, for which Gitee gives a relative address. */
  readonly avatarUrl: string | null;
  readonly url: string;
  readonly description: string;
  readonly followers: number | null;
  /** Public repositories. */
  readonly repositories: number | null;
  readonly createdAt: string | null;
}
