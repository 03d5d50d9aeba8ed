import type { Finding, FindingStatus } from '../model.ts';
import type { Clock, Folder, Log } from '../ports.ts';
import { say } from '../sentences/index.ts';
import type { FindingChange, Signature } from './file.ts';
import { FindingError } from './finding-error.ts';
import {
  type FindingList,
  type FindingLocation,
  type FindingPlace,
  type SavedFinding,
  sentence,
  withChange,
} from './list.ts';
import { createPlaceReader, type PlaceReader, type PlacesReading, readPlaces } from './reading.ts';

/** What is known of a project when it is saved. */
export interface FindingDraft {
  readonly id: string;
  readonly name: string;
  readonly homes?: Finding['homes'] | undefined;
  readonly license?: string | undefined;
  readonly verdict?: Finding['verdict'];
  readonly status?: FindingStatus | undefined;
  readonly note?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  /** Package URLs; added to those that an earlier save named. */
  readonly replaces?: readonly string[] | undefined;
  readonly links?: readonly string[] | undefined;
  /** ISO date. */
  readonly review?: string | undefined;
}

/** Takes back what was done. @throws FindingError when something else has happened since */
export type Undo = () => Promise<void>;

export interface FindingsSoFar {
  readonly list: FindingList;
  /** `whole`: all; `before`: all as they were, while files are read anew; `part`: those that have been read by now. */
  readonly extent: 'whole' | 'before' | 'part';
}

/** The saved findings of all places. Files are read when first asked for and kept until `reload`. */
export interface Findings {
  list(): Promise<FindingList>;
  /** Ends when there is something to see: enough for a first look, or all. */
  first(): Promise<void>;
  /** What is known at this moment. */
  soFar(): FindingsSoFar;
  find(id: string): Promise<SavedFinding | undefined>;
  /** Saves a project at a place, or changes its finding where it is already saved anywhere. @throws FindingError */
  save(draft: FindingDraft, place: string): Promise<SavedFinding>;
  /** Saves those that are saved nowhere yet, and tells which were. @throws FindingError */
  add(drafts: readonly FindingDraft[], place: string): Promise<readonly SavedFinding[]>;
  /** Changes the file as it is now on disk, so that nobody's edit is lost. @throws FindingError */
  edit(location: FindingLocation, change: FindingChange): Promise<SavedFinding>;
  /** Copies the file to another place byte for byte. @throws FindingError when the project is saved there already */
  copy(location: FindingLocation, place: string): Promise<SavedFinding>;
  /** Copies and then removes. @throws FindingError */
  move(location: FindingLocation, place: string): Promise<Undo>;
  /** Removes the file; the function that comes back restores it byte for byte. @throws FindingError */
  remove(location: FindingLocation): Promise<Undo>;
  /** Forgets what was read, because files changed under us. */
  reload(): void;
  /** Calls back after every change of ours and every `reload`; the function that comes back ends that. */
  onChange(listener: () => void): () => void;
}

/** How often a change starts anew when somebody else writes the same file at the same moment. */
const attempts = 3;

export function openFindings(options: {
  /** Asked for at every use: workspace folders come and go. */
  places(): readonly FindingPlace[];
  readonly clock: Clock;
  readonly log: Log;
  /** The person's name, to stand beside changes of status. */
  author?(): Promise<string | undefined>;
  /** What reads the places; without one they are read through their folders. */
  readonly read?: PlaceReader | undefined;
}): Findings {
  const { places, clock, log } = options;
  const listeners = new Set<() => void>();
  const read = options.read ?? createPlaceReader();
  /** What reads and writes a single file; the list does without. */
  const files = () => import('./file.ts');
  let loaded: Promise<FindingList> | undefined;
  /** The last whole list, and the promise that it came from. */
  let known: { readonly list: FindingList; readonly from: Promise<FindingList> } | undefined;
  let reading: PlacesReading | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  const keep = (next: Promise<FindingList>) => {
    loaded = next;
    next.then(
      list => {
        if (loaded === next) known = { list, from: next };
      },
      () => {
        if (loaded === next) loaded = undefined;
      },
    );
  };
  /** We know what we wrote: thousands of other files need not be read again for it. */
  const changed = (location: FindingLocation, saved: SavedFinding | undefined) => {
    if (loaded) keep(loaded.then(list => withChange(list, location, saved)));
    tell();
  };
  const list = () => {
    if (loaded) return loaded;
    reading = readPlaces(places(), read, log);
    keep(reading.whole);
    return reading.whole;
  };
  /** A whole list of a moment ago is better than a part of the one of now. */
  const soFar = (): FindingsSoFar =>
    known
      ? { list: known.list, extent: known.from === loaded ? 'whole' : 'before' }
      : { list: reading?.soFar() ?? { findings: [], unread: [] }, extent: 'part' };
  const first = async (): Promise<void> => {
    const whole = list();
    await (known ? undefined : (reading?.first ?? whole));
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
    if (!place) throw new FindingError('no-place', say('The place of this finding is no longer there.'));
    return place.folder;
  };
  const sign = async (): Promise<Signature> => {
    const date = new Date(clock.now()).toISOString();
    const by = (await options.author?.())?.replaceAll(/\s+/g, ' ').trim().slice(0, 200);
    return by ? { date, by } : { date };
  };
  const textOf = async ({ place, path }: FindingLocation): Promise<string> => {
    const text = await attempted('read', () => folderOf(place).read(path));
    if (text === undefined) throw new FindingError('gone', say('The file of this finding is gone.'));
    return text;
  };
  /** Writes a text that is known to be a finding, and tells. */
  const put = async ({ place, path }: FindingLocation, text: string): Promise<SavedFinding> => {
    const { readFinding } = await files();
    const read = readFinding(text);
    if (read.kind !== 'finding') {
      throw new FindingError('unreadable', say('The change would damage the file, so it was not made. {0}', read.said));
    }
    await attempted('written', () => folderOf(place).write(path, text));
    const saved = { place, path, finding: read.finding };
    changed(saved, saved);
    return saved;
  };

  const editFile = async (location: FindingLocation, change: FindingChange): Promise<SavedFinding> => {
    const signature = await sign();
    const { editFinding, readFinding } = await files();
    for (let attempt = 1; ; attempt += 1) {
      const text = await textOf(location);
      const before = readFinding(text);
      if (before.kind !== 'finding') throw new FindingError('unreadable', before.said);
      const edited = editFinding(text, change, signature);
      if (edited === text) return { ...location, finding: before.finding };
      // Somebody may have written meanwhile: then their text is the one to change.
      if (attempt === attempts || (await textOf(location)) === text) return put(location, edited);
    }
  };

  const create = async (draft: FindingDraft, place: string): Promise<SavedFinding> => {
    const { renderFinding } = await files();
    const path = await freePath(folderOf(place), draft.id);
    return put({ place, path }, renderFinding(toFinding(draft, await sign())));
  };

  const find = async (id: string) => (await list()).findings.find(({ finding }) => finding.id === id);

  const copy = async (location: FindingLocation, place: string): Promise<SavedFinding> => {
    const text = await textOf(location);
    const { readFinding } = await files();
    const read = readFinding(text);
    if (read.kind !== 'finding') throw new FindingError('unreadable', read.said);
    const { id, name } = read.finding;
    const there = (await list()).findings.some(each => each.place === place && each.finding.id === id);
    if (there) throw new FindingError('taken', say('{0} is saved there already; nothing was changed.', name));
    return put({ place, path: await freePath(folderOf(place), id) }, text);
  };

  const remove = async (location: FindingLocation): Promise<Undo> => {
    const text = await textOf(location);
    await attempted('removed', () => folderOf(location.place).remove(location.path));
    changed(location, undefined);
    return () =>
      inTurn(async () => {
        const there = await folderOf(location.place).read(location.path);
        if (there !== undefined) throw new FindingError('taken', say('The project was saved again in the meantime.'));
        await put(location, text);
      });
  };

  return {
    list,
    first,
    soFar,
    find,
    save: (draft, place) =>
      inTurn(async () => {
        const existing = await find(draft.id);
        if (!existing) return create(draft, place);
        const { status, note, tags, license, verdict, links, review } = draft;
        const replaces = draft.replaces && [...new Set([...existing.finding.replaces, ...draft.replaces])];
        return editFile(existing, { status, note, tags, license, verdict, links, review, replaces });
      }),
    add: (drafts, place) =>
      inTurn(async () => {
        const added: SavedFinding[] = [];
        for (const draft of drafts) if (!(await find(draft.id))) added.push(await create(draft, place));
        return added;
      }),
    edit: (location, change) => inTurn(() => editFile(location, change)),
    copy: (location, place) => inTurn(() => copy(location, place)),
    move: (location, place) =>
      inTurn(async () => {
        const copied = await copy(location, place);
        const restore = await remove(location);
        return async () => {
          await restore();
          await inTurn(() => remove(copied));
        };
      }),
    remove: location => inTurn(() => remove(location)),
    reload,
    onChange: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const undone = {
  read: (why: string) => say('The file could not be read: {0}', why),
  written: (why: string) => say('The file could not be written: {0}', why),
  removed: (why: string) => say('The file could not be removed: {0}', why),
} as const;

/** Names of devices on Windows: a repository with a file of such a name cannot even be checked out there. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/;

/** A file may be there that cannot be read: it belongs to somebody, so the new one takes another name. */
async function freePath(folder: Folder, id: string): Promise<string> {
  const name = id.replace(device, word => `${word}-project`);
  for (let number = 1; ; number += 1) {
    const path = number === 1 ? `${name}.md` : `${name}-${number}.md`;
    if ((await attempted('read', () => folder.read(path))) === undefined) return path;
  }
}

/** A folder may be read-only, a disk full: the person hears which it was. */
async function attempted<T>(done: keyof typeof undone, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof FindingError) throw cause;
    throw new FindingError('not-written', undone[done](sentence(cause)), { cause });
  }
}

function toFinding(draft: FindingDraft, signature: Signature): Finding {
  const status = draft.status ?? 'candidate';
  return {
    id: draft.id,
    name: draft.name,
    homes: draft.homes ?? [],
    status,
    note: draft.note ?? '',
    tags: draft.tags ?? [],
    license: draft.license ?? 'NOASSERTION',
    verdict: draft.verdict,
    replaces: draft.replaces ?? [],
    links: draft.links ?? [],
    review: draft.review || undefined,
    history: [{ status, ...signature }],
    savedAt: signature.date,
    changedAt: signature.date,
  };
}
