import type { Dependency, Manifest } from '../../../core/model.ts';
import { CompactManifest, fields, origins, scopes } from './compact-manifest.ts';

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

/** After so many texts the next ones are numbered anew, so that neither side grows without end. */
const mostTexts = 200_000;
/** V8 keeps a shorter part of a text as a text of its own, a longer one as a look into the whole. */
const shortestPart = 13;

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
    const count = manifests.reduce((sum, manifest) => sum + (manifest?.dependencies.length ?? 0), 0);
    const numbers = new Int32Array(count * fields);
    let at = 0;
    const heads = manifests.map(manifest => {
      if (!manifest) return undefined;
      const { dependencies, ...head } = manifest;
      at = write(dependencies, numbers, at, text => numberOf(text, known, texts));
      return { ...head, count: dependencies.length };
    });
    return { heads, texts, from, numbers };
  };
}

/** The receiving side. Has to be given everything that one packer made, in its order. */
export function createUnpacker(): (packed: Packed) => readonly (CompactManifest | undefined)[] {
  let known: string[] = [];
  return ({ heads, texts, from, numbers: all }) => {
    // Manifests that came before go on using the texts that they came with.
    if (from === 0) known = [];
    for (const text of texts) known.push(text);
    let start = 0;
    return heads.map(head => {
      if (!head) return undefined;
      const { count } = head;
      const compact = new CompactManifest(head, { texts: known, all, start, count });
      start += count * fields;
      return compact;
    });
  };
}

/**
 * Makes manifests of this thread compact; they share their texts.
 *
 * @param most texts that are shared; the next manifests share others
 */
export function createCompactor(most = mostTexts): (manifest: Manifest) => CompactManifest {
  let known = new Map<string, number>();
  let texts: string[] = [];
  return manifest => {
    if (manifest instanceof CompactManifest) return manifest;
    if (known.size > most) [known, texts] = [new Map(), []];
    const { dependencies } = manifest;
    const all = new Int32Array(dependencies.length * fields);
    write(dependencies, all, 0, text => numberOf(text, known, texts));
    return new CompactManifest(manifest, { texts, all, start: 0, count: dependencies.length });
  };
}

/** Gives where the next ones go. */
function write(
  dependencies: readonly Dependency[],
  numbers: Int32Array,
  start: number,
  number: (text: string | null | undefined) => number,
): number {
  let at = start;
  for (const { name, purl, requirement, resolved, place, scope, origin, nameRange, requirementRange } of dependencies) {
    numbers[at] = number(name);
    numbers[at + 1] = number(purl);
    numbers[at + 2] = number(requirement);
    numbers[at + 3] = number(resolved);
    numbers[at + 4] = number(place);
    numbers[at + 5] = scopes.indexOf(scope);
    numbers[at + 6] = origins.indexOf(origin);
    [numbers[at + 7], numbers[at + 8]] = nameRange;
    [numbers[at + 9], numbers[at + 10]] = requirementRange ?? [-1, -1];
    at += fields;
  }
  return at;
}

/** A text that is new gets the next number, and is added to `texts`. */
function numberOf(text: string | null | undefined, known: Map<string, number>, texts: string[]): number {
  if (text === null || text === undefined) return -1;
  const number = known.get(text);
  if (number !== undefined) return number;
  const own = text.length < shortestPart ? text : copyOf(text);
  known.set(own, known.size);
  texts.push(own);
  return known.size - 1;
}

/** A part of a file's text would keep the whole of it in memory. */
function copyOf(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
