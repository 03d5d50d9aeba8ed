import type { Manifest } from '../../model.ts';
import { npmPurl, purlOf, purlOfPath } from '../../purl/index.ts';
import { ManifestBuilder, type Piece } from '../manifest.ts';
import { readJson } from '../syntax/json.ts';
import { entriesOf, nodeAt, scalarAt } from '../syntax/node.ts';

/** Import maps of Deno. https://docs.deno.com/runtime/fundamentals/modules/ */
export function parseDeno(text: string): Manifest {
  const { roots, problems } = readJson(text);
  const manifest = new ManifestBuilder(text);
  const [root] = roots;
  for (const { value } of entriesOf(nodeAt(root, 'imports')))
    addImport(manifest, text, value?.kind === 'scalar' ? value : undefined, 'imports');
  for (const { value: scope } of entriesOf(nodeAt(root, 'scopes'))) {
    for (const { value } of entriesOf(scope))
      addImport(manifest, text, value?.kind === 'scalar' ? value : undefined, 'scopes');
  }
  for (const path of [
    ['compilerOptions', 'types'],
    ['compilerOptions', 'jsxImportSource'],
    ['compilerOptions', 'jsxImportSourceTypes'],
    ['lint', 'plugins'],
  ]) {
    const node = nodeAt(root, ...path);
    for (const value of node?.kind === 'list' ? node.items : [node])
      addImport(manifest, text, value?.kind === 'scalar' ? value : undefined, path.join('.'));
  }
  for (const { key, value } of entriesOf(nodeAt(root, 'tasks'))) {
    const command = value?.kind === 'scalar' ? value : scalarAt(value, 'command');
    if (command) addCommand(manifest, text, command, `tasks.${key.value}`);
  }
  return manifest.build('deno.json', 'jsr', problems);
}

const specifier = /^(npm|jsr):\/?(@[^/@]+\/[^/@]+|[^/@]+)(?:@([^/]*))?/;
const denoLand =
  /^https:\/\/(?:deno\.land\/(?:x\/)?|esm\.sh\/|cdn\.skypack\.dev\/|unpkg\.com\/)(@[^/@]+\/[^/@]+|[^/@]+)@([^/?]+)/;

/** `deno run npm:name@1` */
function addCommand(manifest: ManifestBuilder, text: string, { start, end }: Piece, place: string): void {
  for (const { 0: found, index } of text.slice(start, end).matchAll(/(?<![\w:/])(?:npm|jsr):[^\s"'`\\;|&()]+/g))
    addImport(manifest, text, { start: start + index, end: start + index + found.length }, place);
}

/** The package stands in the address: its name there is the name as written. */
function addImport(manifest: ManifestBuilder, text: string, value: Piece | undefined, place: string): void {
  if (!value) return;
  const written = text.slice(value.start, value.end);
  const registry = specifier.exec(written);
  const remote = registry ? null : denoLand.exec(written);
  const name = registry?.[2] ?? remote?.[1];
  const version = registry?.[3] ?? remote?.[2];
  if (!name) return;
  const found = registry ?? remote;
  const start = value.start + (found?.[0].indexOf(name, registry ? 4 : 8) ?? 0);
  const piece: Piece = { start, end: start + name.length };
  const requirement = version ? { start: piece.end + 1, end: piece.end + 1 + version.length } : undefined;
  manifest.add(piece, requirement, {
    purl: purlOfImport(registry?.[1] ?? '', written, name),
    place,
    origin: registry ? 'registry' : 'url',
  });
}

function purlOfImport(registry: string, written: string, name: string): string {
  if (registry === 'jsr') return purlOfPath('jsr', name);
  return registry === 'npm' || !written.includes('deno.land') ? npmPurl(name) : purlOf('generic', 'deno.land/x', name);
}
