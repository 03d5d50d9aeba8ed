import assert from 'node:assert/strict';
import { readManifest } from '../../../src/core/manifests/index.ts';
import type { Dependency, Manifest } from '../../../src/core/model.ts';
import { resolveManifests } from '../../../src/core/references/index.ts';

/** Reads a manifest and checks what holds for every manifest: the ranges lie in the text and cut out what they claim. */
export function read(path: string, text: string): Manifest {
  const manifest = readManifest(path, text);
  assert.ok(manifest, `${path} is known`);
  assertExact(text, manifest);
  return manifest;
}

export function assertExact(text: string, manifest: Manifest): void {
  for (const { name, nameRange, requirement, requirementRange, purl } of manifest.dependencies) {
    assert.equal(text.slice(...nameRange), name);
    assert.ok(name.length > 0 && nameRange[0] >= 0 && nameRange[1] <= text.length);
    assert.equal(requirementRange ? text.slice(...requirementRange) : null, requirement);
    assert.ok(
      !requirementRange ||
        (requirementRange[0] >= 0 && requirementRange[1] <= text.length && requirementRange[0] <= requirementRange[1]),
    );
    assert.match(purl, /^pkg:[a-z]+\/[^\s#@]+$/);
  }
  for (const { range, message } of manifest.problems) {
    assert.ok(range[0] >= 0 && range[0] <= range[1] && range[1] <= text.length, `${message} ${range}`);
  }
}

/** `purl requirement scope place`, with the origin where it is not a registry and `=> resolved` where there is one. */
export function line({ purl, requirement, scope, origin, place, resolved }: Dependency): string {
  const from = origin === 'registry' ? '' : ` ${origin}`;
  return `${purl} ${requirement ?? '-'} ${scope} ${place}${from}${resolved === undefined ? '' : ` => ${resolved}`}`;
}

export function lines(path: string, text: string): readonly string[] {
  return read(path, text).dependencies.map(line);
}

/** Reads several files as one workspace and gives the lines of the first after resolution. */
export function resolvedLines(files: Readonly<Record<string, string>>): readonly string[] {
  const workspace = Object.entries(files).map(([path, text]) => ({ path, text, manifest: read(path, text) }));
  const resolved = resolveManifests(workspace);
  for (const [index, manifest] of resolved.entries()) assertExact(workspace[index]?.text ?? '', manifest);
  return (resolved[0]?.dependencies ?? []).map(line);
}

/** A table test: every row is a fact, a text and what is read from it. */
export function table(
  path: string,
  rows: Readonly<Record<string, readonly [text: string, ...expected: string[]]>>,
): void {
  for (const [fact, [text, ...expected]] of Object.entries(rows)) {
    it(fact, () => assert.deepEqual(lines(path, text), expected));
  }
}
