import type { Dependency, Suggestions } from '../../core/model.ts';
import type { IndexedDependency, IndexedManifest } from '../manifest-index.ts';
import type { Preferences } from './preferences.ts';
import type { CompactManifest } from './reading/compact-manifest.ts';

/** What the catalog has, by package URL; nothing for packages that it does not know. */
export type Answers = ReadonlyMap<string, Suggestions>;

/** Suggestions that the user does not want to hear of. */
type Unwanted = Pick<Preferences, 'disabledEcosystems' | 'ignoredPackages'>;

/**
 * Adds to each dependency what the catalog has for it, except where the user does not want to be told.
 *
 * @param answers for those of its packages that the catalog knows; kept, and never to say something else of one of them
 */
export function assess(
  manifest: CompactManifest,
  { uri, label }: Pick<IndexedManifest, 'uri' | 'label'>,
  answers: Answers,
  unwanted: Unwanted,
): IndexedManifest {
  const positions: number[] = [];
  for (let position = 0; position < manifest.count; position += 1) {
    const purl = manifest.purlAt(position);
    const answer = answers.get(purl);
    if (answer && isWanted(manifest, purl, unwanted) && saysSomething(answer)) positions.push(position);
  }
  return new AssessedManifest(manifest, { uri, label }, positions.length > 0 ? positions : none, answers);
}

function isWanted(
  { ecosystem }: CompactManifest,
  purl: string,
  { disabledEcosystems, ignoredPackages }: Unwanted,
): boolean {
  return !disabledEcosystems.has(ecosystem) && !ignoredPackages.has(purl);
}

function saysSomething({ origin, suggestions }: Suggestions): boolean {
  return origin === 'chinese' || suggestions.length > 0;
}

/** Keeps where those are that the catalog knows; all objects of dependencies are made when somebody asks for them. */
class AssessedManifest implements IndexedManifest {
  readonly uri: IndexedManifest['uri'];
  readonly label: string;
  readonly #manifest: CompactManifest;
  readonly #positions: readonly number[];
  readonly #answers: Answers;
  #made: WeakRef<readonly IndexedDependency[]> | undefined;

  constructor(
    manifest: CompactManifest,
    { uri, label }: Pick<IndexedManifest, 'uri' | 'label'>,
    positions: readonly number[],
    answers: Answers,
  ) {
    this.uri = uri;
    this.label = label;
    this.#manifest = manifest;
    this.#positions = positions;
    this.#answers = answers;
  }

  get type(): IndexedManifest['type'] {
    return this.#manifest.type;
  }

  get ecosystem(): IndexedManifest['ecosystem'] {
    return this.#manifest.ecosystem;
  }

  get problems(): IndexedManifest['problems'] {
    return this.#manifest.problems;
  }

  get count(): number {
    return this.#manifest.count;
  }

  has(purl: string): boolean {
    return this.#manifest.has(purl);
  }

  get recognized(): readonly IndexedDependency[] {
    const known = this.#made?.deref();
    if (known) return this.#positions.flatMap(position => known[position] ?? []);
    return this.#positions.map(position => this.#indexed(this.#manifest.dependencyAt(position)));
  }

  get dependencies(): readonly IndexedDependency[] {
    const known = this.#made?.deref();
    if (known) return known;
    let next = 0;
    const made = this.#manifest.dependencies.map((dependency, position) => {
      if (this.#positions[next] !== position) return indexed(dependency, undefined);
      next += 1;
      return this.#indexed(dependency);
    });
    this.#made = new WeakRef(made);
    return made;
  }

  #indexed(dependency: Dependency): IndexedDependency {
    return indexed(dependency, this.#answers.get(dependency.purl));
  }
}

const none: readonly never[] = [];

/** Field by field: what is spread takes half as much memory again. Few have a resolved version, and fewer a publisher. */
function indexed(dependency: Dependency, answer: Suggestions | undefined): IndexedDependency {
  const { name, purl, requirement, resolved, scope, origin, place, nameRange, requirementRange } = dependency;
  const chinese = answer?.origin === 'chinese';
  const suggestions = answer?.suggestions ?? none;
  const known =
    resolved === undefined
      ? { name, purl, requirement, scope, origin, place, nameRange, requirementRange, chinese, suggestions }
      : { name, purl, requirement, resolved, scope, origin, place, nameRange, requirementRange, chinese, suggestions };
  return answer?.publisher === undefined ? known : { ...known, publisher: answer.publisher };
}
