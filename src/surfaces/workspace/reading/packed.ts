import type { Dependency, DependencyOrigin, DependencyScope, Manifest, TextRange } from '../../../core/model.ts';

/**
 * Manifests on their way from one thread to another. A workspace names the same packages thousands of times: each text
 * goes over once, later it is a number. Objects would cost the receiving thread ten times the time, and its memory would
 * hold each name as often as it is written.
 */
export interface Packed {
  readonly heads: readonly (Head | undefined)[];
  /** Texts that are new, and the number of the first; zero when all before are forgotten. */
  readonly texts: readonly string[];
  readonly from: number;
  /** Fields of the dependencies, one after the other: see `fields`. */
  readonly numbers: Int32Array<ArrayBuffer>;
}

type Head = Omit<Manifest, 'dependencies'> & { readonly count: number };

/** Numbers of a dependency: six texts, scope, origin, two ranges. What is absent is -1. */
const fields = 11;
/** After so many texts the next ones are numbered anew, so that neither side grows without end. */
const mostTexts = 200_000;
/** V8 keeps a shorter part of a text as a text of its own, a longer one as a look into the whole. */
const shortestPart = 13;

const scopes = [
  'runtime',
  'development',
  'optional',
  'peer',
  'build',
  'test',
] as const satisfies readonly DependencyScope[];
const origins = ['registry', 'git', 'url', 'path', 'workspace'] as const satisfies readonly DependencyOrigin[];

/**
 * The sending side: remembers which texts the other has.
 *
 * @param most of them; the next manifests come with all their texts again
 */
export function createPacker(most = mostTexts): (manifests: readonly (Manifest | undefined)[]) => Packed {
  const known = new Map<string, number>();
  return manifests => {
    if (known.size > most) known.clear();
    const from = known.size;
    const texts: string[] = [];
    const numberOf = (text: string | null | undefined): number => {
      if (text === null || text === undefined) return -1;
      const number = known.get(text);
      if (number !== undefined) return number;
      known.set(text.length < shortestPart ? text : copyOf(text), known.size);
      texts.push(text);
      return known.size - 1;
    };
    const count = manifests.reduce((sum, manifest) => sum + (manifest?.dependencies.length ?? 0), 0);
    const numbers = new Int32Array(count * fields);
    let at = 0;
    const heads = manifests.map(manifest => {
      if (!manifest) return undefined;
      const { dependencies, ...head } = manifest;
      for (const dependency of dependencies) {
        const { name, purl, requirement, resolved, place, scope, origin, nameRange, requirementRange } = dependency;
        numbers.set(
          [
            numberOf(name),
            numberOf(purl),
            numberOf(requirement),
            numberOf(resolved),
            numberOf(place),
            scopes.indexOf(scope),
            origins.indexOf(origin),
            ...nameRange,
            ...(requirementRange ?? [-1, -1]),
          ],
          at,
        );
        at += fields;
      }
      return { ...head, count: dependencies.length };
    });
    return { heads, texts, from, numbers };
  };
}

/** The receiving side. Has to be given everything that one packer made, in its order. */
export function createUnpacker(): (packed: Packed) => readonly (Manifest | undefined)[] {
  const known: string[] = [];
  return ({ heads, texts, from, numbers }) => {
    known.length = from;
    for (const text of texts) known.push(text);
    let at = 0;
    const number = (field: number) => numbers[at + field] ?? -1;
    const text = (field: number) => known[number(field)];
    const range = (field: number): TextRange => [number(field), number(field + 1)];
    const next = (): Dependency => {
      const resolved = text(3);
      const dependency: Dependency = {
        name: text(0) ?? '',
        purl: text(1) ?? '',
        requirement: text(2) ?? null,
        scope: scopes[number(5)] ?? 'runtime',
        origin: origins[number(6)] ?? 'registry',
        place: text(4) ?? '',
        nameRange: range(7),
        requirementRange: number(9) < 0 ? null : range(9),
      };
      at += fields;
      return resolved === undefined ? dependency : { ...dependency, resolved };
    };
    return heads.map(head => {
      if (!head) return undefined;
      const { count, ...manifest } = head;
      return { ...manifest, dependencies: Array.from({ length: count }, next) };
    });
  };
}

/** A part of a file's text would keep the whole of it in memory. */
function copyOf(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
