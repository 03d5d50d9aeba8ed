import type { Dependency, Manifest } from '../model.ts';
import { mavenPurl } from '../purl/index.ts';
import { fill, type Lookup } from './variables.ts';
import {
  folderOf,
  joinPath,
  mapDependencies,
  type Workspace,
  type WorkspaceManifest,
  withResolved,
} from './workspace.ts';

const none: ReadonlyMap<string, Dependency> = new Map();
const nothing: readonly never[] = [];

/** Parents of parents are followed so far; real chains have five. */
const longestChain = 20;

/** Properties and managed versions of parents, and of bills of material that stand in the workspace. */
export function resolveMaven(workspace: Workspace): (file: WorkspaceManifest) => Manifest {
  const poms = new PomIndex(workspace);
  return file => {
    const chain = poms.chainOf(file);
    const lookup = lookupIn(chain);
    return mapDependencies(file.manifest, dependency => {
      const purl = fillMavenPurl(dependency.purl, lookup);
      const written = dependency.requirement ?? poms.managedVersion(purl, dependency, chain);
      const version = written === undefined ? undefined : fill(written, lookup);
      const own = poms.has(purl) && dependency.place !== 'parent';
      if (purl === dependency.purl && !own && (version ?? null) === (dependency.resolved ?? dependency.requirement))
        return dependency;
      return withResolved(dependency, version, { purl, origin: own ? 'workspace' : dependency.origin });
    });
  };
}

/** Fills in what stands encoded in a package URL. */
export function fillMavenPurl(purl: string, lookup: Lookup): string {
  if (!purl.includes('%24')) return purl;
  const [group = '', artifact = ''] = purl.slice('pkg:maven/'.length).split('/').map(decodeURIComponent);
  return mavenPurl(fill(group, lookup), fill(artifact, lookup));
}

/** The nearest definition counts; `project.*` is always that of the pom itself. */
function lookupIn(chain: readonly WorkspaceManifest[]): Lookup {
  return name => {
    const files = /^(?:project|pom)\./.test(name) ? chain.slice(0, 1) : chain;
    const key = name.startsWith('pom.') ? `project.${name.slice(4)}` : name;
    for (const { manifest } of files) {
      const value = manifest.definitions?.get(`property:${key}`) ?? parentProperty(manifest, key);
      if (value !== undefined) return value;
    }
    return undefined;
  };
}

function parentProperty({ definitions }: Manifest, name: string): string | undefined {
  return name.startsWith('project.parent.')
    ? definitions?.get(`parent.${name.slice('project.parent.'.length)}`)
    : undefined;
}

class PomIndex {
  readonly #workspace: Workspace;
  readonly #byPurl = new Map<string, WorkspaceManifest>();
  readonly #chains = new Map<WorkspaceManifest, readonly WorkspaceManifest[]>();
  readonly #materials = new Map<WorkspaceManifest, readonly WorkspaceManifest[]>();
  readonly #managed = new Map<WorkspaceManifest, ReadonlyMap<string, Dependency>>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
    for (const file of workspace.ofType('pom.xml')) {
      const group = file.manifest.definitions?.get('property:project.groupId');
      const artifact = file.manifest.definitions?.get('property:project.artifactId');
      if (group && artifact) this.#byPurl.set(mavenPurl(group, artifact), file);
    }
  }

  has(purl: string): boolean {
    return this.#byPurl.has(purl);
  }

  /** The pom and its parents, as far as they stand in the workspace. */
  chainOf(file: WorkspaceManifest): readonly WorkspaceManifest[] {
    const known = this.#chains.get(file);
    if (known) return known;
    const chain: WorkspaceManifest[] = [];
    for (
      let pom: WorkspaceManifest | undefined = file;
      pom && chain.length < longestChain && !chain.includes(pom);
      pom = this.#parentOf(pom)
    )
      chain.push(pom);
    this.#chains.set(file, chain);
    return chain;
  }

  #parentOf({ path, manifest: { definitions } }: WorkspaceManifest): WorkspaceManifest | undefined {
    const group = definitions?.get('parent.groupId');
    const artifact = definitions?.get('parent.artifactId');
    if (!group || !artifact) return undefined;
    const relative = definitions?.get('parent.path');
    const target = relative ? joinPath(folderOf(path), relative) : undefined;
    const found =
      target === undefined
        ? undefined
        : (this.#workspace.at(target) ?? this.#workspace.at(target === '' ? 'pom.xml' : `${target}/pom.xml`));
    // Maven looks at the path and takes the pom there only if it is the one that was meant.
    const isMeant = found?.manifest.definitions?.get('property:project.artifactId') === artifact;
    return isMeant ? found : this.#byPurl.get(mavenPurl(group, artifact));
  }

  /** The version in the nearest `dependencyManagement` or `pluginManagement`. */
  managedVersion(purl: string, { place }: Dependency, chain: readonly WorkspaceManifest[]): string | undefined {
    const kind = /plugins$/.test(place) ? 'build.pluginManagement' : 'dependencyManagement';
    for (const pom of chain) {
      const found =
        this.#managedOf(pom).get(`${kind} ${purl}`) ??
        (kind === 'dependencyManagement' ? this.#imported(purl, pom) : undefined);
      // A property that the pom sets anew counts in what it inherits.
      if (found?.requirement) return fill(found.requirement, lookupIn(chain));
    }
    return undefined;
  }

  /** A managed pom of the workspace is a bill of material: its own managed versions count. */
  #imported(purl: string, pom: WorkspaceManifest): Dependency | undefined {
    for (const material of this.#materialsOf(pom)) {
      const found = this.#managedOf(material).get(`dependencyManagement ${purl}`);
      if (found?.requirement)
        return { ...found, requirement: fill(found.requirement, lookupIn(this.chainOf(material))) };
    }
    return undefined;
  }

  #materialsOf(pom: WorkspaceManifest): readonly WorkspaceManifest[] {
    const known = this.#materials.get(pom);
    if (known) return known;
    const keys = [...this.#managedOf(pom).keys()].filter(key => key.startsWith('dependencyManagement '));
    const materials = keys
      .flatMap(key => this.#byPurl.get(key.slice('dependencyManagement '.length)) ?? [])
      .filter(file => file !== pom);
    this.#materials.set(pom, materials.length > 0 ? materials : nothing);
    return materials;
  }

  #managedOf(file: WorkspaceManifest): ReadonlyMap<string, Dependency> {
    const known = this.#managed.get(file);
    if (known) return known;
    const lookup = lookupIn(this.chainOf(file));
    const managed = new Map<string, Dependency>();
    for (const dependency of file.manifest.dependencies) {
      const { place, purl } = dependency;
      if (place === 'dependencyManagement' || place === 'build.pluginManagement')
        managed.set(`${place} ${fillMavenPurl(purl, lookup)}`, dependency);
    }
    // Most poms manage nothing: one map for all of them.
    const kept = managed.size > 0 ? managed : none;
    this.#managed.set(file, kept);
    return kept;
  }
}
