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

export type PublisherKind = Project['steward']['kind'];

/** An account on a host of repositories. */
export interface Account {
  readonly host: Host;
  readonly account: string;
}

/** A Chinese company, foundation, community or person that publishes packages. Its packages need no project in the catalog. */
export interface Publisher {
  readonly id: string;
  readonly name: { readonly en: string; readonly zh?: string | undefined };
  readonly kind: PublisherKind;
  readonly accounts: readonly Account[];
  /** Beginnings of package URLs that are all its own, as those of a project. */
  readonly families: readonly string[];
  /** Where it is shown that it is Chinese, and which accounts are its own. */
  readonly source?: string | undefined;
}

/** Who publishes a package of Chinese origin for which the catalog has no project. The claim is no more than that. */
export interface PackagePublisher {
  /** `record`: the catalog knows the publisher; `domain`, `account`: the name of the package shows it by itself. */
  readonly known: 'record' | 'domain' | 'account';
  /** Id of the publisher in the catalog, `null` where nothing but the name of the package is known. */
  readonly id: string | null;
  /** `Alibaba`; of a domain `example.cn`; of an account its name. */
  readonly name: string;
  readonly zh?: string | undefined;
  readonly kind: PublisherKind | null;
  /** Accounts, as in the addresses of the hosts. */
  readonly gitee: string | null;
  readonly github: string | null;
  readonly atomgit: string | null;
  /** Where it is shown; `null` for a company's own entry without evidence. */
  readonly source: string | null;
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
  /** Who publishes the package, where that is all that is known of it; then there are no suggestions. */
  readonly publisher?: PackagePublisher | undefined;
  readonly suggestions: readonly Suggestion[];
}
