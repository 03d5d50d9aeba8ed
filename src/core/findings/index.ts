/** Saved findings: one Markdown file each, readable and mergeable without us. */
import type { Catalog } from '../catalog/index.ts';
import type { Repository } from '../model.ts';
import type { ImportCandidate, ImportReading } from './import/read.ts';
import type { FindingProblem } from './problems.ts';

export {
  dueFindings,
  type FindingGroup,
  type FindingGrouping,
  filterFindings,
  groupFindings,
  isDue,
  statusOrder,
} from './arrange.ts';
export type { FindingChange, UnreadKind } from './file.ts';
export { FindingError } from './finding-error.ts';
export { type FindingDraft, type Findings, openFindings, type Undo } from './findings.ts';
export type { ImportCandidate, ImportReading } from './import/read.ts';
export {
  type FindingList,
  type FindingLocation,
  type FindingPlace,
  isFindingPath,
  type SavedFinding,
  type UnreadFinding,
} from './list.ts';
export { type CheckedHost, checkFinding, type FindingCheck, type FindingNews } from './news.ts';
export type { FindingProblem } from './problems.ts';
export { createPlaceReader, type FindingSink, lookAtPlaces, type PlaceReader } from './reading.ts';
export type { SyncedFindings } from './synced-schema.ts';

/** Every problem of a finding's file, for the editor to underline while somebody types. Never rejects. */
export async function checkFindingFile(text: string): Promise<readonly FindingProblem[]> {
  return (await import('./problems.ts')).checkFindingFile(text);
}

/** JSON Schema (draft 2020-12) of the front matter. Fields of one's own are allowed. */
export async function findingSchema(): Promise<object> {
  return (await import('./schema.ts')).findingSchema();
}

/** What Settings Sync carries; loads when it is first asked for, as all above does. */
export function loadSynced() {
  return import('./synced.ts');
}

/**
 * Reads a file of somebody else's: a bill of materials (CycloneDX or SPDX), a CSV with a heading, or a list of addresses
 * with one on each line. Never rejects. What it needs loads when it is first called: the view opens without it.
 */
export async function readImport(text: string, catalog: Catalog): Promise<ImportReading> {
  return (await import('./import/read.ts')).readImport(text, catalog);
}

/** The repositories that a user of Gitee has starred. */
export async function fromStars(
  repositories: readonly Repository[],
  catalog: Catalog,
): Promise<readonly ImportCandidate[]> {
  return (await import('./import/read.ts')).fromStars(repositories, catalog);
}
