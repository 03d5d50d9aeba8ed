import type { Distribution, LicenseUse, Sentence, Verdict } from '../../model.ts';

/**
 * Whether code under one open-source license may become part of one work under another.
 * `depends`: on what exactly is combined; `disputed`: people who know disagree.
 */
export type Answer = 'yes' | 'no' | 'depends' | 'disputed';

export interface Compatibility {
  readonly answer: Answer;
  readonly why: Sentence;
  readonly sources: readonly Sentence[];
}

/** How a component is used. */
export interface Situation {
  readonly use: LicenseUse;
  readonly distribution: Distribution;
  readonly modified: boolean;
}

export interface Judgment {
  readonly verdict: Verdict;
  readonly reason: Sentence;
  readonly sources: readonly Sentence[];
  /** Whether the two licenses meet in one work, so that tables of compatibility speak to the case. */
  readonly joined: boolean;
}
