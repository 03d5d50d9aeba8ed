import type { Finding, Sentence } from '../model.ts';
import type { Folder } from '../ports.ts';
import type { UnreadKind } from './file.ts';

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

/**
 * A shared folder may be a whole repository: a finding's file is called as an id is, and a README is none. What is hidden
 * or installed holds no findings. `path` is `/`-separated and relative to the place.
 */
export function isFindingPath(path: string): boolean {
  const folders = path.split('/');
  const name = folders.pop() ?? '';
  if (folders.some(folder => folder.startsWith('.') || folder === 'node_modules')) return false;
  return /^[a-z0-9][a-z0-9._-]*\.md$/.test(name) && name !== 'readme.md';
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

/** What went wrong, for people. VS Code puts the name of the error in front: `Error: EROFS: read-only file system`. */
export function sentence(cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).replace(/^Error: /, '');
}

/** The most recently changed first. */
export function byChange(left: SavedFinding, right: SavedFinding): number {
  if (left.finding.changedAt !== right.finding.changedAt) {
    return left.finding.changedAt < right.finding.changedAt ? 1 : -1;
  }
  if (left.path !== right.path) return left.path < right.path ? -1 : 1;
  return left.place < right.place ? -1 : 1;
}
