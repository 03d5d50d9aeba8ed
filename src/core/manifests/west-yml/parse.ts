import type { Manifest } from '../../model.ts';
import { purlOf } from '../../purl/index.ts';
import { readRepository, repositoryPurl } from '../git/repository.ts';
import { ManifestBuilder } from '../manifest.ts';
import { itemsOf, nodeAt, type SyntaxNode, scalarAt } from '../syntax/node.ts';
import { readYaml } from '../syntax/yaml.ts';

/** https://docs.zephyrproject.org/latest/develop/west/manifest.html */
export function parseWest(text: string): Manifest {
  const { roots, problems } = readYaml(text);
  const manifest = new ManifestBuilder(text);
  const root = nodeAt(roots[0], 'manifest');
  const defaults = nodeAt(root, 'defaults');
  const bases = new Map(
    itemsOf(nodeAt(root, 'remotes')).map(remote => [
      scalarAt(remote, 'name')?.value,
      scalarAt(remote, 'url-base')?.value,
    ]),
  );
  for (const project of itemsOf(nodeAt(root, 'projects'))) {
    const name = scalarAt(project, 'name');
    if (!name) continue;
    const url =
      scalarAt(project, 'url')?.value ?? urlOf(project, name.value, bases, scalarAt(defaults, 'remote')?.value);
    const reference = url === undefined ? undefined : readRepository(url);
    const revision = scalarAt(project, 'revision') ?? scalarAt(defaults, 'revision');
    manifest.add(name, revision, {
      purl: reference ? repositoryPurl(reference) : purlOf('generic', '', name.value),
      place: 'projects',
      origin: 'git',
    });
  }
  return manifest.build('west.yml', 'zephyr', problems);
}

function urlOf(
  project: SyntaxNode,
  name: string,
  bases: ReadonlyMap<string | undefined, string | undefined>,
  remote: string | undefined,
): string | undefined {
  const base = bases.get(scalarAt(project, 'remote')?.value ?? remote);
  return base === undefined ? undefined : `${base}/${scalarAt(project, 'repo-path')?.value ?? name}`;
}
