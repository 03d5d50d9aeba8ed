import type { Catalog } from '../../core/catalog/index.ts';
import type { WorkspaceManifest } from '../../core/manifests/index.ts';
import type { Dependency, Manifest, Suggestions } from '../../core/model.ts';
import type { IndexedDependency, IndexedManifest } from '../manifest-index.ts';
import type { Preferences } from './preferences.ts';

/** Parsers and catalog, loaded when the first manifest is looked at. */
export interface Knowledge {
  readonly patterns: readonly string[];
  isManifestPath(path: string): boolean;
  readManifest(path: string, text: string, format?: string): Manifest | undefined;
  /** What others may take from a manifest: see the core. */
  offerOf(manifest: Manifest): string;
  createResolver(files: readonly WorkspaceManifest[]): (file: WorkspaceManifest) => Manifest;
  suggest(purl: string): Suggestions;
}

/** Whether a `/`-separated path is that of a manifest; needs the parsers only, not the catalog. */
export async function isManifestPath(path: string): Promise<boolean> {
  const { formatOf } = await import('../../core/manifests/index.ts');
  return formatOf(path) !== undefined;
}

/** Packages whose suggestions are remembered; a workspace of thousands of manifests names the same ones again and again. */
const mostRemembered = 20_000;

export async function loadKnowledge(loadCatalog: () => Promise<Catalog>): Promise<Knowledge> {
  const [{ createResolver, formatOf, formats, offerOf, readManifest }, { suggest }, catalog] = await Promise.all([
    import('../../core/manifests/index.ts'),
    import('../../core/suggestions/index.ts'),
    loadCatalog(),
  ]);
  const remembered = new Map<string, Suggestions>();
  return {
    patterns: [...new Set(formats.flatMap(format => format.patterns))],
    isManifestPath: path => formatOf(path) !== undefined,
    readManifest,
    offerOf,
    createResolver,
    suggest: purl => {
      const known = remembered.get(purl);
      if (known) return known;
      const suggestions = suggest(purl, catalog);
      if (remembered.size >= mostRemembered) remembered.clear();
      remembered.set(purl, suggestions);
      return suggestions;
    },
  };
}

/**
 * Adds to each dependency what the catalog has for it, except where the user does not want to be told.
 *
 * @param done dependencies that have it already and are taken as they are
 */
export function assess(
  manifest: Manifest,
  place: Pick<IndexedManifest, 'uri' | 'label'>,
  knowledge: Pick<Knowledge, 'suggest'>,
  { disabledEcosystems, ignoredPackages }: Preferences,
  done: ReadonlySet<Dependency> = new Set(),
): IndexedManifest {
  const { type, ecosystem, dependencies, problems } = manifest;
  const silent = disabledEcosystems.has(ecosystem);
  return {
    ...place,
    type,
    ecosystem,
    problems,
    dependencies: dependencies.map(dependency => {
      if (done.has(dependency) && isIndexed(dependency)) return dependency;
      // The text of the catalog's answer: the same name stands in thousands of manifests.
      const { purl, origin, suggestions } = knowledge.suggest(dependency.purl);
      const unwanted = silent || ignoredPackages.has(dependency.purl);
      return { ...dependency, purl, chinese: origin === 'chinese', suggestions: unwanted ? [] : suggestions };
    }),
  };
}

function isIndexed(dependency: Dependency): dependency is IndexedDependency {
  return 'suggestions' in dependency;
}
