import type {
  Confidence,
  Failure,
  Host,
  LicenseEvidence,
  Project,
  Release,
  Repository,
  Sentence,
  Told,
} from '../model.ts';

/**
 * One part of a project's page: what is known, since when and from whom, or a sentence that says why it is missing.
 * Parts come and fail one by one; nothing here but plain data, so that a page travels as JSON.
 */
export type Part<T> =
  | { readonly kind: 'loading' }
  | Found<T>
  /** Asked and answered: there is none. */
  | (Told & { readonly kind: 'none'; readonly source: string })
  /** Not known, because nobody answered; `retry` says whether asking again can help. */
  | (Told & {
      readonly kind: 'missing';
      readonly reason: Failure['kind'];
      readonly retry: boolean;
      readonly resetAt?: number | undefined;
    });

export interface Found<T> {
  readonly kind: 'found';
  readonly value: T;
  /** Who says so, to be shown: `Catalog of Gitee Scout`, `gitee.com`. */
  readonly source: string;
  readonly url?: string | undefined;
  /** ISO 8601: when the answer was received, or the catalog's evidence was read. */
  readonly receivedAt: string;
  /** Age in ms when the part was made. */
  readonly age: number;
  /** Past its time, and served because nothing fresher could be had. */
  readonly stale: boolean;
  /** Why nothing fresher could be had. */
  readonly notice?: string | undefined;
  /** The notice for hosts of other languages. */
  readonly said?: Sentence | undefined;
}

/** The README of a project in the version that fits the reader best. */
export interface PageReadme {
  readonly path: string;
  readonly markdown: string;
  /** BCP 47 tag of the language that the text is really in; `und` when it cannot be told. */
  readonly language: string;
  /** `own`: the project wrote this version in the wanted language; `original`: another language, a candidate for translation. */
  readonly version: 'own' | 'original';
  /** Other language versions that the project has, by their paths. */
  readonly others: readonly { readonly path: string; readonly language: string }[];
  /** A remark on the choice: a stub, or well behind the original. */
  readonly remark?: string | undefined;
  /** The remark for hosts of other languages. */
  readonly said?: Sentence | undefined;
}

/** All that was found out about a project's license. */
export interface PageLicense {
  /** SPDX expression, or `NOASSERTION`. */
  readonly expression: string;
  readonly confidence: Confidence;
  /** A sentence, where the places contradict each other. */
  readonly conflict?: string | undefined;
  /** The conflict for hosts of other languages. */
  readonly said?: Sentence | undefined;
  readonly evidence: readonly LicenseEvidence[];
  /** Places that could not be read, each with the sentence why. The verdict stands without them. */
  readonly unread: readonly (Told & { readonly place: string })[];
  /** Whether all places have been looked at. */
  readonly complete: boolean;
}

/** The parts of a page that come from the network. */
export type PartName = 'repository' | 'readme' | 'license' | 'releases';

/** A project as it is asked for. */
export type ProjectReference = { readonly project: string } | { readonly host: Host; readonly path: string };

/** The data of a project's page. */
export interface ProjectPage {
  /** Id in the catalog, else `host--owner--repository`; the same as the id of its finding. */
  readonly id: string;
  readonly name: string;
  /** The repository that the live parts are about. */
  readonly home: { readonly host: Host; readonly path: string; readonly url: string } | null;
  /** ISO 8601: when this state of the page was made. */
  readonly at: string;
  readonly facts: Part<Project>;
  readonly repository: Part<Repository>;
  readonly readme: Part<PageReadme>;
  readonly license: Part<PageLicense>;
  readonly releases: Part<readonly Release[]>;
  /** How many parts are still on their way. */
  readonly pending: number;
}
