import type { Manifest, TextRange } from '../../model.ts';
import { addImage } from '../docker/image.ts';
import { parseDockerfile } from '../dockerfile/parse.ts';
import { ManifestBuilder, type Piece } from '../manifest.ts';
import { entriesOf, itemsOf, nodeAt, type SyntaxNode, scalarAt } from '../syntax/node.ts';
import { readYaml } from '../syntax/yaml.ts';

/** https://docs.docker.com/reference/compose-file/ */
export function parseCompose(text: string): Manifest {
  const { roots, problems } = readYaml(text);
  const manifest = new ManifestBuilder(text);
  const seen = new Set<SyntaxNode>();
  const [root] = roots;
  // Version 1 had no `services`: the services stood at the top.
  const services = nodeAt(root, 'services') ?? root;
  for (const { key, value } of entriesOf(services)) {
    const place = `services.${key.value}`;
    const build = inheritedAt(value, 'build');
    // With `build`, `image` is the name of the result.
    const image = build ?? inheritedAt(value, 'image');
    // What several services inherit stands in the text once.
    if (!image || seen.has(image)) continue;
    seen.add(image);
    if (build) readBuild(manifest, text, build, `${place}.build`);
    else if (image.kind === 'scalar') addImage(manifest, text, image, { place });
  }
  return manifest.build('compose.yaml', 'docker', problems);
}

/** Maps that a service may be merged of; they may also go in a circle. */
const mostMerged = 50;

/** The value of a key, its own or that of what it merges: `<<: *base`, `<<: [*one, *other]`. */
function inheritedAt(service: SyntaxNode | undefined, key: string): SyntaxNode | undefined {
  const merged = new Set([service]);
  for (const node of merged) {
    const own = nodeAt(node, key);
    if (own) return own;
    const base = nodeAt(node, '<<');
    for (const each of base?.kind === 'list' ? base.items : [base]) if (merged.size < mostMerged) merged.add(each);
  }
  return undefined;
}

/** Images inside a build: those of a Dockerfile that stands in it, and those that it names as further contexts. */
function readBuild(manifest: ManifestBuilder, text: string, build: SyntaxNode, place: string): void {
  const inline = scalarAt(build, 'dockerfile_inline');
  if (inline) {
    const where = `${place}.dockerfile_inline`;
    for (const { nameRange, requirementRange, purl, scope, resolved } of parseDockerfile(
      text.slice(inline.start, inline.end),
    ).dependencies) {
      const requirement = requirementRange ? pieceOf(requirementRange, inline.start) : undefined;
      manifest.add(pieceOf(nameRange, inline.start), requirement, { purl, scope, resolved, place: where });
    }
  }
  const contexts = nodeAt(build, 'additional_contexts');
  for (const node of [...itemsOf(contexts), ...entriesOf(contexts).map(({ value }) => value)]) {
    if (node?.kind !== 'scalar') continue;
    const written = text.slice(node.start, node.end);
    const scheme = /^(?:[^=]*=)?docker-image:\/\//.exec(written)?.[0];
    if (scheme)
      addImage(
        manifest,
        text,
        { start: node.start + scheme.length, end: node.end },
        { place: `${place}.additional_contexts`, scope: 'build' },
      );
  }
}

function pieceOf([start, end]: TextRange, shift: number): Piece {
  return { start: start + shift, end: end + shift };
}
