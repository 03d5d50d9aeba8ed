import type { Dependency, Finding, Manifest, PackagePublisher, Project, Suggestion } from '../model.ts';
import { inEnglish, publisherSentence } from '../sentences/index.ts';

/** A dependency with what the catalog has for it; without the field when nobody asked. */
export interface ScannedDependency extends Dependency {
  readonly suggestions?: readonly Suggestion[];
  /** Who publishes it, where that is all that the catalog knows of it. */
  readonly publisher?: PackagePublisher | undefined;
}

/** A manifest of a scanned folder. */
export interface ScannedManifest extends Omit<Manifest, 'dependencies' | 'definitions'> {
  /** `/`-separated, relative to the folder that was scanned. */
  readonly path: string;
  readonly dependencies: readonly ScannedDependency[];
}

/** A manifest with the text that its offsets point into. */
export interface ScannedFile {
  readonly manifest: ScannedManifest;
  readonly text: string;
}

/**
 * Something that a policy does not allow: a dependency that is itself of Chinese origin, or a project that was adopted.
 * What is only suggested breaks no rule.
 */
export interface PolicyViolation {
  readonly decision: 'review' | 'denied';
  /** A sentence that names the license, the list and the policy. */
  readonly reason: string;
  /** Id of the project, as in the catalog or as a finding outside of it is called. */
  readonly project: string;
  readonly license: string;
  /** Where it stands: in a manifest, or in a finding. */
  readonly place:
    | { readonly kind: 'dependency'; readonly manifest: string; readonly dependency: ScannedDependency }
    | { readonly kind: 'finding'; readonly finding: Finding };
}

/**
 * What a report is made of. Nothing in it is of the moment in which it is made, so that the same input gives the same
 * bytes: a date in a report is one of its sources.
 */
export interface ReportInput {
  readonly title: string;
  /** Of Gitee Scout. */
  readonly version: string;
  readonly files: readonly ScannedFile[];
  readonly findings: readonly Finding[];
  readonly violations: readonly PolicyViolation[];
  /** Names of the policies that were applied. */
  readonly policies: readonly string[];
  /** What the catalog says of a project: its sources and their dates. */
  project(id: string): Project | undefined;
  /** ISO date of the newest evidence in the catalog; empty where it was not asked. */
  readonly catalogDate: string;
}

/** The suggestions of a report, each with where it stands. */
export interface PlacedSuggestion {
  readonly manifest: string;
  readonly dependency: ScannedDependency;
  readonly suggestion: Suggestion;
}

export function suggestionsOf({ files }: Pick<ReportInput, 'files'>): readonly PlacedSuggestion[] {
  return files.flatMap(({ manifest }) =>
    manifest.dependencies.flatMap(dependency =>
      (dependency.suggestions ?? []).map(suggestion => ({ manifest: manifest.path, dependency, suggestion })),
    ),
  );
}

/** A dependency that is known by its Chinese publisher alone, and where it stands. */
export interface PlacedPublisher {
  readonly manifest: string;
  readonly dependency: ScannedDependency;
  readonly publisher: PackagePublisher;
  /** English. */
  readonly reason: string;
}

export function publishersOf({ files }: Pick<ReportInput, 'files'>): readonly PlacedPublisher[] {
  return files.flatMap(({ manifest }) =>
    manifest.dependencies.flatMap(dependency => {
      const { publisher } = dependency;
      if (!publisher) return [];
      return [{ manifest: manifest.path, dependency, publisher, reason: inEnglish(publisherSentence(publisher)) }];
    }),
  );
}

/** Is it itself of Chinese origin: a project of the catalog, or known by its publisher? */
export function isChinese({ suggestions = [], publisher }: ScannedDependency): boolean {
  return publisher !== undefined || suggestions.some(({ relation }) => relation === 'same-project');
}

/** The newest source for what is said of a project, and its ISO date. */
export function sourceOf(project: Project | undefined): { readonly source: string; readonly date: string } | undefined {
  return project?.evidence.reduce<{ source: string; date: string } | undefined>(
    (newest, { source, date }) => (newest === undefined || date > newest.date ? { source, date } : newest),
    undefined,
  );
}
