import type { TextRange } from '../../model.ts';
import { type Alignment, align, withWholeTitle } from './align.ts';
import { anchorHashes } from './anchors.ts';
import { type Addition, type Comparison, compare, matchedBody, type ReadText } from './differences.ts';
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
/** Words looked through, all comparisons together: bounds the time that a file of many licenses may take. */
const mostEffort = 20_000_000;
/** Less of a license than this is not worth naming it. */
const leastScore = 0.6;
/** Below this it may be a disclaimer alone, which many licenses share. */
const leastForSure = 0.8;

/** A template with a promise: no more words of it than that can be in the text. */
interface Hope {
  readonly template: Template;
  readonly most: number;
}

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
  let hopes: readonly Hope[] = matcher.candidates(numbers).map(({ template, containment }) => {
    const body = template.bodyEnd - template.bodyStart;
    return { template, most: containment > mayBeStandard ? 2 * body : containment * body };
  });
  const hashes = anchorHashes(numbers);
  const known = new Map<Template, Region | undefined>();
  let effort = mostEffort;
  const startsLine = (place: number) => {
    const at = read.words[place]?.range[0] ?? 0;
    return /(?:^|\n)[^\p{L}\p{N}]*(?:the\s+)?$/iu.test(read.text.slice(Math.max(0, at - 40), at));
  };
  const locate = (template: Template): Region | undefined => {
    if (known.has(template)) return known.get(template);
    if (effort <= 0) return undefined;
    effort -= numbers.length;
    const alignment = align(numbers, template.words, free, hashes, matcher.anchorsOf(template));
    const region = alignment && regionOf(read, template, withWholeTitle(alignment, template, startsLine), vocabulary);
    known.set(template, region);
    return region;
  };
  while (regions.length < mostRegions) {
    const best = bestOf(hopes, locate);
    if (!best) break;
    const { start, end } = best;
    regions.push(best);
    free.fill(0, start, end);
    // Only what overlapped the taken words has to be looked for again.
    for (const [template, region] of known) {
      if (region && region.start < end && start < region.end) known.delete(template);
    }
    hopes = hopes.filter(({ template }) => known.get(template) !== undefined || !known.has(template));
  }
  return regions.sort((one, other) => one.start - other.start);
}

/** Of the standard text no more than names can be missing. */
const mayBeStandard = 0.93;

/** The region with the most worth; what cannot reach the best so far is not looked at. */
function bestOf(hopes: readonly Hope[], locate: (template: Template) => Region | undefined): Region | undefined {
  let best: { readonly region: Region; readonly worth: number } | undefined;
  for (const { template, most } of hopes) {
    if (best && most <= best.worth) continue;
    const region = locate(template);
    if (!region) continue;
    const worth = worthOf(region, template);
    if (!best || worth > best.worth) best = { region, worth };
  }
  return best?.region;
}

function regionOf(
  read: ReadText,
  template: Template,
  alignment: Alignment,
  vocabulary: readonly string[],
): Region | undefined {
  const score = matchedBody(template, alignment) / Math.max(1, template.bodyEnd - template.bodyStart);
  if (score < leastScore) return undefined;
  if (score < leastForSure && !grants(read, alignment)) return undefined;
  const comparison = compare(read, template, alignment, vocabulary);
  const [first, last] = [read.words[alignment.start], read.words[alignment.end - 1]];
  if (!first || !last) return undefined;
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

function grants({ words }: ReadText, { places }: Alignment): boolean {
  const granting = /^(?:permission|permitted|granted|grants?|licensed?|licenses|redistributions?|may|can|可|许)$/;
  return places.some(place => granting.test(words[place]?.text ?? ''));
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
