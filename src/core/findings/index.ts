/** Saved findings: one Markdown file each, readable and mergeable without us. */
export type { FindingChange, UnreadKind } from './file.ts';
export { FindingError } from './finding-error.ts';
export { type FindingDraft, type Findings, openFindings, type Undo } from './findings.ts';
export {
  type FindingList,
  type FindingLocation,
  type FindingPlace,
  isFindingPath,
  type SavedFinding,
  type UnreadFinding,
} from './list.ts';
export { checkFindingFile, type FindingProblem } from './problems.ts';
