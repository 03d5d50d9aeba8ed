/** Saved findings: one Markdown file each, readable and mergeable without us. */
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
export { fromStars, type ImportCandidate, type ImportReading, readImport } from './import/read.ts';
export {
  type FindingList,
  type FindingLocation,
  type FindingPlace,
  isFindingPath,
  type SavedFinding,
  type UnreadFinding,
} from './list.ts';
export { type CheckedHost, checkFinding, type FindingCheck, type FindingNews } from './news.ts';
export { checkFindingFile, type FindingProblem } from './problems.ts';
export { findingSchema } from './schema.ts';
export { missingHere, readSynced, type SyncedFindings, syncedIndex } from './synced.ts';
