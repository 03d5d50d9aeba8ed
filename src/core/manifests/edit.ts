import type { Dependency, Manifest, TextRange } from '../model.ts';
import { readManifest } from './formats.ts';

/** Text to put in place of a range. */
export interface TextChange {
  readonly range: TextRange;
  readonly text: string;
}

/** A package to take the place of another one, or to stand beside it. */
export interface Replacement {
  /** Package URL without version. */
  readonly purl: string;
  /** Latest version, for the requirement; without it the old requirement stays only where it means any version. */
  readonly version?: string | undefined;
}

/** The text with changes made; they must not overlap. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  return [...changes]
    .sort((left, right) => right.range[0] - left.range[0])
    .reduce((result, { range, text: put }) => result.slice(0, range[0]) + put + result.slice(range[1]), text);
}

/** Changes that may put `replacement` over a dependency, by the ways in which formats write; each is still to be checked. */
export function overwriting(
  text: string,
  dependency: Dependency,
  replacement: Replacement,
): readonly (readonly TextChange[])[] {
  const names = nameChanges(text, dependency, replacement.purl);
  return requirementChanges(text, dependency, replacement).flatMap(more => names.map(name => [...name, ...more]));
}

/** What a changed manifest has to say: the dependency at `position` is another one now, and all others are as before. */
export interface Wanted {
  readonly position: number;
  readonly purl: string;
  /** Part of the requirement that has to be there; `undefined` where the manifest gives none. */
  readonly version: string | undefined;
}

/** Whether the text, read again, says what was wanted and nothing else. */
export function says(path: string, text: string, expected: Manifest, wanted: Wanted): boolean {
  const after = readManifest(path, text);
  return (
    after !== undefined &&
    after.dependencies.length === expected.dependencies.length &&
    after.problems.length <= expected.problems.length &&
    after.dependencies.every((dependency, index) => {
      const old = expected.dependencies[index];
      if (!old || dependency.place !== old.place || dependency.scope !== old.scope) return false;
      if (index !== wanted.position)
        return dependency.purl === old.purl && requirementOf(dependency) === requirementOf(old);
      const requirement = requirementOf(dependency) ?? '';
      return dependency.purl === wanted.purl && (wanted.version === undefined || requirement.includes(wanted.version));
    })
  );
}

function requirementOf({ resolved, requirement }: Dependency): string | null {
  return resolved ?? requirement;
}

/** A version that every format can hold without quotes of its own: nothing in it ends a string, a tag or a line. */
export function isPlainVersion(version: string): boolean {
  return /^v?\d[\w.+-]{0,100}$/.test(version);
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

/** Ways to write the version: over the old requirement in its style, or where the format wants it when there is none. */
function requirementChanges(
  text: string,
  dependency: Dependency,
  { version }: Replacement,
): readonly (readonly TextChange[])[] {
  const { requirement, requirementRange, purl, nameRange } = dependency;
  if (requirement === null || requirementRange === null) {
    // Maven gives versions elsewhere for what it manages: the other package is not among it.
    return purl.startsWith('pkg:maven/') ? mavenVersion(text, nameRange, version) : [[]];
  }
  if (/^(\*|latest|any|)$/.test(requirement)) return [[]];
  if (version === undefined) return [];
  const bare = version.replace(/^v/, '');
  const style = styleOf(requirement, purl);
  const over = style === undefined ? [] : [[{ range: requirementRange, text: `${style}${bare}` }]];
  return [...over, ...ownVersion(text, nameRange, bare)];
}

/** What stands before the digits: `^`, `>=`, `v`; `undefined` for what cannot be put over. */
function styleOf(requirement: string, purl: string): string | undefined {
  const simple = /^((?:[~^=]|>=|~>|==|~=)?\s*v?)\d[\w.+-]*$/.exec(requirement)?.[1];
  if (simple !== undefined) return simple;
  // Python's ranges begin with their lower bound: https://packaging.python.org/en/latest/specifications/version-specifiers/
  if (purl.startsWith('pkg:pypi/') && /^(>=|~=|==|>)\s*\d[\w.,<>=!* -]*$/.test(requirement)) return '>=';
  // A property of a pom.xml or a build file belongs to the old package: its value is not touched.
  return purl.startsWith('pkg:maven/') && /^\$\{?[\w.-]+\}?$/.test(requirement) ? '' : undefined;
}

/** An entry of a version catalog gets its own version, where `version.ref` leads to one that others use too. */
function ownVersion(text: string, [, end]: TextRange, version: string): readonly (readonly TextChange[])[] {
  const line = text.slice(end, text.indexOf('\n', end) < 0 ? text.length : text.indexOf('\n', end));
  const reference = /version\.ref\s*=\s*(["'])[\w.-]+\1/.exec(line);
  if (!reference) return [];
  const start = end + reference.index;
  const quote = reference[1] ?? '"';
  return [[{ range: [start, start + reference[0].length], text: `version = ${quote}${version}${quote}` }]];
}

function mavenVersion(
  text: string,
  [, end]: TextRange,
  version: string | undefined,
): readonly (readonly TextChange[])[] {
  if (version === undefined) return [];
  const closing = /^\s*<\/artifactId>/.exec(text.slice(end, end + 200));
  if (closing) {
    const at = end + closing[0].length;
    const indent = /\n[ \t]*$/.exec(text.slice(0, text.lastIndexOf('<artifactId', end)))?.[0] ?? '';
    return [[{ range: [at, at], text: `${indent}<version>${version}</version>` }]];
  }
  return [[{ range: [end, end], text: `:${version}` }]];
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
