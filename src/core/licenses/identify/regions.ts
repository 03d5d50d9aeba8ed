import type { TextRange } from '../../model.ts';
import { align } from './align.ts';
import { type Addition, type Comparison, compare, type ReadText } from './differences.ts';
import type { Template } from './index-file.ts';
import type { Matcher } from './matcher.ts';

/** A license text found in a file. */
export interface Region {
  readonly id: string;
  readonly variant: string;
  /** Part of the license's own words that are there, 0 to 1. */
  readonly score: number;
  readonly range: TextRange;
  readonly start: number;
  readonly end: number;
  /** Whether it is the standard text but for names, notices and the like. */
  readonly standard: boolean;
  readonly missing: number;
  readonly additions: readonly Addition[];
}

/** More licenses in one file are not told apart. */
const mostRegions = 60;
/** Less of a license than this is not worth naming it. */
const leastScore = 0.6;

/**
 * Takes license texts out of a file one after the other, the best fitting first. `free` keeps which words are left.
 */
export function findRegions(
  read: ReadText,
  numbers: Uint16Array,
  free: Uint8Array,
  matcher: Matcher,
  vocabulary: readonly string[],
): readonly Region[] {
  const regions: Region[] = [];
  let templates = matcher.candidates(numbers).map(({ template }) => template);
  const known = new Map<Template, Region | undefined>();
  while (regions.length < mostRegions && templates.length > 0) {
    let best: { readonly region: Region; readonly worth: number } | undefined;
    for (const template of templates) {
      if (!known.has(template)) known.set(template, locate(read, numbers, free, template, vocabulary));
      const region = known.get(template);
      if (!region) continue;
      const worth = worthOf(region, template);
      if (!best || worth > best.worth) best = { region, worth };
    }
    if (!best) break;
    const { start, end } = best.region;
    regions.push(best.region);
    free.fill(0, start, end);
    // Only what overlapped the taken words has to be looked for again.
    for (const [template, region] of known) {
      if (region && region.start < end && start < region.end) known.delete(template);
    }
    templates = templates.filter(template => known.get(template) !== undefined || !known.has(template));
  }
  return regions.sort((one, other) => one.start - other.start);
}

function locate(
  read: ReadText,
  numbers: Uint16Array,
  free: Uint8Array,
  template: Template,
  vocabulary: readonly string[],
): Region | undefined {
  const alignment = align(numbers, template.words, free);
  if (!alignment) return undefined;
  const comparison = compare(read, template, alignment, vocabulary);
  const score = comparison.matched / Math.max(1, comparison.body);
  const [first, last] = [read.words[alignment.start], read.words[alignment.end - 1]];
  if (score < leastScore || !first || !last) return undefined;
  return {
    id: template.id,
    variant: template.variant,
    score,
    range: [first.range[0], last.range[1]],
    start: alignment.start,
    end: alignment.end,
    standard: isStandard(comparison),
    missing: comparison.missing,
    additions: comparison.additions,
  };
}

function isStandard({ missing, inserted }: Comparison): boolean {
  return missing === 0 && inserted === 0;
}

/** Words explained, less twice the words that do not fit. */
function worthOf(region: Region, template: Template): number {
  const body = template.bodyEnd - template.bodyStart;
  const inserted = region.additions
    .filter(({ kind }) => kind === 'changed-wording')
    .reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
  return region.score * body - 2 * (region.missing + inserted) + (region.standard ? body : 0);
}
