import type {
  Dependency,
  DependencyOrigin,
  DependencyScope,
  Ecosystem,
  Inclusion,
  Manifest,
  ManifestProblem,
  TextRange,
} from '../model.ts';

/** A kind of manifest: facts and a parser. */
export interface ManifestFormat {
  /** The usual file name, unique among the formats. */
  readonly id: string;
  readonly ecosystem: Ecosystem;
  /** Globs (`*` within a name) on the file name, or on the end of the path where they contain a `/`. */
  readonly patterns: readonly string[];
  /**
   * Present where the patterns are so wide (`*.yaml`) that only the text tells: a quick look, without parsing. Where it
   * says no, the file is no manifest of this format.
   */
  readonly accepts?: (text: string) => boolean;
  /** Never throws; offsets are UTF-16 units in `text`. */
  readonly parse: (text: string) => Manifest;
}

/** A stretch of text: scalars of every syntax reader are one. */
export interface Piece {
  readonly start: number;
  readonly end: number;
}

export interface DependencyFacts {
  readonly purl: string;
  readonly place: string;
  readonly scope?: DependencyScope | undefined;
  readonly origin?: DependencyOrigin | undefined;
  readonly resolved?: string | undefined;
}

/** Gathers what a parser finds. Names and requirements are cut from the text, so they always fit their ranges. */
export class ManifestBuilder {
  readonly #text: string;
  readonly #dependencies: Dependency[] = [];
  readonly #problems: ManifestProblem[] = [];
  readonly #definitions = new Map<string, string>();
  readonly #inclusions: Inclusion[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  /** Empty names are passed over: somebody is typing. */
  add(name: Piece, requirement: Piece | undefined, facts: DependencyFacts): void {
    if (name.end <= name.start || facts.purl.endsWith('/')) return;
    // A requirement of several strings ends behind a quote that may still be to type.
    const end = Math.min(requirement?.end ?? 0, this.#text.length);
    const written = requirement ? this.#text.slice(requirement.start, end) : null;
    this.#dependencies.push({
      name: this.#text.slice(name.start, name.end),
      purl: facts.purl,
      requirement: written,
      scope: facts.scope ?? 'runtime',
      origin: facts.origin ?? 'registry',
      place: facts.place,
      nameRange: [name.start, name.end],
      requirementRange: requirement ? [requirement.start, end] : null,
      ...(facts.resolved !== undefined && facts.resolved !== written ? { resolved: facts.resolved } : {}),
    });
  }

  problem(message: string, range: TextRange): void {
    this.#problems.push({ message, range });
  }

  /** A value that other manifests of the workspace may refer to. */
  define(key: string, value: string): void {
    this.#definitions.set(key, value);
  }

  /** A file of the workspace that is read as well, as the format of that id. */
  include(path: string, format: string): void {
    this.#inclusions.push({ path, format });
  }

  build(type: string, ecosystem: Ecosystem, problems: readonly ManifestProblem[] = []): Manifest {
    // Formats read their sections in an order of their own; everybody else wants the order of the file.
    if (this.#dependencies.some(isBehindNext))
      this.#dependencies.sort((left, right) => left.nameRange[0] - right.nameRange[0]);
    return {
      type,
      ecosystem,
      dependencies: this.#dependencies,
      problems: problems.length > 0 ? [...problems, ...this.#problems] : this.#problems,
      ...(this.#definitions.size > 0 ? { definitions: this.#definitions } : {}),
      ...(this.#inclusions.length > 0 ? { inclusions: this.#inclusions } : {}),
    };
  }
}

function isBehindNext({ nameRange }: Dependency, index: number, all: readonly Dependency[]): boolean {
  const next = all[index + 1];
  return next !== undefined && next.nameRange[0] < nameRange[0];
}
