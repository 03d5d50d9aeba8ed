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
  return ({ heads, texts, from, numbers }) => {
    // Memory of the thread that sent them would stay when that thread ends.
    const all = numbers.slice();
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
 * Makes manifests of this thread compact. They share their texts, and those that are given together one stretch of memory.
 *
 * @param most texts that are shared; the next manifests share others
 */
export function createCompactor(most = mostTexts): (manifests: readonly Manifest[]) => readonly CompactManifest[] {
  let known = new Map<string, number>();
  let texts: string[] = [];
  return manifests => {
    if (known.size > most) [known, texts] = [new Map(), []];
    const large = manifests.filter(manifest => !(manifest instanceof CompactManifest));
    const all = new Int32Array(large.reduce((sum, { dependencies }) => sum + dependencies.length, 0) * fields);
    let start = 0;
    return manifests.map(manifest => {
      if (manifest instanceof CompactManifest) return manifest;
      const { dependencies } = manifest;
      const compact = new CompactManifest(manifest, { texts, all, start, count: dependencies.length });
      start = write(dependencies, all, start, text => numberOf(text, known, texts));
      return compact;
    });
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
    numbers[at + 5] = scopes.indexOf(scope) * origins.length + origins.indexOf(origin);
    numbers[at + 6] = nameRange[0];
    numbers[at + 7] = requirementRange?.[0] ?? -1;
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
