import type { Dependency, DependencyOrigin, DependencyScope, Manifest } from '../../../core/model.ts';

/**
 * Numbers of a dependency: five texts, scope and origin in one, and where name and requirement begin: both are as long as
 * their texts. What is absent is -1.
 */
export const fields = 8;

export const scopes = [
  'runtime',
  'development',
  'optional',
  'peer',
  'build',
  'test',
] as const satisfies readonly DependencyScope[];
export const origins = ['registry', 'git', 'url', 'path', 'workspace'] as const satisfies readonly DependencyOrigin[];

/** Where the dependencies of a manifest stand as numbers. */
export interface Numbers {
  /** Texts by their numbers; those of other manifests among them. */
  readonly texts: readonly string[];
  /** Fields of dependencies, one after the other; those of other manifests among them. */
  readonly all: Int32Array<ArrayBuffer>;
  /** Of the first dependency in `all`. */
  readonly start: number;
  readonly count: number;
}

/**
 * A manifest whose dependencies are numbers until somebody asks for them: as objects the 150,000 of a large workspace
 * would take five times the memory, and the collector would look at them again and again.
 */
export class CompactManifest implements Manifest {
  readonly type: Manifest['type'];
  readonly ecosystem: Manifest['ecosystem'];
  readonly problems: Manifest['problems'];
  readonly definitions: Manifest['definitions'];
  readonly inclusions: Manifest['inclusions'];
  readonly #numbers: Numbers;
  #made: readonly Dependency[] | undefined;

  constructor(
    { type, ecosystem, problems, definitions, inclusions }: Omit<Manifest, 'dependencies'>,
    numbers: Numbers,
  ) {
    this.type = type;
    this.ecosystem = ecosystem;
    this.problems = problems;
    this.definitions = definitions;
    this.inclusions = inclusions;
    this.#numbers = numbers;
  }

  get count(): number {
    return this.#numbers.count;
  }

  /**
   * The same objects for whoever asks again at once. Kept no longer, not even weakly: what is kept while the collector
   * passes outlives it by far.
   */
  get dependencies(): readonly Dependency[] {
    if (this.#made) return this.#made;
    const made = Array.from({ length: this.count }, (_, position) => this.dependencyAt(position));
    this.#made = made;
    queueMicrotask(() => {
      this.#made = undefined;
    });
    return made;
  }

  has(purl: string): boolean {
    for (let position = 0; position < this.count; position += 1) if (this.purlAt(position) === purl) return true;
    return false;
  }

  purlAt(position: number): string {
    return this.#text(position, 1) ?? '';
  }

  dependencyAt(position: number): Dependency {
    const name = this.#text(position, 0) ?? '';
    const requirement = this.#text(position, 2) ?? null;
    const resolved = this.#text(position, 3);
    const kind = this.#number(position, 5);
    const nameStart = this.#number(position, 6);
    const requirementStart = this.#number(position, 7);
    const dependency: Dependency = {
      name,
      purl: this.purlAt(position),
      requirement,
      scope: scopes[Math.floor(kind / origins.length)] ?? 'runtime',
      origin: origins[kind % origins.length] ?? 'registry',
      place: this.#text(position, 4) ?? '',
      nameRange: [nameStart, nameStart + name.length],
      requirementRange: requirement === null ? null : [requirementStart, requirementStart + requirement.length],
    };
    return resolved === undefined ? dependency : { ...dependency, resolved };
  }

  #number(position: number, field: number): number {
    const { all, start } = this.#numbers;
    return all[start + position * fields + field] ?? -1;
  }

  #text(position: number, field: number): string | undefined {
    return this.#numbers.texts[this.#number(position, field)];
  }
}
