import type { Finding, Sentence } from '../model.ts';
import type { Folder, Log } from '../ports.ts';
import { inEnglish, say } from '../sentences/index.ts';
import { type FindingFile, readFinding, type UnreadKind } from './file.ts';

/** A folder that holds findings: the person's own, or one that a team shares. */
export interface FindingPlace {
  readonly id: string;
  readonly label: string;
  readonly folder: Folder;
}

/** Where a file of a finding lies. */
export interface FindingLocation {
  readonly place: string;
  readonly path: string;
}

export interface SavedFinding extends FindingLocation {
  readonly finding: Finding;
}

/**
 * A file that is no readable finding, with the sentence why. It is shown and never touched. `unreachable` is a whole
 * place that cannot be read; its path is empty.
 */
export interface UnreadFinding extends FindingLocation {
  readonly kind: UnreadKind | 'unreachable';
  readonly message: string;
  /** The message for hosts of other languages. */
  readonly said: Sentence;
}

export interface FindingList {
  /** The most recently changed first. */
  readonly findings: readonly SavedFinding[];
  readonly unread: readonly UnreadFinding[];
}

/** How many files are read at a time. */
const readsAtOnce = 64;
/** More files of one place are not looked at: no team has that many findings, but a wrong folder may. */
const mostFiles = 20_000;

/** A shared folder may be a whole repository: a finding's file is called as an id is, and a README is none. */
export function isFindingPath(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return /^[a-z0-9][a-z0-9._-]*\.md$/.test(name) && name !== 'readme.md';
}

/** The files of places while they are being read. */
export interface PlacesReading {
  /** All of them. */
  readonly whole: Promise<FindingList>;
  /** Those that have been read by now. */
  soFar(): FindingList;
}

/** Reads every finding of the places. A place or a file that cannot be read is named; the others are there. */
export function readPlaces(
  places: readonly FindingPlace[],
  read: (location: FindingLocation, text: string) => FindingFile,
  log: Log,
): PlacesReading {
  const lists: GrowingList[] = [];
  const reading = places.map(place => {
    const list: GrowingList = { findings: [], unread: [] };
    lists.push(list);
    return readPlace(place, list, { read, log });
  });
  const soFar = (): FindingList => ({
    findings: lists.flatMap(({ findings }) => findings).sort(byChange),
    unread: lists.flatMap(({ unread }) => unread),
  });
  return { whole: Promise.all(reading).then(soFar), soFar };
}

interface GrowingList {
  readonly findings: SavedFinding[];
  readonly unread: UnreadFinding[];
}

async function readPlace(
  { id, label, folder }: FindingPlace,
  { findings, unread }: GrowingList,
  { read, log }: { readonly read: (location: FindingLocation, text: string) => FindingFile; readonly log: Log },
): Promise<void> {
  const leave = (path: string, kind: UnreadFinding['kind'], said: Sentence) => {
    const message = inEnglish(said);
    log.warn(`Finding ${path} (${label}): ${message}`);
    unread.push({ place: id, path, kind, message, said });
  };
  let paths: readonly string[];
  try {
    paths = (await folder.list()).filter(isFindingPath);
  } catch (cause) {
    leave('', 'unreachable', say('The folder "{0}" cannot be read: {1}', label, sentence(cause)));
    return;
  }
  if (paths.length > mostFiles) {
    leave(
      '',
      'unreachable',
      say('The folder "{0}" holds more than {1} files; the others are left out.', label, mostFiles),
    );
  }
  const next = paths.slice(0, mostFiles).values();
  const work = async () => {
    for (const path of next) {
      try {
        const text = await folder.read(path);
        const file = text === undefined ? undefined : read({ place: id, path }, text);
        if (file?.kind === 'finding') findings.push({ place: id, path, finding: file.finding });
        else if (file) leave(path, file.kind, file.said);
      } catch (cause) {
        leave(path, 'damaged', say('The file cannot be read: {0}', sentence(cause)));
      }
    }
  };
  await Promise.all(Array.from({ length: readsAtOnce }, work));
  unread.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Remembers what each file said, because most of them are the same at the next look. */
export function createReadings(): (location: FindingLocation, text: string) => FindingFile {
  const remembered = new Map<string, { readonly text: string; readonly read: FindingFile }>();
  return ({ place, path }, text) => {
    const key = `${place}\n${path}`;
    const known = remembered.get(key);
    if (known?.text === text) return known.read;
    const read = readFinding(text);
    remembered.set(key, { text, read });
    return read;
  };
}

/** The list after one file was changed, or taken away. */
export function withChange(
  list: FindingList,
  { place, path }: FindingLocation,
  saved: SavedFinding | undefined,
): FindingList {
  const isOther = (each: FindingLocation) => each.place !== place || each.path !== path;
  const findings = list.findings.filter(isOther);
  return {
    findings: saved ? [...findings, saved].sort(byChange) : findings,
    unread: list.unread.filter(isOther),
  };
}

export function sentence(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

function byChange(left: SavedFinding, right: SavedFinding): number {
  if (left.finding.changedAt !== right.finding.changedAt) {
    return left.finding.changedAt < right.finding.changedAt ? 1 : -1;
  }
  if (left.path !== right.path) return left.path < right.path ? -1 : 1;
  return left.place < right.place ? -1 : 1;
}
