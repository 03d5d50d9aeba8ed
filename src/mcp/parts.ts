import type { Scout } from '../core/index.ts';

/** A saved finding, as an assistant sees it. */
export interface FindingSummary {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  readonly status: string;
  readonly license: string;
  readonly tags: readonly string[];
  readonly replaces: readonly string[];
  readonly changedAt: string;
}

/** What the server stands on. */
export interface Parts {
  readonly scout: Scout;
  readonly version: string;
  /** The findings that the person may see here, the most recently changed first. */
  findings(): Promise<readonly FindingSummary[]>;
  /** The file of a finding as it is; `undefined` when there is none of that id. */
  readFinding(id: string): Promise<string | undefined>;
}
