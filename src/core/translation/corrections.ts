import * as z from 'zod';
import { baseOf } from './languages.ts';

/** What a person said of a sentence. It holds for every engine. */
export const Correction = z.object({
  from: z.string().max(35),
  to: z.string().max(35),
  segment: z.string().min(1).max(4000),
  /** The better words; `null` when only the bad ones were reported: the original stays until somebody writes better ones. */
  translation: z.string().min(1).max(16_000).nullable(),
  /** When it was written, ISO 8601. */
  at: z.iso.datetime({ offset: true }).optional(),
});
export type Correction = Readonly<z.infer<typeof Correction>>;

export const Corrections = z.object({ version: z.literal(1), corrections: z.array(Correction).max(100_000) });

/** Corrections by what they are about. */
export type CorrectionMap = ReadonlyMap<string, Correction>;

/** Two corrections with the same key are about the same sentence in the same languages. */
export function correctionKey({ from, to, segment }: Pick<Correction, 'from' | 'to' | 'segment'>): string {
  return JSON.stringify([baseOf(from), baseOf(to), segment]);
}

/**
 * Joins two sets of corrections. Of two about the same sentence the later one wins; without dates, or written at the same
 * time, the first set's stays. A mere report never replaces words.
 */
export function mergeCorrections(
  own: Iterable<Correction>,
  others: Iterable<Correction>,
): { readonly merged: CorrectionMap; readonly added: number; readonly known: number } {
  const merged = new Map(Array.from(own, each => [correctionKey(each), each] as const));
  let added = 0;
  let known = 0;
  for (const other of others) {
    const mine = merged.get(correctionKey(other));
    if (mine && !replaces(other, mine)) known += 1;
    else {
      merged.set(correctionKey(other), other);
      added += 1;
    }
  }
  return { merged, added, known };
}

function replaces(other: Correction, mine: Correction): boolean {
  if (other.translation === null && mine.translation !== null) return false;
  if (mine.translation === null && other.translation !== null) return true;
  return Date.parse(other.at ?? '') > (Date.parse(mine.at ?? '') || 0);
}

/** As text that a team can keep in Git: sorted, one field a line, so that two people's additions merge. */
export function correctionsText(corrections: Iterable<Correction>): string {
  const sorted = Array.from(corrections, each => [correctionKey(each), each] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, each]) => each);
  return `${JSON.stringify({ version: 1, corrections: sorted }, null, 2)}\n`;
}

/** The corrections of a file that others wrote; `undefined` for text that holds none. */
export function readCorrections(text: string): readonly Correction[] | undefined {
  try {
    return Corrections.safeParse(JSON.parse(text)).data?.corrections;
  } catch {
    return undefined;
  }
}
