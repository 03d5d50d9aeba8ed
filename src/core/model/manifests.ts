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
