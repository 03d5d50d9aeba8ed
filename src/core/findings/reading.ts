import type { Sentence } from '../model.ts';
import type { Log } from '../ports.ts';
import { inEnglish, say } from '../sentences/index.ts';
import type { FindingFile } from './file.ts';
import {
  byChange,
  type FindingList,
  type FindingLocation,
  type FindingPlace,
  isFindingPath,
  type SavedFinding,
  sentence,
  type UnreadFinding,
} from './list.ts';

/** How many files are read at a time. */
const readsAtOnce = 64;
/** More files of one place are not looked at: no team has that many findings, but a wrong folder may. */
const mostFiles = 20_000;
/** So many are worth a look before the others are there. */
const firstLook = 64;

/** Takes what turns up in places, file by file. What is handed over again replaces what was there. */
export interface FindingSink {
  found(saved: SavedFinding): void;
  left(unread: UnreadFinding): void;
}

/** Hands over every finding of the places. A place or a file that cannot be read is handed over as well; never rejects. */
export type PlaceReader = (places: readonly FindingPlace[], sink: FindingSink) => Promise<void>;

/** The files of places while they are being read. */
export interface PlacesReading {
  /** All of them. */
  readonly whole: Promise<FindingList>;
  /** Ends when there is enough for a first look, or all. */
  readonly first: Promise<void>;
  /** Those that have been read by now. */
  soFar(): FindingList;
}

/** Lets a reader read the places. */
export function readPlaces(places: readonly FindingPlace[], read: PlaceReader, log: Log): PlacesReading {
  const findings = new Map<string, SavedFinding>();
  const unread = new Map<string, UnreadFinding>();
  let resolve: () => void = () => undefined;
  const enough = new Promise<void>(settle => {
    resolve = settle;
  });
  const key = ({ place, path }: FindingLocation) => `${place}\n${path}`;
  const order = new Map(places.map(({ id }, index) => [id, index]));
  const byPlace = (left: UnreadFinding, right: UnreadFinding) =>
    (order.get(left.place) ?? 0) - (order.get(right.place) ?? 0) || (left.path < right.path ? -1 : 1);
  const soFar = (): FindingList => ({
    findings: [...findings.values()].sort(byChange),
    unread: [...unread.values()].sort(byPlace),
  });
  const reading = read(places, {
    found: saved => {
      findings.set(key(saved), saved);
      if (findings.size >= firstLook) resolve();
    },
    left: file => {
      if (!unread.has(key(file))) log.warn(`Finding ${file.path} (${file.place}): ${file.message}`);
      unread.set(key(file), file);
    },
  });
  const first = Promise.race([enough, reading]);
  // Whoever asks for the list hears of it.
  first.catch(() => undefined);
  return { whole: reading.then(soFar), first, soFar };
}

/**
 * Reads places through their folders. Remembers what each file said, because most of them are the same at the next look.
 * What reads a file is loaded with the first one: what only arranges findings does without.
 */
export function createPlaceReader(): PlaceReader {
  const remembered = new Map<string, { readonly text: string; readonly read: FindingFile }>();
  const reader = async () => {
    const { readFinding } = await import('./file.ts');
    return ({ place, path }: FindingLocation, text: string): FindingFile => {
      const key = `${place}\n${path}`;
      const known = remembered.get(key);
      if (known?.text === text) return known.read;
      const read = readFinding(text);
      remembered.set(key, { text, read });
      return read;
    };
  };
  return async (places, sink) => {
    const read = await reader();
    await Promise.all(places.map(place => readPlace(place, read, sink)));
  };
}

async function readPlace(
  { id, label, folder }: FindingPlace,
  read: (location: FindingLocation, text: string) => FindingFile,
  sink: FindingSink,
): Promise<void> {
  const leave = (path: string, kind: UnreadFinding['kind'], said: Sentence) =>
    sink.left({ place: id, path, kind, message: inEnglish(said), said });
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
        if (file?.kind === 'finding') sink.found({ place: id, path, finding: file.finding });
        else if (file) leave(path, file.kind, file.said);
      } catch (cause) {
        leave(path, 'damaged', say('The file cannot be read: {0}', sentence(cause)));
      }
    }
  };
  await Promise.all(Array.from({ length: readsAtOnce }, work));
}
