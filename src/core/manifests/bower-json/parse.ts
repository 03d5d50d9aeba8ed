import type { DependencyOrigin, DependencyScope, Manifest } from '../../model.ts';
import { purlOf } from '../../purl/index.ts';
import { ManifestBuilder } from '../manifest.ts';
import { readJson } from '../syntax/json.ts';
import { entriesOf, nodeAt } from '../syntax/node.ts';

const sections = [
  ['dependencies', 'runtime'],
  ['devDependencies', 'development'],
  ['resolutions', 'runtime'],
] as const satisfies readonly (readonly [string, DependencyScope])[];

/** https://github.com/bower/spec/blob/master/json.md */
export function parseBower(text: string): Manifest {
  const { roots, problems } = readJson(text);
  const manifest = new ManifestBuilder(text);
  for (const [section, scope] of sections) {
    for (const { key, value } of entriesOf(nodeAt(roots[0], section))) {
      if (value && value.kind !== 'scalar') continue;
      manifest.add(key, value, {
        purl: purlOf('bower', '', key.value),
        place: section,
        scope,
        origin: originOf(value?.value ?? ''),
      });
    }
  }
  return manifest.build('bower.json', 'bower', problems);
}

function originOf(requirement: string): DependencyOrigin {
  if (/^(?:git|svn)[:+@]|\.git(?:#|$)|^[\w.-]+\/[\w.-]+(?:#|$)/.test(requirement)) return 'git';
  if (/^https?:/.test(requirement)) return 'url';
  return /^(?:~?\/|\.{1,2}\/)/.test(requirement) ? 'path' : 'registry';
}
