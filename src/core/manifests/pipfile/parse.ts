import type { DependencyScope, Manifest } from '../../model.ts';
import { pypiPurl } from '../../purl/index.ts';
import { ManifestBuilder } from '../manifest.ts';
import { gitReference, originOfTable } from '../pyproject-toml/index.ts';
import { entriesOf, scalarAt } from '../syntax/node.ts';
import { readToml } from '../syntax/toml.ts';

/** Tables that hold settings; every other is a category of packages. https://pipenv.pypa.io/en/latest/pipfile.html */
const settings: ReadonlySet<string> = new Set(['source', 'requires', 'scripts', 'pipenv', 'pipfile']);
const scopes: ReadonlyMap<string, DependencyScope> = new Map([['packages', 'runtime']]);

export function parsePipfile(text: string): Manifest {
  const { roots, problems } = readToml(text);
  const manifest = new ManifestBuilder(text);
  for (const { key: table, value: packages } of entriesOf(roots[0])) {
    if (settings.has(table.value)) continue;
    for (const { key, value } of entriesOf(packages)) {
      manifest.add(key, value?.kind === 'scalar' ? value : (scalarAt(value, 'version') ?? gitReference(value)), {
        purl: pypiPurl(key.value),
        place: `[${table.value}]`,
        scope: scopes.get(table.value) ?? 'development',
        origin: originOfTable(value),
      });
    }
  }
  return manifest.build('Pipfile', 'pypi', problems);
}
