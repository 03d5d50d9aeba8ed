import type { DependencyOrigin, DependencyScope, Manifest } from '../../model.ts';
import { pypiPurl } from '../../purl/index.ts';
import { ManifestBuilder } from '../manifest.ts';
import { addPythonList, type PythonPlace } from '../python/requirement.ts';
import { entriesOf, itemsOf, nodeAt, type ScalarNode, type SyntaxNode, scalarAt } from '../syntax/node.ts';
import { readToml } from '../syntax/toml.ts';

/** PEP 621, PEP 735, build-system (PEP 518) and the tables of Poetry, PDM, uv and Hatch. */
export function parsePyproject(text: string): Manifest {
  const { roots, problems } = readToml(text);
  const manifest = new ManifestBuilder(text);
  const [root] = roots;
  const list = (node: SyntaxNode | undefined, where: PythonPlace) => addPythonList(manifest, text, node, where);
  list(nodeAt(root, 'build-system', 'requires'), { place: 'build-system.requires', scope: 'build' });
  readProject(nodeAt(root, 'project'), list);
  for (const { key, value } of entriesOf(nodeAt(root, 'dependency-groups'))) {
    list(value, { place: `dependency-groups.${key.value}`, scope: scopeOfGroup(key.value) });
  }
  readPoetry(manifest, nodeAt(root, 'tool', 'poetry'));
  readTools(nodeAt(root, 'tool'), list);
  const dynamic = nodeAt(root, 'tool', 'setuptools', 'dynamic');
  includeFiles(manifest, nodeAt(dynamic, 'dependencies'));
  for (const { value } of entriesOf(nodeAt(dynamic, 'optional-dependencies'))) includeFiles(manifest, value);
  const sources = nodeAt(root, 'tool', 'uv', 'sources');
  if (sources) return withSources(manifest.build('pyproject.toml', 'pypi', problems), sources);
  return manifest.build('pyproject.toml', 'pypi', problems);
}

/** uv says in a table of its own where a package comes from. https://docs.astral.sh/uv/concepts/projects/dependencies/ */
function withSources(manifest: Manifest, sources: SyntaxNode): Manifest {
  const origins = new Map<string, DependencyOrigin>();
  for (const { key, value } of entriesOf(sources)) {
    // Several sources, each with a marker: the first stands for all.
    const source = value?.kind === 'list' ? value.items[0] : value;
    const origin = scalarAt(source, 'workspace')?.value === 'true' ? 'workspace' : originOfTable(source);
    if (origin !== 'registry') origins.set(pypiPurl(key.value), origin);
  }
  if (origins.size === 0) return manifest;
  const dependencies = manifest.dependencies.map(dependency => {
    const origin = origins.get(dependency.purl);
    return origin ? { ...dependency, origin } : dependency;
  });
  return { ...manifest, dependencies };
}

/** Setuptools takes lists from files. https://setuptools.pypa.io/en/latest/userguide/pyproject_config.html#dynamic-metadata */
function includeFiles(manifest: ManifestBuilder, source: SyntaxNode | undefined): void {
  const file = nodeAt(source, 'file');
  for (const node of file?.kind === 'list' ? file.items : [file])
    if (node?.kind === 'scalar') manifest.include(node.value, 'requirements.txt');
}

type ReadList = (node: SyntaxNode | undefined, where: PythonPlace) => void;

function readProject(project: SyntaxNode | undefined, list: ReadList): void {
  list(nodeAt(project, 'dependencies'), { place: 'project.dependencies' });
  for (const { key, value } of entriesOf(nodeAt(project, 'optional-dependencies'))) {
    list(value, { place: `project.optional-dependencies.${key.value}`, scope: 'optional' });
  }
}

function readTools(tool: SyntaxNode | undefined, list: ReadList): void {
  for (const { key, value } of entriesOf(nodeAt(tool, 'pdm', 'dev-dependencies'))) {
    list(value, { place: `tool.pdm.dev-dependencies.${key.value}`, scope: 'development' });
  }
  for (const name of ['uv', 'rye']) {
    list(nodeAt(tool, name, 'dev-dependencies'), { place: `tool.${name}.dev-dependencies`, scope: 'development' });
  }
  for (const name of ['constraint-dependencies', 'override-dependencies', 'build-constraint-dependencies']) {
    list(nodeAt(tool, 'uv', name), { place: `tool.uv.${name}` });
  }
  for (const { key, value } of entriesOf(nodeAt(tool, 'hatch', 'envs'))) {
    for (const name of ['dependencies', 'extra-dependencies']) {
      list(nodeAt(value, name), { place: `tool.hatch.envs.${key.value}.${name}`, scope: 'development' });
    }
  }
  for (const { key, value } of entriesOf(nodeAt(tool, 'hatch', 'build', 'hooks'))) {
    list(nodeAt(value, 'dependencies'), { place: `tool.hatch.build.hooks.${key.value}.dependencies`, scope: 'build' });
  }
}

function readPoetry(manifest: ManifestBuilder, poetry: SyntaxNode | undefined): void {
  readPoetryTable(manifest, nodeAt(poetry, 'dependencies'), '[tool.poetry.dependencies]', 'runtime');
  readPoetryTable(manifest, nodeAt(poetry, 'requires-plugins'), '[tool.poetry.requires-plugins]', 'build');
  readPoetryTable(manifest, nodeAt(poetry, 'dev-dependencies'), '[tool.poetry.dev-dependencies]', 'development');
  for (const { key, value } of entriesOf(nodeAt(poetry, 'group'))) {
    const scope = scopeOfGroup(key.value);
    readPoetryTable(manifest, nodeAt(value, 'dependencies'), `[tool.poetry.group.${key.value}.dependencies]`, scope);
  }
}

function readPoetryTable(
  manifest: ManifestBuilder,
  table: SyntaxNode | undefined,
  place: string,
  scope: DependencyScope,
): void {
  for (const { key, value } of entriesOf(table)) {
    if (key.value === 'python') continue;
    // One package may have several requirements for several platforms.
    const variants = value?.kind === 'list' ? itemsOf(value) : [value];
    for (const variant of variants) addPoetry(manifest, key, variant, place, scope);
  }
}

function addPoetry(
  manifest: ManifestBuilder,
  name: ScalarNode,
  value: SyntaxNode | undefined,
  place: string,
  scope: DependencyScope,
): void {
  const optional = scope === 'runtime' && scalarAt(value, 'optional')?.value === 'true';
  manifest.add(name, value?.kind === 'scalar' ? value : (scalarAt(value, 'version') ?? gitReference(value)), {
    purl: pypiPurl(name.value),
    place,
    scope: optional ? 'optional' : scope,
    origin: originOfTable(value),
  });
}

/** The state of a repository that is asked for. */
export function gitReference(value: SyntaxNode | undefined): ScalarNode | undefined {
  return scalarAt(value, 'tag') ?? scalarAt(value, 'ref') ?? scalarAt(value, 'rev') ?? scalarAt(value, 'branch');
}

/** Tables of Poetry and Pipfile say in a key where the package comes from. */
export function originOfTable(value: SyntaxNode | undefined): DependencyOrigin {
  if (scalarAt(value, 'git')) return 'git';
  if (scalarAt(value, 'path')) return 'path';
  const url = scalarAt(value, 'url') ?? scalarAt(value, 'file');
  if (!url) return 'registry';
  return url.value.includes('://') ? 'url' : 'path';
}

function scopeOfGroup(name: string): DependencyScope {
  return /test/i.test(name) ? 'test' : 'development';
}
