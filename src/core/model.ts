/**
 * The words that the folders of the core share: types only, no behavior.
 * A type that one folder alone needs lives in that folder.
 */

/**
 * A sentence for people: English words with places `{0}`, `{1}`, and what stands in them. A host that speaks another
 * language translates the words; `core/sentences` makes such sentences and puts them into English.
 */
export interface Sentence {
  readonly words: string;
  readonly values: readonly (string | Sentence)[];
}

// ---------------------------------------------------------------- manifests

/** Start and end offsets in a text, in UTF-16 code units, end exclusive. */
export type TextRange = readonly [start: number, end: number];

/** Package ecosystems, named by their package-url type where one is registered. */
export type Ecosystem =
  | 'npm'
  | 'jsr'
  | 'bower'
  | 'pypi'
  | 'conda'
  | 'maven'
  | 'clojars'
  | 'golang'
  | 'cargo'
  | 'nuget'
  | 'composer'
  | 'gem'
  | 'pub'
  | 'hex'
  | 'swift'
  | 'cocoapods'
  | 'conan'
  | 'vcpkg'
  | 'cmake'
  | 'platformio'
  | 'idf'
  | 'zephyr'
  | 'ros'
  | 'bazel'
  | 'docker'
  | 'helm'
  | 'terraform'
  | 'github'
  | 'ohpm'
  | 'unity'
  | 'generic';

/** When a dependency is needed. */
export type DependencyScope = 'runtime' | 'development' | 'optional' | 'peer' | 'build' | 'test';

/** Where a package comes from. Everything but `registry` is private to its owner and never looked up online. */
export type DependencyOrigin = 'registry' | 'git' | 'url' | 'path' | 'workspace';

/** One dependency as it stands in a manifest. */
export interface Dependency {
  /** The name as written. */
  readonly name: string;
  /** Package URL without version: the identity of the package (of the alias target, not of the alias). */
  readonly purl: string;
  /** The version requirement as written; `null` where the manifest gives none. */
  readonly requirement: string | null;
  /** What the requirement comes to where it is an alias, a property, a catalog entry, ...; absent where it says all itself. */
  readonly resolved?: string | undefined;
  readonly scope: DependencyScope;
  readonly origin: DependencyOrigin;
  /** Where in the manifest: `dependencies`, `[tool.poetry.group.dev]`, a profile id, ... */
  readonly place: string;
  readonly nameRange: TextRange;
  readonly requirementRange: TextRange | null;
}

/** Something in a manifest that could not be read, in a sentence that says what to do. */
export interface ManifestProblem {
  readonly message: string;
  readonly range: TextRange;
}

/** A file that a manifest takes in, whatever its name. */
export interface Inclusion {
  /** As written, `/`-separated, from the folder of the manifest. */
  readonly path: string;
  /** Id of the format to read it as. */
  readonly format: string;
}

/** What a manifest says. */
export interface Manifest {
  /** The format's id, by its usual file name: `package.json`, `pom.xml`, `requirements.txt`. */
  readonly type: string;
  readonly ecosystem: Ecosystem;
  readonly dependencies: readonly Dependency[];
  readonly problems: readonly ManifestProblem[];
  /** Values that other manifests of the workspace may refer to (Maven properties, catalog aliases), by the format's own keys. */
  readonly definitions?: ReadonlyMap<string, string> | undefined;
  /** Absent where there are none. */
  readonly inclusions?: readonly Inclusion[] | undefined;
}

// ------------------------------------------------------------------ catalog

/** A text in English and Chinese. */
export interface BilingualText {
  readonly en: string;
  readonly zh: string;
}

export type Host = 'gitee' | 'github' | 'atomgit';

/** `primary`: development happens here; `dual`: at two places alike; the mirrors: by the project itself or by others; `moved`: it was here once. */
export type HomeKind = 'primary' | 'dual' | 'official-mirror' | 'community-mirror' | 'moved';

/** A place where a project lives. */
export interface Home {
  readonly host: Host;
  /** `owner/repository`. */
  readonly path: string;
  readonly kind: HomeKind;
}

/** Where a fact comes from. */
export interface Evidence {
  /** Which fields of the record this speaks for: `license`, `homes`, `steward`, `purls`, ... */
  readonly facts: readonly string[];
  readonly source: string;
  /** The file that was read inside the package, where `source` is the page of a package. */
  readonly file?: string | undefined;
  /** ISO date (YYYY-MM-DD) on which the source was read. */
  readonly date: string;
  readonly quote?: string | undefined;
}

/** Something that a user should know before adopting a project, with its source. */
export interface Reservation {
  readonly severity: 'note' | 'caution' | 'serious';
  readonly text: string;
  readonly source: string;
}

export type ProjectStatus = 'active' | 'quiet' | 'closed' | 'moved';

/** `library` is used from its own ecosystem only; a `server`, `tool` or `application` from any. */
export type ProjectForm = 'library' | 'server' | 'tool' | 'application';

/** A Chinese open-source project in the catalog. */
export interface Project {
  readonly id: string;
  readonly name: { readonly en: string; readonly zh?: string | undefined };
  readonly summary: BilingualText;
  readonly homes: readonly Home[];
  /** SPDX expression, `NOASSERTION` when unknown. */
  readonly license: string;
  /** What the license text adds or hides, where it does. */
  readonly licenseNote?: string | undefined;
  /** Package URLs (without version) that the project publishes. */
  readonly purls: readonly string[];
  /** Beginnings of package URLs that are all the project's own: `pkg:npm/%40antv/`, `pkg:maven/cn.hutool/`. */
  readonly families?: readonly string[] | undefined;
  /** Ids of capabilities, the most characteristic first. */
  readonly capabilities: readonly string[];
  readonly form: ProjectForm;
  readonly steward: { readonly name: string; readonly kind: 'company' | 'foundation' | 'community' | 'person' };
  readonly status: ProjectStatus;
  /** Languages of the documentation, BCP 47. */
  readonly documentation: readonly string[];
  /** What using it asks for: "needs a JVM 17", "React only". */
  readonly needs?: string | undefined;
  readonly homepage?: string | undefined;
  readonly reservations: readonly Reservation[];
  readonly evidence: readonly Evidence[];
  /** ISO date on which registries or Gitee were last asked and agreed; absent while nobody has asked. */
  readonly verified?: string | undefined;
}

/** What something is for. */
export interface Capability {
  readonly id: string;
  readonly label: string;
  /** What things of this kind are called, to follow "Both are": `date-time libraries`. */
  readonly plural: string;
  /** Chinese search terms, the best first. */
  readonly zh: readonly string[];
  /** A `broad` capability alone never makes a suggestion. */
  readonly specificity: 'narrow' | 'broad';
  /** What changing from one to another of this kind costs, where no source says it of the pair. */
  readonly effort: 'similar' | 'rewrite';
  /** Ids of capabilities that are often used together with this one. */
  readonly neighbors: readonly string[];
  /** Ids of the projects that a person of the field names first, the first first: a judgment, where there are several. */
  readonly named?: readonly string[] | undefined;
}

// -------------------------------------------------------------- suggestions

export type Relation = 'equivalent' | 'complementary' | 'same-project';
export type Effort = 'drop-in' | 'similar' | 'rewrite';

/** Why a suggestion is made: facts, put into words by whoever shows them. */
export type SuggestionReason =
  | { readonly kind: 'same-project'; readonly purl: string }
  | { readonly kind: 'shared-capabilities'; readonly capabilities: readonly string[] }
  | { readonly kind: 'documented'; readonly claim: string; readonly source: string }
  | { readonly kind: 'complements'; readonly claim: string; readonly source: string };

/** A project offered for a dependency. */
export interface Suggestion {
  /** Id of the project in the catalog. */
  readonly project: string;
  readonly name: string;
  readonly relation: Relation;
  readonly effort: Effort;
  /** An English sentence that a person understands. */
  readonly reason: string;
  readonly reasons: readonly SuggestionReason[];
  readonly capabilities: readonly string[];
  readonly license: string;
  readonly homes: { readonly gitee: string | null; readonly github: string | null; readonly atomgit: string | null };
  readonly purls: readonly string[];
  /** ISO date on which registries or Gitee were asked about the project and agreed; `null` while nobody has asked. */
  readonly verified?: string | null | undefined;
}

/** All that the catalog has to say of one package. */
export interface Suggestions {
  readonly purl: string;
  /** `chinese`: the package is itself of Chinese origin; `other`: known and not; `unknown`: not in the catalog. */
  readonly origin: 'chinese' | 'other' | 'unknown';
  readonly suggestions: readonly Suggestion[];
}

// -------------------------------------------------------------------- gitee

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

// ------------------------------------------------------------------- search

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

// ----------------------------------------------------------------- licenses

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

// ----------------------------------------------------------------- findings

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
