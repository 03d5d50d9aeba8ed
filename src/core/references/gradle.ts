import type { Dependency, Manifest } from '../model.ts';
import { mavenPurl } from '../purl/index.ts';
import { fillMavenPurl } from './maven.ts';
import { fill, type Lookup } from './variables.ts';
import { mapDependencies, type Workspace, type WorkspaceManifest, withResolved } from './workspace.ts';

const catalogSuffix = '.versions.toml';

/** Accessors of version catalogs (`libs.a.b`), and variables of the scripts and gradle.properties above. */
export function resolveGradle(workspace: Workspace): (file: WorkspaceManifest) => Manifest {
  return ({ path, manifest }) => {
    if (!manifest.dependencies.some(needsMore)) return manifest;
    const above = [...workspace.above(path, 'gradle')];
    const lookup = lookupIn(above);
    return mapDependencies(manifest, dependency => {
      if (dependency.origin === 'workspace') return resolveAccessor(dependency, above);
      if (!needsMore(dependency)) return dependency;
      const { requirement } = dependency;
      const written =
        requirement === null
          ? undefined
          : isName(requirement)
            ? (lookup(requirement) ?? requirement)
            : fill(requirement, lookup);
      return withResolved(dependency, dependency.resolved?.includes('$') === false ? dependency.resolved : written, {
        purl: fillMavenPurl(dependency.purl, lookup),
      });
    });
  };
}

function needsMore({ origin, requirement, resolved, purl }: Dependency): boolean {
  if (origin === 'workspace' || purl.includes('%24')) return true;
  return (
    (resolved === undefined || resolved.includes('$')) &&
    requirement !== null &&
    (requirement.includes('$') || isName(requirement))
  );
}

/** A version that is written as a name of the script: `version: springVersion`. */
function isName(requirement: string): boolean {
  return /^[A-Za-z_][\w.]*$/.test(requirement);
}

function lookupIn(files: readonly WorkspaceManifest[]): Lookup {
  return name => {
    const bare = name.replace(/^(?:(?:rootProject|project|ext|extra|gradle|properties)\.)+/, '');
    for (const { manifest } of files) {
      const value = manifest.definitions?.get(`variable:${bare}`);
      if (value !== undefined) return value;
    }
    return undefined;
  };
}

/** A bundle stands for all its libraries: each becomes a dependency at the place of the accessor. */
function resolveAccessor(
  dependency: Dependency,
  files: readonly WorkspaceManifest[],
): Dependency | readonly Dependency[] {
  const dot = dependency.name.indexOf('.');
  const alias = dependency.name.slice(dot + 1).replace(/[-_]/g, '.');
  const definitions = catalogOf(dependency.name.slice(0, dot), files)?.definitions;
  const bundle = definitions?.get(alias)?.includes(':') ? undefined : definitions?.get(alias);
  const members = (bundle?.split(' ') ?? [alias]).flatMap(member => definitions?.get(member) ?? []);
  if (members.length === 0) return dependency;
  return members.map(member => {
    const [group = '', artifact = '', version = ''] = member.split(':');
    return withResolved(dependency, version || undefined, { purl: mavenPurl(group, artifact), origin: 'registry' });
  });
}

/** The file `NAME.versions.toml`, by default below `gradle/`, nearest first. */
function catalogOf(name: string, files: readonly WorkspaceManifest[]): Manifest | undefined {
  return files.find(({ path }) => path.endsWith(`/${name}${catalogSuffix}`) || path === `${name}${catalogSuffix}`)
    ?.manifest;
}
