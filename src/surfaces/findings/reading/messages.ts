import type { SavedFinding, UnreadFinding } from '../../../core/findings/index.ts';

/** A place of this machine. */
export interface LocalPlace {
  readonly id: string;
  readonly label: string;
  /** Path of its folder. */
  readonly root: string;
}

/** What the thread is asked: to read these places. */
export interface Question {
  readonly id: number;
  readonly places: readonly LocalPlace[];
}

/** Some of what a question is answered with; the last one says so. */
export interface Answer {
  readonly id: number;
  /** JSON of a `Portion`: to make data of it takes less time than to take over the data itself. */
  readonly portion: string;
  readonly last: boolean;
  /** Why the thread could not read. */
  readonly failed?: string | undefined;
}

export interface Portion {
  readonly findings: readonly SavedFinding[];
  readonly unread: readonly UnreadFinding[];
}
