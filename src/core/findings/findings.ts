import type { Finding, FindingStatus } from '../model.ts';
import type { Clock, Folder, Log } from '../ports.ts';
import { editFinding, type FindingChange, type FindingFile, readFinding, renderFinding } from './file.ts';
import { FindingError } from './finding-error.ts';

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

/** A file that is no readable finding, with the sentence why. It is shown and never touched. */
export interface UnreadFinding extends FindingLocation {
  readonly message: string;
}

export interface FindingList {
  /** The most recently changed first. */
  readonly findings: readonly SavedFinding[];
  readonly unread: readonly UnreadFinding[];
}

/** What is known of a project when it is saved. */
export interface FindingDraft extends Pick<Finding, 'id' | 'name'>, Partial<Pick<Finding, 'homes' | 'license'>> {
  readonly status?: FindingStatus | undefined;
  readonly note?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  /** Package URLs; added to those that an earlier save named. */
  readonly replaces?: readonly string[] | undefined;
}

/** The saved findings of all places. Files are read when first asked for and kept until `reload`. */
export interface Findings {
  list(): Promise<FindingList>;
  find(id: string): Promise<SavedFinding | undefined>;
  /** Saves a project at a place, or changes its finding where it is already saved anywhere. @throws FindingError */
  save(draft: FindingDraft, place: string): Promise<SavedFinding>;
  /** Changes the file as it is now on disk, so that nobody's edit is lost. @throws FindingError */
  edit(location: FindingLocation, change: FindingChange): Promise<SavedFinding>;
  /** Removes the file; the function that comes back restores it byte for byte. @throws FindingError */
  remove(location: FindingLocation): Promise<() => Promise<void>>;
  /** Forgets what was read, because files changed under us. */
  reload(): void;
  /** Calls back after every change of ours and every `reload`; the function that comes back ends that. */
  onChange(listener: () => void): () => void;
}

/** How many files are read at a time. */
const readsAtOnce = 32;

export function openFindings(options: {
  /** Asked for at every use: workspace folders come and go. */
  places(): readonly FindingPlace[];
  readonly clock: Clock;
  readonly log: Log;
}): Findings {
  const { places, clock, log } = options;
  const listeners = new Set<() => void>();
  let loaded: Promise<FindingList> | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const readings = createReadings();

  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  /** We know what we wrote: thousands of other files need not be read again for it. */
  const changed = (location: FindingLocation, saved: SavedFinding | undefined) => {
    const next = loaded?.then(list => withChange(list, location, saved));
    next?.catch(() => {
      if (loaded === next) loaded = undefined;
    });
    loaded = next;
    tell();
  };
  const list = () => {
    loaded ??= readAll(places(), readings, log).catch((cause: unknown) => {
      loaded = undefined;
      throw cause;
    });
    return loaded;
  };
  const reload = () => {
    loaded = undefined;
    tell();
  };
  /** One change after the other: two commands at once must not overwrite each other. */
  const inTurn = <T>(change: () => Promise<T>): Promise<T> => {
    const next = last.then(change, change);
    last = next.catch(() => undefined);
    return next;
  };
  const folderOf = (id: string): Folder => {
    const place = places().find(candidate => candidate.id === id);
    if (!place) throw new FindingError('no-place', 'The place of this finding is no longer part of the workspace.');
    return place.folder;
  };
  const now = () => new Date(clock.now()).toISOString();

  const editFile = async (location: FindingLocation, change: FindingChange): Promise<SavedFinding> => {
    const folder = folderOf(location.place);
    const text = await folder.read(location.path);
    if (text === undefined) throw new FindingError('gone', 'The file of this finding is gone.');
    const before = readFinding(text);
    if (before.kind !== 'finding') throw new FindingError('unreadable', before.message);
    const edited = editFinding(text, change, now());
    if (edited === text) return { ...location, finding: before.finding };
    const after = readFinding(edited);
    if (after.kind !== 'finding') {
      throw new FindingError('unreadable', `The change would damage the file, so it was not made. ${after.message}`);
    }
    await folder.write(location.path, edited);
    const saved = { place: location.place, path: location.path, finding: after.finding };
    changed(location, saved);
    return saved;
  };

  const create = async (draft: FindingDraft, place: string): Promise<SavedFinding> => {
    const folder = folderOf(place);
    const path = await freePath(folder, draft.id);
    const text = renderFinding(toFinding(draft, now()));
    const read = readFinding(text);
    if (read.kind !== 'finding') throw new FindingError('unreadable', read.message);
    await folder.write(path, text);
    const saved = { place, path, finding: read.finding };
    changed(saved, saved);
    return saved;
  };

  const find = async (id: string) => (await list()).findings.find(({ finding }) => finding.id === id);

  return {
    list,
    find,
    save: (draft, place) =>
      inTurn(async () => {
        const existing = await find(draft.id);
        if (!existing) return create(draft, place);
        const { status, note, tags, license } = draft;
        const replaces = draft.replaces && [...new Set([...existing.finding.replaces, ...draft.replaces])];
        return editFile(existing, { status, note, tags, license, replaces });
      }),
    edit: (location, change) => inTurn(() => editFile(location, change)),
    remove: location =>
      inTurn(async () => {
        const folder = folderOf(location.place);
        const text = await folder.read(location.path);
        if (text === undefined) throw new FindingError('gone', 'The file of this finding is gone.');
        await folder.remove(location.path);
        changed(location, undefined);
        return () =>
          inTurn(async () => {
            const there = await folder.read(location.path);
            if (there !== undefined) throw new FindingError('taken', 'The project was saved again in the meantime.');
            await folder.write(location.path, text);
            const read = readFinding(text);
            if (read.kind === 'finding') changed(location, { ...location, finding: read.finding });
            else reload();
          });
      }),
    reload,
    onChange: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A file may be there that cannot be read: it belongs to somebody, so the new one takes another name. */
async function freePath(folder: Folder, id: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const path = number === 1 ? `${id}.md` : `${id}-${number}.md`;
    if ((await folder.read(path)) === undefined) return path;
  }
}

function toFinding(draft: FindingDraft, now: string): Finding {
  return {
    id: draft.id,
    name: draft.name,
    homes: draft.homes ?? [],
    status: draft.status ?? 'candidate',
    note: draft.note ?? '',
    tags: draft.tags ?? [],
    license: draft.license ?? 'NOASSERTION',
    replaces: draft.replaces ?? [],
    savedAt: now,
    changedAt: now,
  };
}

async function readAll(
  places: readonly FindingPlace[],
  readings: (location: FindingLocation, text: string) => FindingFile,
  log: Log,
): Promise<FindingList> {
  const findings: SavedFinding[] = [];
  const unread: UnreadFinding[] = [];
  for (const { id, label, folder } of places) {
    const paths = (await folder.list()).filter(path => path.endsWith('.md'));
    for (let start = 0; start < paths.length; start += readsAtOnce) {
      await Promise.all(
        paths.slice(start, start + readsAtOnce).map(async path => {
          const location = { place: id, path };
          const text = await readText(folder, path);
          if (text === undefined) return;
          const read = typeof text === 'string' ? readings(location, text) : text;
          if (read.kind === 'finding') findings.push({ ...location, finding: read.finding });
          else unread.push({ ...location, message: read.message });
        }),
      );
    }
    for (const { path, message } of unread) log.warn(`Finding ${path} (${label}): ${message}`);
  }
  return { findings: findings.sort(byChange), unread: unread.sort((a, b) => (a.path < b.path ? -1 : 1)) };
}

async function readText(folder: Folder, path: string): Promise<string | undefined | FindingFile> {
  try {
    return await folder.read(path);
  } catch (cause) {
    return { kind: 'damaged', message: `The file cannot be read: ${String(cause)}` };
  }
}

/** Remembers what each file said, because most of them are the same at the next look. */
function createReadings(): (location: FindingLocation, text: string) => FindingFile {
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

function withChange(list: FindingList, { place, path }: FindingLocation, saved: SavedFinding | undefined): FindingList {
  const isOther = (each: FindingLocation) => each.place !== place || each.path !== path;
  const findings = list.findings.filter(isOther);
  return {
    findings: saved ? [...findings, saved].sort(byChange) : findings,
    unread: list.unread.filter(isOther),
  };
}

function byChange(left: SavedFinding, right: SavedFinding): number {
  if (left.finding.changedAt !== right.finding.changedAt) {
    return left.finding.changedAt < right.finding.changedAt ? 1 : -1;
  }
  return left.path < right.path ? -1 : 1;
}
