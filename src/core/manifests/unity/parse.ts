import type { DependencyOrigin, Manifest } from '../../model.ts';
import { purlOf } from '../../purl/index.ts';
import { ManifestBuilder } from '../manifest.ts';
import { readJson } from '../syntax/json.ts';
import { entriesOf, nodeAt } from '../syntax/node.ts';

/** https://docs.unity3d.com/Manual/upm-manifestPrj.html */
export function parseUnity(text: string): Manifest {
  const { roots, problems } = readJson(text);
  const manifest = new ManifestBuilder(text);
  for (const { key, value } of entriesOf(nodeAt(roots[0], 'dependencies'))) {
    if (value && value.kind !== 'scalar') continue;
    manifest.add(key, value, {
      purl: purlOf('unity', '', key.value),
      place: 'dependencies',
      origin: originOf(value?.value ?? ''),
    });
  }
  return manifest.build('Packages/manifest.json', 'unity', problems);
}

function originOf(requirement: string): DependencyOrigin {
  if (requirement.startsWith('file:')) return 'path';
  return /^(?:git|ssh|https?)[@:+]/.test(requirement) ? 'git' : 'registry';
}
