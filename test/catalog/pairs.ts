/**
 * `npm run catalog:pairs -- ECOSYSTEM`: what the map of packages leads to, to be read by a person who knows the field.
 * Every mapped package stands in the group of the projects that are suggested for it, the best first: the first line of a
 * group names the projects, the second the packages. A package in the wrong group has the wrong capabilities.
 */
import path from 'node:path';
import { compileCatalogFolder } from '../../src/core/catalog/compile.ts';
import { readCatalogFolder } from '../../src/core/catalog/folder.ts';
import { openCatalog } from '../../src/core/catalog/index.ts';
import { suggest } from '../../src/core/suggestions/index.ts';

const folder = path.join(import.meta.dirname, '../../src/core/catalog/data');
const [ecosystem = 'npm'] = process.argv.slice(2);
const catalog = openCatalog(await compileCatalogFolder(folder));
const { packages } = await readCatalogFolder(folder);
const groups = new Map<string, string[]>();
for (const [name, capabilities] of packages.get(ecosystem) ?? []) {
  const purl = `pkg:${ecosystem}/${name.replaceAll('@', '%40')}`;
  const projects = suggest(purl, catalog).suggestions.map(({ project, relation }) =>
    relation === 'complementary' ? `+${project}` : project,
  );
  const group = `[${capabilities.join(', ')}] ${projects.join(', ') || 'nothing'}`;
  const names = groups.get(group);
  if (names) names.push(name);
  else groups.set(group, [name]);
}
for (const [group, names] of [...groups].sort(([one], [other]) => (one < other ? -1 : 1)))
  console.log(`${group}\n  ${names.join(' ')}`);
