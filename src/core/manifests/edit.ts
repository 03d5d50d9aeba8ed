import type { Dependency, Manifest, TextRange } from '../model.ts';
import { withoutBelongings } from './belongings.ts';
import { readManifest } from './formats.ts';
import { bareVersion, requirementLike } from './requirement.ts';
import type { TextChange } from './text-change.ts';

/** A package to take the place of another one, or to stand beside it. */
export interface Replacement {
  /** Package URL without version. */
  readonly purl: string;
  /** Latest version, for the requirement; without it the old requirement stays only where it means any version. */
  readonly version?: string | undefined;
}

/** A way to put another package over a dependency, still to be checked by reading the changed text. */
export interface Overwriting {
  readonly changes: readonly TextChange[];
  /** Part of the requirement that has to be read then; `undefined` where the manifest gives none. */
  readonly version: string | undefined;
}

/** Ways to put `replacement` over a dependency, as formats write; none where something of the old package would stay. */
export function overwriting(text: string, dependency: Dependency, replacement: Replacement): readonly Overwriting[] {
  // A repository, an address or a folder stands there, and would go on standing there; or it is about what others need.
  if (dependency.origin !== 'registry' || /overrides|resolutions/i.test(dependency.place)) return [];
  const belongings = withoutBelongings(text, dependency);
  if (!belongings) return [];
  const names = nameChanges(text, dependency, replacement.purl);
  return requirementChanges(text, dependency, replacement).flatMap(({ changes, version }) =>
    names.map(name => ({ changes: [...name, ...changes, ...belongings], version })),
  );
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
  // Scala's build adds its own version to what stands behind `%%`.
  if (/%%%?\s*"$/.test(text.slice(Math.max(0, nameRange[0] - 10), nameRange[0]))) return [];
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
function requirementChanges(text: string, dependency: Dependency, { version }: Replacement): readonly Overwriting[] {
  const { requirement, requirementRange, purl, nameRange } = dependency;
  const unchanged = { changes: [], version: undefined };
  if (requirement === null || requirementRange === null) {
    // Maven gives versions elsewhere for what it manages: the other package is not among it.
    if (purl.startsWith('pkg:maven/')) return mavenVersion(text, nameRange, version);
    // The version comes from a place where nothing is known of the other package, or the line says something else.
    return /^pkg:(?:cargo|nuget|golang|pub)\//.test(purl) ? [] : [unchanged];
  }
  if (/^(\*|latest|any|)$/.test(requirement)) return [unchanged];
  if (version === undefined) return [];
  const written = requirementLike(requirement, version, purl);
  const over =
    written === undefined ? [] : [{ changes: [{ range: requirementRange, text: written }], version: written }];
  return [...over, ...ownVersion(text, nameRange, bareVersion(version))];
}

/** An entry of a version catalog gets its own version, where `version.ref` leads to one that others use too. */
function ownVersion(text: string, [, end]: TextRange, version: string): readonly Overwriting[] {
  const line = text.slice(end, text.indexOf('\n', end) < 0 ? text.length : text.indexOf('\n', end));
  const reference = /version\.ref\s*=\s*(["'])[\w.-]+\1/.exec(line);
  if (!reference) return [];
  const start = end + reference.index;
  const quote = reference[1] ?? '"';
  const range = [start, start + reference[0].length] as const;
  return [{ changes: [{ range, text: `version = ${quote}${version}${quote}` }], version }];
}

function mavenVersion(text: string, [, end]: TextRange, version: string | undefined): readonly Overwriting[] {
  if (version === undefined) return [];
  const closing = /^\s*<\/artifactId>/.exec(text.slice(end, end + 200));
  if (closing) {
    const at = end + closing[0].length;
    const indent = /\n[ \t]*$/.exec(text.slice(0, text.lastIndexOf('<artifactId', end)))?.[0] ?? '';
    return [{ changes: [{ range: [at, at], text: `${indent}<version>${version}</version>` }], version }];
  }
  return [{ changes: [{ range: [end, end], text: `:${version}` }], version }];
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
