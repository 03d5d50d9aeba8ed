import type { Dependency } from '../model.ts';
import { isPlainVersion, overwriting, type Replacement, says } from './edit.ts';
import { readManifest } from './formats.ts';
import { applyChanges, type TextChange } from './text-change.ts';

/**
 * The changes that put another package in the place of a dependency, in the manifest's own style. Nothing is taken on
 * trust: the changed text is read again, and unless it says exactly what was wanted and all else as before, the answer is
 * `undefined` (also when the other package is already there).
 */
export function replaceDependency(
  path: string,
  text: string,
  dependency: Dependency,
  replacement: Replacement,
): readonly TextChange[] | undefined {
  const { purl, version } = replacement;
  const before = readManifest(path, text);
  const position = before?.dependencies.findIndex(({ nameRange }) => nameRange[0] === dependency.nameRange[0]) ?? -1;
  if (!before || position < 0 || before.dependencies.some(each => each.purl === purl)) return undefined;
  if (version !== undefined && !isPlainVersion(version)) return undefined;
  return overwriting(text, dependency, replacement).find(({ changes, version: written }) =>
    says(path, applyChanges(text, changes), before, { position, purl, version: written }),
  )?.changes;
}
