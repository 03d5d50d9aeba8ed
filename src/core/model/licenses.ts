import type { TextRange } from './manifests.ts';
import type { Sentence } from './sentences.ts';

export type Confidence = 'high' | 'medium' | 'low';

export type Verdict = 'fits' | 'fits-with-duties' | 'depends' | 'review' | 'conflict' | 'no-right-found';

export type LicenseUse = 'tool' | 'separate' | 'linked' | 'copied';
export type Distribution = 'internal' | 'network' | 'shipped';

/** A verdict with its sentence, its duties and the data that it stands on, in words. */
export interface LicenseVerdict {
  readonly verdict: Verdict;
  readonly reason: string;
  readonly duties: readonly string[];
  readonly sources: readonly string[];
}

/** The same before it is put into the words of a language. */
export interface WeighedLicense {
  readonly verdict: Verdict;
  readonly reason: Sentence;
  readonly duties: readonly Sentence[];
  readonly sources: readonly Sentence[];
}

/** What a license text turned out to be. */
export interface LicenseIdentification {
  /** SPDX expression (with `LicenseRef-` where SPDX has no id), or `NOASSERTION`. */
  readonly expression: string;
  readonly matches: readonly {
    readonly id: string /** 0 to 1. */;
    readonly score: number;
    readonly range: TextRange;
  }[];
  /** What stands in the text beyond the license. */
  readonly additions: readonly {
    readonly text: string;
    readonly kind: string;
    readonly range: TextRange;
    /** In English what a Chinese sentence says, by a glossary: its gist, no translation to rely on. */
    readonly gist?: string | undefined;
  }[];
  readonly confidence: Confidence;
}

/** One place that says something of a license. */
export interface LicenseEvidence {
  /** `gitee field`, `catalog`, `LICENSE`, `README.md`, `package.json`, ... */
  readonly place: string;
  /** SPDX expression as understood from this place. */
  readonly expression: string;
  readonly confidence: Confidence;
  readonly quote?: string | undefined;
  /** In English what a Chinese quote says, by a glossary. */
  readonly gist?: string | undefined;
  /** The gist for hosts of other languages. */
  readonly meaning?: Sentence | undefined;
  /** Git's id of the file's content, or of a commit: what was read can be found again by it. */
  readonly revision?: string | undefined;
  readonly url?: string | undefined;
}
