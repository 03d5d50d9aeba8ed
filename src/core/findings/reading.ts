import type { Sentence } from '../model.ts';
import type { Folder, Log } from '../ports.ts';
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
import { readPlainFinding } from './plain-finding.ts';

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
  /** Some that are worth a look until all have been read; they count for nothing then. */
  glimpsed(some: readonly SavedFinding[]): void;
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
  let glimpsed: readonly SavedFinding[] = [];
  const unread = new Map<string, UnreadFinding>();
  let resolve: () => void = () => undefined;
  const enough = new Promise<void>(settle => {
    resolve = settle;
  });
  const key = ({ place, path }: FindingLocation) => `${place}\n${path}`;
  const order = new Map(places.map(({ id }, index) => [id, index]));
  const byPlace = (left: UnreadFinding, right: UnreadFinding) =>
    (order.get(left.place) ?? 0) - (order.get(right.place) ?? 0) || (left.path < right.path ? -1 : 1);
  const soFar = (): FindingList => {
    const before = glimpsed.filter(each => !findings.has(key(each)) && !unread.has(key(each)));
    return {
      findings: [...findings.values(), ...before].sort(byChange),
      unread: [...unread.values()].sort(byPlace),
    };
  };
  const reading = read(places, {
    found: saved => {
      findings.set(key(saved), saved);
      if (findings.size >= firstLook) resolve();
    },
    left: file => {
      if (!unread.has(key(file))) log.warn(`Finding ${file.path} (${file.place}): ${file.message}`);
      unread.set(key(file), file);
    },
    glimpsed: some => {
      glimpsed = some;
      if (some.length > 0) resolve();
    },
  });
  const whole = reading.then(() => {
    glimpsed = [];
    return soFar();
  });
  const first = Promise.race([enough, reading]);
  // Whoever asks for the list hears of it.
  first.catch(() => undefined);
  return { whole, first, soFar };
}

/** What a look at places has seen. */
export interface PlacesLook {
  /** Ids of places of which all is known now. */
  readonly whole: ReadonlySet<string>;
  readonly found: readonly SavedFinding[];
  /** Some of the findings of places that hold more than anybody looks at. */
  readonly glimpsed: readonly SavedFinding[];
}

/**
 * Looks at the first files of places, and only at findings as we write them ourselves: that takes less time than to start
 * a thread, and is all that there is in most places. Never rejects.
 */
export async function lookAtPlaces(places: readonly FindingPlace[]): Promise<PlacesLook> {
  const whole = new Set<string>();
  const found: SavedFinding[] = [];
  const glimpsed: SavedFinding[] = [];
  let left = firstLook;
  await Promise.all(
    places.map(async ({ id, folder }) => {
      try {
        const paths = (await folder.list()).filter(isFindingPath);
        const looked = paths.slice(0, left);
        left -= looked.length;
        const files = await Promise.all(looked.map(async path => lookAtFile({ place: id, path }, folder)));
        const findings = files.filter(file => file !== undefined);
        if (paths.length > looked.length) glimpsed.push(...findings);
        else if (findings.length === looked.length) {
          whole.add(id);
          found.push(...findings);
        }
      } catch {
        // Whoever reads the place says what is wrong with it.
      }
    }),
  );
  return { whole, found, glimpsed };
}

async function lookAtFile(location: FindingLocation, folder: Pick<Folder, 'read'>): Promise<SavedFinding | undefined> {
  const finding = readPlainFinding((await folder.read(location.path)) ?? '');
  return finding && { ...location, finding };
}

/**
 * Reads places through their folders. Remembers what each file said, because most of them are the same at the next look.
 * The parser is loaded with the first file that is not as we write them ourselves.
 */
export function createPlaceReader(): PlaceReader {
  const remembered = new Map<string, { readonly text: string; readonly read: FindingFile }>();
  const read = async ({ place, path }: FindingLocation, text: string): Promise<FindingFile> => {
    const key = `${place}\n${path}`;
    const known = remembered.get(key);
    if (known?.text === text) return known.read;
    const finding = readPlainFinding(text);
    const file = finding ? ({ kind: 'finding', finding } as const) : (await import('./file.ts')).readWithParser(text);
    remembered.set(key, { text, read: file });
    return file;
  };
  return async (places, sink) => {
    await Promise.all(places.map(place => readPlace(place, read, sink)));
  };
}

async function readPlace(
  { id, label, folder }: FindingPlace,
  read: (location: FindingLocation, text: string) => Promise<FindingFile>,
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
        const file = text === undefined ? undefined : await read({ place: id, path }, text);
        if (file?.kind === 'finding') sink.found({ place: id, path, finding: file.finding });
        else if (file) leave(path, file.kind, file.said);
      } catch (cause) {
        leave(path, 'damaged', say('The file cannot be read: {0}', sentence(cause)));
      }
    }
  };
  await Promise.all(Array.from({ length: readsAtOnce }, work));
}
