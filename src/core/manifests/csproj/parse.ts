import type { DependencyScope, Manifest } from '../../model.ts';
import { purlOf } from '../../purl/index.ts';
import { fillProperties } from '../../references/index.ts';
import { ManifestBuilder, type Piece } from '../manifest.ts';
import { childrenOf, readXml, textOf, type XmlElement, type XmlText } from '../syntax/xml.ts';

/** Items of MSBuild that name packages. */
const items: ReadonlyMap<string, DependencyScope> = new Map([
  ['PackageReference', 'runtime'],
  ['PackageVersion', 'runtime'],
  ['GlobalPackageReference', 'development'],
  ['DotNetCliToolReference', 'development'],
  ['PackageDownload', 'build'],
]);

const places: ReadonlyMap<string, string> = new Map([...items.keys()].map(name => [name, 'ItemGroup']));

/** Reads projects and props files. https://learn.microsoft.com/nuget/consume-packages/package-references-in-project-files */
export function parseMsbuild(text: string, type: string): Manifest {
  const { root, problems } = readXml(text, places);
  const manifest = new ManifestBuilder(text);
  const project = childrenOf(root, 'Project')[0];
  const properties = propertiesOf(project);
  for (const [name, value] of properties) manifest.define(`property:${name}`, value);
  readSdks(manifest, text, project);
  for (const group of itemGroups(project)) {
    for (const item of group.children) {
      const scope = items.get(item.name);
      if (scope) readItem(manifest, text, item, scope, properties);
    }
  }
  return manifest.build(type, 'nuget', problems);
}

/** Item groups stand below the project, in `Choose`/`When` and in targets. */
function itemGroups(element: XmlElement | undefined): readonly XmlElement[] {
  const containers = element?.children.filter(({ name }) => /^(?:Choose|When|Otherwise|Target)$/.test(name)) ?? [];
  return [...childrenOf(element, 'ItemGroup'), ...containers.flatMap(itemGroups)];
}

function propertiesOf(project: XmlElement | undefined): ReadonlyMap<string, string> {
  const entries = childrenOf(project, 'PropertyGroup').flatMap(group =>
    group.children.flatMap(({ name, text }): [string, string][] => (text ? [[name.toLowerCase(), text.value]] : [])),
  );
  return new Map(entries);
}

function readItem(
  manifest: ManifestBuilder,
  text: string,
  item: XmlElement,
  scope: DependencyScope,
  properties: ReadonlyMap<string, string>,
): void {
  const name = item.attributes.get('Include') ?? item.attributes.get('Update');
  if (!name) return;
  const version = trimmed(valueIn(item, 'VersionOverride') ?? valueIn(item, 'Version'));
  const isPrivate = valueIn(item, 'PrivateAssets')?.value.toLowerCase() === 'all';
  const resolved = version && fillProperties(version.value, properties);
  for (const piece of namesIn(name, text)) {
    manifest.add(piece, version, {
      purl: nugetPurl(text.slice(piece.start, piece.end)),
      place: item.name,
      scope: isPrivate && scope === 'runtime' ? 'development' : scope,
      resolved,
    });
  }
}

/** NuGet does not mind white space around a version. */
function trimmed(version: XmlText | undefined): XmlText | undefined {
  if (!version) return undefined;
  const value = version.value.trim();
  // A value with entities is shorter than what is written.
  if (value === version.value || version.end - version.start !== version.value.length) return version;
  const start = version.start + version.value.indexOf(value);
  return { value, start, end: start + value.length };
}

export function nugetPurl(name: string): string {
  return purlOf('nuget', '', name);
}

/** `Include="A;B"` names two packages. */
function namesIn({ start, end }: Piece, text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let from = start; from <= end; ) {
    const mark = text.indexOf(';', from);
    const to = mark < 0 || mark > end ? end : mark;
    const written = text.slice(from, to);
    const name = written.trim();
    const at = from + written.indexOf(name);
    // White space or a bracket: a quote is missing, and what follows it was swallowed.
    if (name && !/[\s<>@%]/.test(name)) pieces.push({ start: at, end: at + name.length });
    from = to + 1;
  }
  return pieces;
}

/** An attribute or a child element. */
function valueIn(item: XmlElement, name: string): XmlText | undefined {
  return item.attributes.get(name) ?? textOf(item, name);
}

/** `<Project Sdk="Name/1.0">`, `<Sdk Name="..." Version="..."/>`, `<Import Sdk="..." Version="..."/>`: those without a version come with .NET itself. */
function readSdks(manifest: ManifestBuilder, text: string, project: XmlElement | undefined): void {
  const sdks = project?.attributes.get('Sdk');
  for (const { start, end } of sdks ? namesIn(sdks, text) : []) {
    const slash = text.slice(start, end).indexOf('/');
    if (slash < 1) continue;
    const name = { start, end: start + slash };
    manifest.add(
      name,
      { start: start + slash + 1, end },
      { purl: nugetPurl(text.slice(name.start, name.end)), place: 'Sdk', scope: 'build' },
    );
  }
  for (const sdk of [...childrenOf(project, 'Sdk'), ...childrenOf(project, 'Import')]) {
    const name = sdk.attributes.get(sdk.name === 'Sdk' ? 'Name' : 'Sdk');
    const version = sdk.attributes.get('Version');
    if (name && version) manifest.add(name, version, { purl: nugetPurl(name.value), place: 'Sdk', scope: 'build' });
  }
}

/** https://learn.microsoft.com/nuget/reference/packages-config */
export function parsePackagesConfig(text: string): Manifest {
  const { root, problems } = readXml(text);
  const manifest = new ManifestBuilder(text);
  for (const item of childrenOf(childrenOf(root, 'packages')[0], 'package')) {
    const id = item.attributes.get('id');
    const development = item.attributes.get('developmentDependency')?.value === 'true';
    if (!id) continue;
    manifest.add(id, item.attributes.get('version'), {
      purl: nugetPurl(id.value),
      place: 'packages',
      scope: development ? 'development' : 'runtime',
    });
  }
  return manifest.build('packages.config', 'nuget', problems);
}
