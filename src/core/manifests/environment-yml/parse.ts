import type { Manifest } from '../../model.ts';
import { purlOf } from '../../purl/index.ts';
import { ManifestBuilder } from '../manifest.ts';
import { readRequirementLine } from '../requirements-txt/index.ts';
import { itemsOf, nodeAt, type ScalarNode, type SyntaxNode } from '../syntax/node.ts';
import { readYaml } from '../syntax/yaml.ts';

/** `channel::name`, then a version with or without an operator, then a build. */
const specification =
  /^(?:[^\s:]+::)?([A-Za-z0-9_][\w.-]*)(?:[ \t]*\[[^\]]*\])?((?:[ \t]*[<>=!~][^#]*|[ \t]+[\d*][^#]*)?)/;

/** https://docs.conda.io/projects/conda/en/latest/user-guide/tasks/manage-environments.html */
export function parseEnvironment(text: string): Manifest {
  const { roots, problems } = readYaml(text);
  const manifest = new ManifestBuilder(text);
  for (const item of itemsOf(nodeAt(roots[0], 'dependencies'))) {
    if (item.kind === 'scalar') addConda(manifest, text, item);
    else addPipList(manifest, text, nodeAt(item, 'pip'));
  }
  return manifest.build('environment.yml', 'conda', problems);
}

function addPipList(manifest: ManifestBuilder, text: string, list: SyntaxNode | undefined): void {
  for (const item of itemsOf(list))
    if (item.kind === 'scalar') readRequirementLine(manifest, text, item, 'dependencies.pip');
}

function addConda(manifest: ManifestBuilder, text: string, { start, end }: ScalarNode): void {
  const written = text.slice(start, end);
  const [, name = '', tail = ''] = specification.exec(written) ?? [];
  if (!name) return;
  const nameStart = start + written.indexOf(name, written.indexOf('::') + 1);
  const tailStart = start + written.indexOf(tail, nameStart - start + name.length);
  const requirement = tail.trim() === '' ? undefined : pieceOf(tail, tailStart);
  manifest.add({ start: nameStart, end: nameStart + name.length }, requirement, {
    purl: purlOf('conda', '', name.toLowerCase()),
    place: 'dependencies',
  });
}

/** `=1.2` and `1.2` mean the same; the sign belongs to the requirement, as written. */
function pieceOf(text: string, start: number): { start: number; end: number } {
  const trimmed = text.trim();
  const from = start + text.indexOf(trimmed);
  return { start: from, end: from + trimmed.length };
}
