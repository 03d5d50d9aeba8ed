import { anchorHashes, anchorLength, uniqueAnchors } from './anchors.ts';

/** Words `text[start..end)` stand where the license has `license[from..to)`; one of the two may be empty. */
export interface Difference {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

export interface Alignment {
  /** Position in the text of each word of the license, -1 for those that are missing. */
  readonly places: Int32Array;
  /** First and last word of the text that belong to the license, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Words of the license that stand in the text, in order. */
  readonly matched: number;
  readonly differences: readonly Difference[];
}

/** Between the title and the body may stand copyright notices of so many words. */
const titleDistance = 60;
/** Gaps with more cells than this in the table of comparison are not looked into. */
const largestTable = 400_000;

/**
 * Lays a license over a text, word by word: anchors of a few words that are unique in the license, then the longest
 * common sequence in the gaps. `free` tells which words of the text no other license has taken yet.
 */
export function align(
  text: Uint16Array,
  license: Uint16Array,
  free: Uint8Array,
  hashes: Int32Array = anchorHashes(text),
  unique: ReadonlyMap<number, number> = uniqueAnchors(license),
): Alignment | undefined {
  const anchors = chain(inWindow(anchorPairs(text, license, free, hashes, unique), license.length));
  if (anchors.length === 0) return undefined;
  const places = new Int32Array(license.length).fill(-1);
  for (const { at, of } of anchors) {
    for (let index = 0; index < anchorLength; index += 1) places[of + index] = at + index;
  }
  const first = anchors[0];
  const last = anchors.at(-1);
  if (!first || !last) return undefined;
  // Before the first anchor what stands nearest to it: words of a title may stand in the prose above, too.
  fillGap(
    text,
    license,
    places,
    free,
    [Math.max(0, first.at - first.of - titleDistance), first.at],
    [0, first.of],
    true,
  );
  for (const [index, anchor] of anchors.entries()) {
    const next = anchors[index + 1];
    if (!next) break;
    const [at, of] = [anchor.at + anchorLength, anchor.of + anchorLength];
    if (next.at > at && next.of > of) fillGap(text, license, places, free, [at, next.at], [of, next.of]);
  }
  const rest = license.length - last.of - anchorLength;
  const tail = last.at + anchorLength;
  fillGap(
    text,
    license,
    places,
    free,
    [tail, Math.min(text.length, tail + rest + 8)],
    [last.of + anchorLength, license.length],
  );
  return summarize(places);
}

/** A few words of the body that stand far from the rest, at either end, are there by chance: prose holds them, too. */
function withoutStragglers(places: Int32Array, bodyStart: number): Int32Array {
  const kept = places.slice();
  const body = Array.from(kept.keys()).slice(bodyStart);
  trim(kept, body);
  trim(kept, body.reverse());
  return kept;
}

const fewWords = 4;
const farAway = 4;

function trim(places: Int32Array, order: readonly number[]): void {
  let run: number[] = [];
  for (const index of order) {
    const place = places[index] ?? -1;
    if (place < 0) continue;
    const last = places[run.at(-1) ?? -1] ?? place;
    if (Math.abs(place - last) > farAway && run.length > 0) {
      if (run.length >= fewWords) return;
      for (const stray of run) places[stray] = -1;
      run = [];
    }
    run.push(index);
  }
}

interface Anchor {
  readonly at: number;
  readonly of: number;
}

function anchorPairs(
  text: Uint16Array,
  license: Uint16Array,
  free: Uint8Array,
  hashes: Int32Array,
  unique: ReadonlyMap<number, number>,
): readonly Anchor[] {
  const pairs: Anchor[] = [];
  for (let at = 0; at < hashes.length; at += 1) {
    const of = unique.get(hashes[at] ?? 0) ?? -1;
    if (of < 0 || !free[at] || !free[at + anchorLength - 1]) continue;
    if (text[at] === license[of] && text[at + 1] === license[of + 1] && text[at + 2] === license[of + 2])
      pairs.push({ at, of });
  }
  return pairs;
}

/** The stretch of the text, somewhat longer than the license, that holds most of its anchors. */
function inWindow(pairs: readonly Anchor[], length: number): readonly Anchor[] {
  const width = Math.ceil(length * 1.4) + 60;
  const counts = new Map<number, number>();
  let best = { count: 0, from: 0, to: 0 };
  let from = 0;
  for (const [to, pair] of pairs.entries()) {
    counts.set(pair.of, (counts.get(pair.of) ?? 0) + 1);
    for (let old = pairs[from]; old && pair.at - old.at > width; old = pairs[from]) {
      const left = (counts.get(old.of) ?? 1) - 1;
      if (left === 0) counts.delete(old.of);
      else counts.set(old.of, left);
      from += 1;
    }
    if (counts.size > best.count) best = { count: counts.size, from, to: to + 1 };
  }
  return pairs.slice(best.from, best.to);
}

/** The longest row of anchors that are in order both in the text and in the license. */
function chain(pairs: readonly Anchor[]): readonly Anchor[] {
  const tails: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  for (const [index, pair] of pairs.entries()) {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] ?? 0]?.of ?? 0) < pair.of) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = index;
  }
  const result: Anchor[] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const pair = pairs[index];
    if (pair) result.push(pair);
  }
  return result.reverse();
}

/**
 * Longest common sequence of a stretch of the text and one of the license, both `[start, end)`; of several the earliest
 * in the text, or the latest.
 */
function fillGap(
  text: Uint16Array,
  license: Uint16Array,
  places: Int32Array,
  free: Uint8Array,
  [textStart, textEnd]: readonly [number, number],
  [from, to]: readonly [number, number],
  latest = false,
): void {
  const [rows, columns] = [to - from, textEnd - textStart];
  if (rows <= 0 || columns <= 0 || rows * columns > largestTable) return;
  const ofLicense = (row: number) => (latest ? to - 1 - row : from + row);
  const ofText = (column: number) => (latest ? textEnd - 1 - column : textStart + column);
  const same = (row: number, column: number) =>
    license[ofLicense(row)] === text[ofText(column)] && free[ofText(column)] === 1;
  const width = columns + 1;
  const table = new Uint16Array((rows + 1) * width);
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      table[row * width + column] = same(row, column)
        ? (table[(row + 1) * width + column + 1] ?? 0) + 1
        : Math.max(table[(row + 1) * width + column] ?? 0, table[row * width + column + 1] ?? 0);
    }
  }
  let [row, column] = [0, 0];
  while (row < rows && column < columns) {
    if (same(row, column) && table[row * width + column] === (table[(row + 1) * width + column + 1] ?? 0) + 1) {
      if (places[ofLicense(row)] === -1) places[ofLicense(row)] = ofText(column);
      row += 1;
      column += 1;
    } else if ((table[(row + 1) * width + column] ?? 0) >= (table[row * width + column + 1] ?? 0)) row += 1;
    else column += 1;
  }
}

/**
 * The same without stray words, and without the title, unless all of it is there at the beginning of a line: "License" of another title, or
 * "MIT License" in a sentence, is not the title of this text.
 */
export function withWholeTitle(
  alignment: Alignment,
  { bodyStart, bodyEnd }: { readonly bodyStart: number; readonly bodyEnd: number },
  startsLine: (place: number) => boolean,
): Alignment {
  const title = alignment.places.subarray(0, bodyStart);
  const isWhole = title.every((place, index) => place >= 0 && (index === 0 || place === (title[index - 1] ?? 0) + 1));
  const places = withoutStragglers(alignment.places, bodyStart);
  if (!isWhole || !startsLine(title[0] ?? alignment.start)) places.fill(-1, 0, bodyStart);
  cutAppendix(places, bodyEnd);
  return summarize(places);
}

/** Where few of the words fit, an appendix goes over into another text that has some of them: it is not there. */
function cutAppendix(places: Int32Array, bodyEnd: number): void {
  const bodyLast = places.subarray(0, bodyEnd).findLast(place => place >= 0) ?? 0;
  let [matched, whole] = [0, bodyEnd];
  for (let index = bodyEnd; index < places.length; index += 1) {
    const place = places[index] ?? -1;
    if (place < 0) continue;
    matched += 1;
    const span = place - bodyLast;
    if (span === matched) whole = index + 1;
    if (span > 12 && matched < span / 2) {
      places.fill(-1, whole);
      return;
    }
  }
}

function summarize(places: Int32Array): Alignment {
  const differences: Difference[] = [];
  let matched = 0;
  let start = -1;
  let end = -1;
  let missingFrom = 0;
  for (const [index, place] of places.entries()) {
    if (place < 0) continue;
    if (start < 0) start = place;
    const textFrom = end < 0 ? place : end;
    if (missingFrom < index || textFrom < place) {
      differences.push({ start: textFrom, end: place, from: missingFrom, to: index });
    }
    matched += 1;
    end = place + 1;
    missingFrom = index + 1;
  }
  if (missingFrom < places.length) differences.push({ start: end, end, from: missingFrom, to: places.length });
  return { places, start, end, matched, differences };
}
