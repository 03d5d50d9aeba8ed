import type { Manifest } from '../../model.ts';
import { githubPurl } from '../../purl/index.ts';
import { addImage } from '../docker/image.ts';
import { ManifestBuilder, type Piece } from '../manifest.ts';
import { entriesOf, itemsOf, nodeAt, type ScalarNode, type SyntaxNode, scalarAt } from '../syntax/node.ts';
import { readYaml } from '../syntax/yaml.ts';

/** Workflows and composite actions. https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax */
export function parseActions(text: string): Manifest {
  const { roots, problems } = readYaml(text);
  const manifest = new ManifestBuilder(text);
  const [root] = roots;
  for (const { value: job } of entriesOf(nodeAt(root, 'jobs'))) {
    addUses(manifest, text, scalarAt(job, 'uses'), 'jobs');
    addContainer(manifest, text, nodeAt(job, 'container'), 'container');
    for (const { value: service } of entriesOf(nodeAt(job, 'services')))
      addContainer(manifest, text, service, 'services');
    readSteps(manifest, text, nodeAt(job, 'steps'));
  }
  readSteps(manifest, text, nodeAt(root, 'runs', 'steps'));
  addDocker(manifest, text, scalarAt(root, 'runs', 'image'), 'runs');
  return manifest.build('github-workflow', 'github', problems);
}

function readSteps(manifest: ManifestBuilder, text: string, steps: SyntaxNode | undefined): void {
  for (const step of itemsOf(steps)) addUses(manifest, text, scalarAt(step, 'uses'), 'steps');
}

function addContainer(manifest: ManifestBuilder, text: string, node: SyntaxNode | undefined, place: string): void {
  const image = node?.kind === 'scalar' ? node : scalarAt(node, 'image');
  if (image && !image.value.includes('${{')) addImage(manifest, text, image, { place });
}

function addDocker(manifest: ManifestBuilder, text: string, node: ScalarNode | undefined, place: string): void {
  const scheme = 'docker://';
  if (node?.value.startsWith(scheme))
    addImage(manifest, text, { start: node.start + scheme.length, end: node.end }, { place, scope: 'build' });
}

const action = /^([\w.-]+\/[\w.-]+)((?:\/[^@\s]*)?)@(\S+)$/;

/** `owner/name/path@ref`; `./path` is an action of the repository itself. */
function addUses(manifest: ManifestBuilder, text: string, uses: ScalarNode | undefined, place: string): void {
  if (!uses) return;
  addDocker(manifest, text, uses, place);
  const [, repository = '', path = '', ref = ''] = action.exec(text.slice(uses.start, uses.end)) ?? [];
  if (!repository) return;
  const name: Piece = { start: uses.start, end: uses.start + repository.length };
  const start = name.end + path.length + 1;
  manifest.add(name, { start, end: start + ref.length }, { purl: githubPurl(repository), place, scope: 'build' });
}
