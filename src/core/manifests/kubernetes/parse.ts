import type { Manifest } from '../../model.ts';
import { addImage } from '../docker/image.ts';
import { ManifestBuilder } from '../manifest.ts';
import { type SyntaxNode, scalarAt } from '../syntax/node.ts';
import { readYaml } from '../syntax/yaml.ts';

/** A quick look before the text is parsed: most YAML files are something else. */
export function isKubernetes(text: string): boolean {
  return (
    text.includes('apiVersion') &&
    text.includes('image:') &&
    /^\s*"?apiVersion"?:/m.test(text) &&
    /^\s*"?kind"?:/m.test(text)
  );
}

/** An image that is written behind its key; a key alone is that of a schema. */
const hasImage = /\bimage"?:[ \t]*[^\s#]/;

/**
 * The text with blanks for the documents in which no image stands: definitions of custom resources are long, and the
 * parser passes over blanks ten times as fast.
 */
function withoutOtherDocuments(text: string): string {
  if (text.length < shortText) return text;
  return text
    .split(/(?<=^---[^\n]*\n)/m)
    .map(part => (hasImage.test(part) ? part : blank(part)))
    .join('');
}

/** Shorter texts are read whole. */
const shortText = 4_000;

/** The mark of the next document at the end stays. */
function blank(part: string): string {
  const mark = part.lastIndexOf('\n---') + 1;
  return ' '.repeat(Math.max(mark - 1, 0)) + (mark > 0 ? '\n' : '') + part.slice(mark);
}

/** Images of containers in objects of any kind. https://kubernetes.io/docs/concepts/containers/images/ */
export function parseKubernetes(text: string): Manifest {
  const { roots, problems } = readYaml(withoutOtherDocuments(text));
  const manifest = new ManifestBuilder(text);
  for (const root of roots) {
    const kind = scalarAt(root, 'kind')?.value;
    if (kind) eachImage(root, node => addImage(manifest, text, node, { place: kind }));
  }
  // A template of Helm is no YAML before it is filled in: what could not be read of it is no mistake.
  return manifest.build('kubernetes', 'docker', text.includes('{{') ? [] : problems);
}

/** Visits every scalar under the key `image`; a node that several aliases point at is visited once. */
export function eachImage(root: SyntaxNode, visit: (node: SyntaxNode & { kind: 'scalar' }) => void): void {
  const seen = new Set<SyntaxNode>();
  const open: SyntaxNode[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    if (node.kind === 'list') open.push(...node.items.toReversed());
    else if (node.kind === 'map') {
      for (const { key, value } of node.entries) {
        if (value?.kind === 'scalar' && key.value === 'image' && !seen.has(value)) {
          seen.add(value);
          visit(value);
        }
      }
      open.push(...node.entries.flatMap(({ value }) => (value && value.kind !== 'scalar' ? [value] : [])).reverse());
    }
  }
}
