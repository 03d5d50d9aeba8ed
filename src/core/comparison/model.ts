import type { Activity } from '../gitee/index.ts';
import type { Confidence, Effort, LicenseVerdict, Project } from '../model.ts';
import type { Part, ProjectPage } from '../projects/index.ts';

/** What a package registry says of a package, by way of the user's package manager. */
export interface PackageFacts {
  /** Who was asked, to be shown: `npm view`. */
  readonly source: string;
  /** ISO 8601: when. */
  readonly readAt: string;
  readonly version?: string | undefined;
  readonly license?: string | undefined;
  /** Bytes of the unpacked package. */
  readonly size?: number | undefined;
  readonly dependencies?: number | undefined;
  /** ISO 8601: when something was published last. */
  readonly changedAt?: string | undefined;
}

/** One thing that is compared: the dependency of now, or a project that could take its place. */
export interface ComparisonColumn {
  readonly name: string;
  readonly kind: 'current' | 'candidate';
  readonly purl?: string | undefined;
  readonly project?: Project | undefined;
  /** What the project is, in the reader's language where the catalog knows it. */
  readonly summary?: string | undefined;
  /** What the project's host says. */
  readonly page?: ProjectPage | undefined;
  readonly activity?: Part<Activity> | undefined;
  readonly package?: PackageFacts | undefined;
  /** What the text of the installed package says of its license, and where it lies. */
  readonly installed?:
    | { readonly expression: string; readonly confidence: Confidence; readonly place: string }
    | undefined;
  /** What it takes to change to it. */
  readonly effort?: Effort | undefined;
  readonly capabilities: readonly string[];
  readonly verdict?: LicenseVerdict | undefined;
}

export type RowId =
  | 'summary'
  | 'steward'
  | 'license'
  | 'verdict'
  | 'duties'
  | 'effort'
  | 'coverage'
  | 'version'
  | 'release'
  | 'push'
  | 'activity'
  | 'stars'
  | 'size'
  | 'dependencies'
  | 'documentation'
  | 'status'
  | 'homes'
  | 'reservations';

/** What one column has in one row. */
export interface Cell {
  /** Words, codes (of effort, status, verdict), dates (ISO 8601) or numbers, by the row; empty when nobody said it. */
  readonly values: readonly (string | number)[];
  /** What each value is of, where that is not the row alone: months (`2026-10`) of the activity. */
  readonly labels?: readonly string[] | undefined;
  /** Why it is so, as a sentence for people. */
  readonly note?: string | undefined;
  readonly source?: string | undefined;
  /** ISO 8601: when the source was read. */
  readonly readAt?: string | undefined;
}

export interface ComparisonRow {
  readonly id: RowId;
  readonly cells: readonly Cell[];
  /** At least two columns that are known say something else. */
  readonly differs: boolean;
}

export interface Comparison {
  readonly columns: readonly Pick<ComparisonColumn, 'name' | 'kind' | 'purl' | 'project'>[];
  readonly rows: readonly ComparisonRow[];
}
