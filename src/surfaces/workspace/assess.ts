import type { Dependency, Manifest, Suggestions } from '../../core/model.ts';
import type { IndexedDependency, IndexedManifest } from '../manifest-index.ts';
import type { Preferences } from './preferences.ts';

/** What the catalog has, by package URL. */
export type Answers = ReadonlyMap<string, Suggestions>;

/**
 * Adds to each dependency what the catalog has for it, except where the user does not want to be told.
 *
 * @param answers for all its packages
 * @param done dependencies that have it already and are taken as they are
 */
export function assess(
  manifest: Manifest,
  { uri, label }: Pick<IndexedManifest, 'uri' | 'label'>,
  answers: Answers,
  { disabledEcosystems, ignoredPackages }: Preferences,
  done: ReadonlySet<Dependency> = new Set(),
): IndexedManifest {
  const { type, ecosystem, dependencies, problems } = manifest;
  const silent = disabledEcosystems.has(ecosystem);
  return {
    uri,
    label,
    type,
    ecosystem,
    problems,
    dependencies: dependencies.map(dependency => {
      if (done.has(dependency) && isIndexed(dependency)) return dependency;
      const answer = answers.get(dependency.purl);
      const unwanted = silent || ignoredPackages.has(dependency.purl);
      return indexed(dependency, answer?.origin === 'chinese', unwanted ? none : (answer?.suggestions ?? none));
    }),
  };
}

const none: IndexedDependency['suggestions'] = [];

/** Field by field: of a large workspace there are 150,000, and what is spread takes half as much memory again. */
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

function isIndexed(dependency: Dependency): dependency is IndexedDependency {
  return 'suggestions' in dependency;
}
