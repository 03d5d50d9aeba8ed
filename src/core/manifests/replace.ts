import type { Dependency, Manifest, TextRange } from '../model.ts';
import { readManifest } from './formats.ts';

/** Text to put in place of a range. */
export interface TextChange {
  readonly range: TextRange;
  readonly text: string;
}

/** A package to take the place of another one. */
export interface Replacement {
  /** Package URL without version. */
  readonly purl: string;
  /** Latest version, for the requirement; without it the old requirement stays only where it means any version. */
  readonly version?: string | undefined;
}

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
  const before = readManifest(path, text);
  const position = before?.dependencies.findIndex(({ nameRange }) => nameRange[0] === dependency.nameRange[0]) ?? -1;
  if (!before || position < 0 || before.dependencies.some(({ purl }) => purl === replacement.purl)) return undefined;
  const requirement = requirementChange(dependency, replacement.version);
  if (requirement === 'unknown') return undefined;
  return nameChanges(text, dependency, replacement.purl)
    .map(changes => [...changes, ...(requirement ? [requirement] : [])])
    .find(changes => {
      const after = readManifest(path, applyChanges(text, changes));
      const wanted = { position, purl: replacement.purl, requirement: requirement?.text ?? dependency.requirement };
      return after !== undefined && isReplaced(before, after, wanted);
    });
}

/** The text with changes made; they must not overlap. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  return [...changes]
    .sort((left, right) => right.range[0] - left.range[0])
    .reduce((result, { range, text: put }) => result.slice(0, range[0]) + put + result.slice(range[1]), text);
}

/** Ways in which formats write a name, to be tried one after the other. */
function nameChanges(
  text: string,
  { nameRange, purl }: Dependency,
  replacement: string,
): readonly (readonly TextChange[])[] {
  const old = partsOf(purl);
  const next = partsOf(replacement);
  if (!old || !next || old.ecosystem !== next.ecosystem) return [];
  const { namespace, name } = next;
  const whole = (separator: string) => [{ range: nameRange, text: [namespace, name].filter(Boolean).join(separator) }];
  const group = namespace === '' ? undefined : nearest(text, old.namespace, nameRange);
  const apart = group
    ? [
        [
          { range: group, text: namespace },
          { range: nameRange, text: name },
        ],
      ]
    : [];
  return [whole('/'), whole(':'), ...apart];
}

/** How far from its name the group of a package is looked for, UTF-16 units. */
const reach = 300;

function nearest(text: string, wanted: string, [start, end]: TextRange): TextRange | undefined {
  if (wanted === '') return undefined;
  const before = text.lastIndexOf(wanted, start - wanted.length);
  const after = text.indexOf(wanted, end);
  const found = before >= 0 && start - before <= reach ? before : after;
  return found >= 0 && Math.abs(found - start) <= reach ? [found, found + wanted.length] : undefined;
}

/** `undefined`: the requirement stays. */
function requirementChange(
  { requirement, requirementRange }: Dependency,
  version: string | undefined,
): TextChange | undefined | 'unknown' {
  if (requirement === null || requirementRange === null || /^(\*|latest|any|)$/.test(requirement)) return undefined;
  const style = /^((?:[~^=]|>=|~>|==|~=)?\s*v?)\d[\w.+-]*$/.exec(requirement);
  if (!style || version === undefined) return 'unknown';
  return { range: requirementRange, text: `${style[1]}${version.replace(/^v/, '')}` };
}

function isReplaced(
  before: Manifest,
  after: Manifest,
  wanted: { readonly position: number; readonly purl: string; readonly requirement: string | null },
): boolean {
  return (
    after.dependencies.length === before.dependencies.length &&
    after.problems.length <= before.problems.length &&
    after.dependencies.every((dependency, index) => {
      const old = before.dependencies[index];
      if (!old || dependency.place !== old.place || dependency.scope !== old.scope) return false;
      const { purl, requirement } = index === wanted.position ? wanted : old;
      return dependency.purl === purl && dependency.requirement === requirement;
    })
  );
}

function partsOf(purl: string): { ecosystem: string; namespace: string; name: string } | undefined {
  const [, ecosystem, path] = /^pkg:([a-z]+)\/([^?#]+)$/.exec(purl) ?? [];
  if (!ecosystem || !path) return undefined;
  try {
    const segments = path.split('/').map(decodeURIComponent);
    return { ecosystem, namespace: segments.slice(0, -1).join('/'), name: segments.at(-1) ?? '' };
  } catch {
    return undefined; // A damaged escape: nobody's package.
  }
}
