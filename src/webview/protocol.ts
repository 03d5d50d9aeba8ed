/**
 * What a project's page and its host say to each other: two unions on `kind`, plain data both ways. The host checks each
 * message against the schema in `surfaces/page/messages.ts`, the page with the guard below.
 */

import type { Activity, Contributor } from '../core/gitee/index.ts';
import type {
  Distribution,
  Effort,
  FindingStatus,
  Host,
  LicenseUse,
  LicenseVerdict,
  Relation,
  Sentence,
  Told,
} from '../core/model.ts';
import type { Coordinate, PageReadme, Part, ProjectPage } from '../core/projects/index.ts';
import type { SimilarProject } from '../core/suggestions/index.ts';
import type { SavedTranslation } from './history.ts';

/** The words of the core that the page's scripts use too: types only, they bring nothing of it along. */
export type { Activity, Contributor } from '../core/gitee/index.ts';
export type {
  Confidence,
  Distribution,
  Effort,
  FindingStatus,
  Home,
  Host,
  LicenseEvidence,
  LicenseUse,
  LicenseVerdict,
  Project,
  ProjectStatus,
  Relation,
  Reservation,
  Verdict,
} from '../core/model.ts';
export type { PageLicense, Part } from '../core/projects/index.ts';
export type { SimilarProject } from '../core/suggestions/index.ts';
export {
  isPageHistory,
  type PageEntry,
  type PageHistory,
  type ReadmeView,
  type SavedPage,
  type SavedTranslation,
} from './history.ts';
export { pluralForm } from './plural.ts';

/** A dependency of this workspace for which the project is a suggestion. */
export interface WorkspaceDependency {
  readonly name: string;
  readonly purl: string;
  readonly requirement: string | null;
  /** Path of the manifest, as a person knows it: relative, with the folder's name in a multi-root workspace. */
  readonly manifest: string;
  /** Tells manifests of folders with the same name apart. */
  readonly uri: string;
  readonly relation: Relation;
  readonly effort: Effort;
  readonly reason: string;
}

/** Where the workspace has a package of the project. */
export interface PackagePlaces {
  readonly purl: string;
  /** Manifests that ask for it, as a person knows them. */
  readonly usedIn: readonly string[];
  /** A manifest of the workspace could take it. */
  readonly addable: boolean;
}

/** The license of the workspace itself and who says so. */
export interface OwnLicense {
  /** SPDX expression or `proprietary`. */
  readonly expression: string;
  /** The file or setting that decided; the files that differ where the expression is `NOASSERTION`. */
  readonly place: string;
  /** Nothing says it: a private package is taken for closed. */
  readonly guess?: boolean | undefined;
}

/** What a company's policy says of a license. */
export interface PolicyWord {
  readonly decision: 'allowed' | 'review' | 'denied';
  readonly reason: string;
}

export interface EngineChoice {
  readonly id: string;
  readonly label: string;
  /** Where the text goes: empty for this device, else a host's name. */
  readonly destination: string;
  /** Knows headings and common phrases, and leaves everything else as it is. */
  readonly partial: boolean;
  /** What happens at its first use, in a sentence. */
  readonly first?: string | undefined;
}

/** What machine translation is doing for this page. */
export type TranslationState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly engine: string; readonly done: number; readonly total: number }
  | {
      readonly kind: 'done';
      readonly engine: string;
      readonly engineVersion: string;
      /** ISO 8601. */
      readonly translatedAt: string;
      /** Sentences that stayed as they were: the engine damaged them, or somebody reported them. */
      readonly untranslated: number;
      /** How many of them the engine can be asked for again. */
      readonly missing: number;
      /** How many sentences can be corrected. */
      readonly sentences: number;
      /** Comments in code blocks were translated too. */
      readonly codeComments: boolean;
    }
  | {
      readonly kind: 'failed';
      readonly engine: string;
      readonly message: string;
      readonly said?: Sentence | undefined;
      /** The model of the on-device engine could not be had: there are other ways to bring it. */
      readonly model: boolean;
    };

/** The README as HTML that the core has sanitized. */
export interface ReadmeText {
  readonly html: string;
  readonly language: string;
  /** Hosts of images that were not loaded. */
  readonly blockedHosts: readonly string[];
  /** Of a translation that is complete, in the order of the text. */
  readonly sentences?: readonly PageSentence[] | undefined;
  /** Of a translation that is complete: what stayed in the original language. */
  readonly left?: readonly Pick<PageSentence, 'block' | 'original'>[] | undefined;
  /** Remarks on words of this text. */
  readonly notes?: readonly PageNote[] | undefined;
}

/** A sentence of a translation. Its place in the list is what a correction names. */
export interface PageSentence {
  /** `data-block` of the element that holds it; absent inside of HTML that the project wrote. */
  readonly block?: number | undefined;
  readonly original: string;
  /** The words between its code and names, as they stand in the text; none where the original stayed. */
  readonly words: readonly string[];
  /** A person corrected it. */
  readonly corrected: boolean;
}

export interface PageNote {
  /** As it stands in the text. */
  readonly word: string;
  readonly note: string;
}

/** What there is to translate in a README. */
export interface ReadmeShape {
  /** Pieces of text in Chinese, and in all. */
  readonly chinese: number;
  readonly pieces: number;
  /** Chinese comments in code blocks. */
  readonly comments: number;
  readonly pictures: number;
}

export interface ReadmeTexts {
  readonly original: ReadmeText | null;
  readonly translated: ReadmeText | null;
  readonly shape: ReadmeShape | null;
}

/** A quote, by its text, on its way into the reader's language. */
export type QuoteTranslation =
  | { readonly kind: 'running'; readonly quote: string }
  | { readonly kind: 'done'; readonly quote: string; readonly text: string; readonly engine: string }
  | (Told & { readonly kind: 'failed'; readonly quote: string });

/** Everything on the page but the long texts. */
export interface PageState {
  readonly page: Omit<ProjectPage, 'readme'> & { readonly readme: Part<Omit<PageReadme, 'markdown'>> };
  /** Which host the live data comes from, when it is not the real Gitee. */
  readonly dataHost: { readonly name: string /** On this computer: a stand-in. */; readonly local: boolean } | null;
  /** BCP 47 tag of the language that the reader wants. */
  readonly readerLanguage: string;
  /** Labels of the project's capabilities. */
  readonly capabilities: readonly string[];
  readonly coordinates: readonly Coordinate[];
  /** For each of the coordinates, in their order; empty until the workspace was read. */
  readonly places: readonly PackagePlaces[];
  readonly dependencies: readonly WorkspaceDependency[];
  readonly license: {
    readonly own: OwnLicense | null;
    readonly use: LicenseUse;
    readonly distribution: Distribution;
    /** `null` until both licenses are known well enough to ask. */
    readonly verdict: LicenseVerdict | null;
    /** `null` where there is no policy. */
    readonly policy: PolicyWord | null;
    /** How the license differs from that of the saved finding, as a sentence; `null` where it does not. */
    readonly change: { readonly kind: string; readonly sentence: string } | null;
    /** The engine that quotes can be translated with; `null` where none is set up, or the reader knows Chinese. */
    readonly quoteEngine: EngineChoice | null;
    /** Quotes of the evidence that somebody asked to have translated. */
    readonly quotes: readonly QuoteTranslation[];
    /** What verdicts are made from, with dates and the words that the authors ask for. */
    readonly data: readonly {
      readonly name: string;
      readonly date: string;
      readonly url: string;
      readonly text: string;
    }[];
  };
  readonly finding: { readonly status: FindingStatus; readonly note: string; readonly savedAt: string } | null;
  readonly engines: readonly EngineChoice[];
  readonly translation: TranslationState;
  /** `null` until somebody asked for it: it costs a request. */
  readonly activity: Part<Activity> | null;
  /** `null` while the repository itself is not known. */
  readonly contributors: Part<readonly Contributor[]> | null;
  /** Projects of the catalog that do what this one does. */
  readonly similar: readonly SimilarProject[];
}

export type HostMessage =
  | { readonly kind: 'state'; readonly state: PageState }
  | ({ readonly kind: 'readme' } & ReadmeTexts)
  /** Said aloud by a screen reader; nothing is shown. */
  | { readonly kind: 'announce'; readonly text: string };

export type PageMessage =
  | { readonly kind: 'ready' }
  /** Asks for what is missing. */
  | { readonly kind: 'retry' }
  /** Asks for everything anew. */
  | { readonly kind: 'refresh' }
  | { readonly kind: 'open-home'; readonly host: Host; readonly path: string }
  | { readonly kind: 'copy'; readonly what: 'clone-command' | 'link' | 'markdown' | 'translation' }
  | { readonly kind: 'copy-coordinate'; readonly purl: string }
  /** Adds the package to a manifest of the workspace. */
  | { readonly kind: 'add-package'; readonly purl: string }
  | { readonly kind: 'reveal-dependency'; readonly purl: string; readonly uri: string }
  | { readonly kind: 'save-finding'; readonly status: FindingStatus; readonly note: string }
  | { readonly kind: 'remove-finding' }
  | { readonly kind: 'choose-use'; readonly use: LicenseUse; readonly distribution: Distribution }
  | { readonly kind: 'set-own-license' }
  /** Translates a quote of the evidence with the engine that is offered. */
  | { readonly kind: 'translate-quote'; readonly quote: string }
  /** Asks for a file of evidence on the project. */
  | { readonly kind: 'open-evidence' }
  | { readonly kind: 'translate'; readonly engine: string; readonly codeComments: boolean }
  /** A sentence by its place; `null` asks which. */
  | { readonly kind: 'correct'; readonly sentence: number | null }
  | { readonly kind: 'cancel-translation' }
  /** The model that could not be downloaded: from a file, or from a mirror that is set first. */
  | { readonly kind: 'bring-model'; readonly from: 'file' | 'mirror'; readonly engine: string }
  | { readonly kind: 'configure-translation' }
  | { readonly kind: 'show-activity' }
  | { readonly kind: 'show-contributors' }
  /** One page back or forward in this panel. */
  | { readonly kind: 'go'; readonly by: -1 | 1 }
  /** Where the reader is now, pixels from the top. */
  | { readonly kind: 'scrolled'; readonly scroll: number }
  /** A project of the catalog; `beside` in a page of its own. */
  | { readonly kind: 'open-project'; readonly project: string; readonly beside: boolean }
  | { readonly kind: 'read-version'; readonly path: string }
  /** Reads another version and translates it. */
  | { readonly kind: 'translate-version'; readonly path: string; readonly engine: string }
  /** One host, or all that are missing. */
  | { readonly kind: 'allow-images'; readonly host: string | null; readonly remember: boolean };

/** Whether a message is one of the host's. Only the host can post here; this guards against another version of it. */
export function isHostMessage(value: unknown): value is HostMessage {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  switch (value.kind) {
    case 'state':
      return 'state' in value && isPageState(value.state);
    case 'readme': {
      const hasTexts =
        'original' in value && isText(value.original) && 'translated' in value && isText(value.translated);
      return hasTexts && 'shape' in value && typeof value.shape === 'object';
    }
    case 'announce':
      return 'text' in value && typeof value.text === 'string';
    default:
      return false;
  }
}

const stateFields = [
  'page',
  'dataHost',
  'readerLanguage',
  'capabilities',
  'coordinates',
  'places',
  'dependencies',
  'license',
  'finding',
  'engines',
  'translation',
  'activity',
  'contributors',
  'similar',
] as const satisfies readonly (keyof PageState)[];

export function isPageState(value: unknown): value is PageState {
  return typeof value === 'object' && value !== null && stateFields.every(field => field in value);
}

function isText(value: unknown): boolean {
  if (value === null) return true;
  return typeof value === 'object' && 'html' in value && typeof value.html === 'string' && 'blockedHosts' in value;
}

/** The translation that is shown, as it is kept. */
export function translationIn({ page: { readme }, translation }: PageState): SavedTranslation | undefined {
  if (translation.kind !== 'done' || readme.kind !== 'found') return undefined;
  const { engine, engineVersion, translatedAt, codeComments } = translation;
  return { path: readme.value.path, engine, engineVersion, translatedAt, codeComments };
}
