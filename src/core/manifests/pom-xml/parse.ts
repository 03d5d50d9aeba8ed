import type { DependencyScope, Manifest } from '../../model.ts';
import { mavenPurl } from '../../purl/index.ts';
import { fill, type Lookup } from '../../references/index.ts';
import { ManifestBuilder } from '../manifest.ts';
import { childAt, childrenOf, readXml, textOf, type XmlElement } from '../syntax/xml.ts';
import { definePom, propertiesOfPom } from './properties.ts';

const scopes: ReadonlyMap<string, DependencyScope> = new Map([
  ['test', 'test'],
  ['provided', 'build'],
]);

/** Where the elements stand that are listed. */
const places: ReadonlyMap<string, string> = new Map([
  ['dependency', 'dependencies'],
  ['plugin', 'plugins'],
]);

/** https://maven.apache.org/pom.html */
export function parsePom(text: string): Manifest {
  const { root, problems } = readXml(text, places);
  const manifest = new ManifestBuilder(text);
  const project = childAt(root, 'project');
  const lookup = propertiesOfPom(project);
  if (project) definePom(manifest, project);
  const reader = new PomReader(manifest, lookup);
  reader.add(childAt(project, 'parent'), 'parent', 'build');
  reader.readModel(project, '');
  for (const profile of childrenOf(childAt(project, 'profiles'), 'profile')) {
    reader.readModel(profile, `profiles.${textOf(profile, 'id')?.value ?? ''}.`);
  }
  // https://maven.apache.org/configure.html#mvn-extensions-xml-file
  for (const extension of childrenOf(childAt(root, 'extensions'), 'extension'))
    reader.add(extension, 'extensions', 'build');
  return manifest.build('pom.xml', 'maven', problems);
}

class PomReader {
  readonly #manifest: ManifestBuilder;
  readonly #lookup: Lookup;

  constructor(manifest: ManifestBuilder, lookup: Lookup) {
    this.#manifest = manifest;
    this.#lookup = lookup;
  }

  /** What project and profile have in common. */
  readModel(model: XmlElement | undefined, prefix: string): void {
    this.#dependencies(model, `${prefix}dependencies`);
    this.#dependencies(childAt(model, 'dependencyManagement'), `${prefix}dependencyManagement`);
    const build = childAt(model, 'build');
    this.#plugins(childAt(build, 'plugins'), `${prefix}build.plugins`);
    this.#plugins(childAt(build, 'pluginManagement', 'plugins'), `${prefix}build.pluginManagement`);
    this.#plugins(childAt(model, 'reporting', 'plugins'), `${prefix}reporting.plugins`);
    for (const extension of childrenOf(childAt(build, 'extensions'), 'extension'))
      this.add(extension, `${prefix}build.extensions`, 'build');
  }

  #dependencies(owner: XmlElement | undefined, place: string, scope?: DependencyScope): void {
    for (const dependency of childrenOf(childAt(owner, 'dependencies'), 'dependency'))
      this.add(dependency, place, scope);
  }

  #plugins(plugins: XmlElement | undefined, place: string): void {
    for (const plugin of childrenOf(plugins, 'plugin')) {
      this.add(plugin, place, 'build', 'org.apache.maven.plugins');
      this.#dependencies(plugin, `${place}.dependencies`, 'build');
      for (const path of childrenOf(childAt(plugin, 'configuration', 'annotationProcessorPaths'), 'path'))
        this.add(path, `${place}.annotationProcessorPaths`, 'build');
    }
  }

  /** Exclusions are no dependencies and stand deeper; they are never reached. */
  add(element: XmlElement | undefined, place: string, scope?: DependencyScope, defaultGroup?: string): void {
    const artifact = textOf(element, 'artifactId');
    const group = textOf(element, 'groupId')?.value ?? defaultGroup;
    if (!artifact || !group) return;
    const version = textOf(element, 'version');
    const written = textOf(element, 'scope')?.value ?? '';
    const optional = textOf(element, 'optional')?.value === 'true';
    this.#manifest.add(artifact, version, {
      purl: mavenPurl(fill(group, this.#lookup), fill(artifact.value, this.#lookup)),
      place,
      scope: scope ?? scopes.get(written) ?? (optional ? 'optional' : 'runtime'),
      origin: written === 'system' ? 'path' : 'registry',
      resolved: version && fill(version.value, this.#lookup),
    });
  }
}
