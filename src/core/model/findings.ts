import type { Verdict } from './licenses.ts';
import type { Host } from './projects.ts';

export type FindingStatus = 'candidate' | 'evaluating' | 'adopted' | 'rejected';

/** A status that a finding was given: when, and by whom as far as that is known. */
export interface StatusChange {
  readonly status: FindingStatus;
  /** ISO 8601. */
  readonly date: string;
  readonly by?: string | undefined;
}

/** A project that a person saved. */
export interface Finding {
  /** Stable id, also the name of its file: the catalog id, or `host--owner--repository`. */
  readonly id: string;
  readonly name: string;
  readonly homes: readonly { readonly host: Host; readonly path: string }[];
  readonly status: FindingStatus;
  readonly note: string;
  readonly tags: readonly string[];
  /** SPDX expression at the time of saving. */
  readonly license: string;
  /** Whether that license fitted at the time, and which license of one's own it was checked against. */
  readonly verdict?: { readonly is: Verdict; readonly for: string } | undefined;
  /** Package URLs that the project would replace or complement here. */
  readonly replaces: readonly string[];
  /** Addresses (http or https) that belong to the decision: minutes, a trial, a ticket. */
  readonly links: readonly string[];
  /** ISO date (YYYY-MM-DD) on which somebody should look again. */
  readonly review?: string | undefined;
  /** Each status that it was given, the oldest first. */
  readonly history: readonly StatusChange[];
  /** ISO 8601. */
  readonly savedAt: string;
  /** ISO 8601: the last change of status that the file knows of. */
  readonly changedAt: string;
}
