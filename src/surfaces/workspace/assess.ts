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
 * @param answers for those of its packages that the catalog knows
 */
export function assess(
  manifest: CompactManifest,
  { uri, label }: Pick<IndexedManifest, 'uri' | 'label'>,
  answers: Answers,
  { disabledEcosystems, ignoredPackages }: Unwanted,
): IndexedManifest {
  const silent = disabledEcosystems.has(manifest.ecosystem);
  const recognized = new Map<number, IndexedDependency>();
  for (let position = 0; position < manifest.count; position += 1) {
    const purl = manifest.purlAt(position);
    const answer = answers.get(purl);
    if (!answer) continue;
    const chinese = answer.origin === 'chinese';
    const suggestions = silent || ignoredPackages.has(purl) ? none : answer.suggestions;
    if (chinese || suggestions.length > 0)
      recognized.set(position, indexed(manifest.dependencyAt(position), chinese, suggestions));
  }
  return new AssessedManifest(manifest, { uri, label }, recognized);
}

/** Keeps what the catalog knows; all the other dependencies are made when somebody asks for them. */
class AssessedManifest implements IndexedManifest {
  readonly uri: IndexedManifest['uri'];
  readonly label: string;
  readonly type: IndexedManifest['type'];
  readonly ecosystem: IndexedManifest['ecosystem'];
  readonly problems: IndexedManifest['problems'];
  readonly recognized: readonly IndexedDependency[];
  readonly #manifest: CompactManifest;
  readonly #positions: readonly number[];
  #made: WeakRef<readonly IndexedDependency[]> | undefined;

  constructor(
    manifest: CompactManifest,
    { uri, label }: Pick<IndexedManifest, 'uri' | 'label'>,
    recognized: ReadonlyMap<number, IndexedDependency>,
  ) {
    this.uri = uri;
    this.label = label;
    this.type = manifest.type;
    this.ecosystem = manifest.ecosystem;
    this.problems = manifest.problems;
    this.recognized = recognized.size > 0 ? [...recognized.values()] : none;
    this.#manifest = manifest;
    this.#positions = recognized.size > 0 ? [...recognized.keys()] : none;
  }

  get count(): number {
    return this.#manifest.count;
  }

  has(purl: string): boolean {
    return this.#manifest.has(purl);
  }

  get dependencies(): readonly IndexedDependency[] {
    const known = this.#made?.deref();
    if (known) return known;
    let next = 0;
    const made = this.#manifest.dependencies.map((dependency, position) => {
      const recognized = this.#positions[next] === position ? this.recognized[next] : undefined;
      if (recognized) next += 1;
      return recognized ?? indexed(dependency, false, none);
    });
    this.#made = new WeakRef(made);
    return made;
  }
}

const none: readonly never[] = [];

/** Field by field: what is spread takes half as much memory again. */
function indexed(
  dependency: Dependency,
  chinese: boolean,
  suggestions: IndexedDependency['suggestions'],
): IndexedDependency {
  const { name, purl, requirement, resolved, scope, origin, place, nameRange, requirementRange } = dependency;
  return resolved === undefined
    ? { name, purl, requirement, scope, origin, place, nameRange, requirementRange, chinese, suggestions }
    : { name, purl, requirement, resolved, scope, origin, place, nameRange, requirementRange, chinese, suggestions };
}
