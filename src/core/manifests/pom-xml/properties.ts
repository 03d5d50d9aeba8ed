import type { Lookup } from '../../references/index.ts';
import type { ManifestBuilder } from '../manifest.ts';
import { childAt, textOf, type XmlElement } from '../syntax/xml.ts';

/** Properties that stand in the pom itself, and those of the model (`project.version`, ...). */
export function propertiesOfPom(project: XmlElement | undefined): Lookup {
  const properties = new Map(propertyEntries(project));
  return name => properties.get(name) ?? modelProperty(project, name);
}

function propertyEntries(project: XmlElement | undefined): readonly (readonly [string, string])[] {
  const elements = childAt(project, 'properties')?.children ?? [];
  return elements.flatMap(({ name, text }) => (text ? [[name, text.value] as const] : []));
}

/** Group and version are inherited from the parent where the pom does not say its own. */
function modelProperty(project: XmlElement | undefined, name: string): string | undefined {
  const [owner, part, inner] = name.split('.');
  if (owner !== 'project' && owner !== 'pom') return undefined;
  const parent = childAt(project, 'parent');
  if (part === 'parent') return inner ? textOf(parent, inner)?.value : undefined;
  if (part !== 'groupId' && part !== 'artifactId' && part !== 'version') return undefined;
  const own = textOf(project, part)?.value;
  return own ?? (part === 'artifactId' ? undefined : textOf(parent, part)?.value);
}

/** What other poms of the workspace may refer to. */
export function definePom(manifest: ManifestBuilder, project: XmlElement): void {
  for (const [name, value] of propertyEntries(project)) manifest.define(`property:${name}`, value);
  for (const part of ['groupId', 'artifactId', 'version']) {
    const value = modelProperty(project, `project.${part}`);
    if (value !== undefined) manifest.define(`property:project.${part}`, value);
  }
  const parent = childAt(project, 'parent');
  if (!parent) return;
  for (const part of ['groupId', 'artifactId', 'version'])
    manifest.define(`parent.${part}`, textOf(parent, part)?.value ?? '');
  // An empty <relativePath/> says: not in this workspace.
  const path = childAt(parent, 'relativePath');
  manifest.define('parent.path', path ? (path.text?.value ?? '') : '../pom.xml');
}
