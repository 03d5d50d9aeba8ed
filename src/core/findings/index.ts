/** Saved findings: one Markdown file each, readable and mergeable without us. */
export type { FindingChange } from './file.ts';
export { FindingError } from './finding-error.ts';
export {
  type FindingDraft,
  type FindingList,
  type FindingLocation,
  type FindingPlace,
  type Findings,
  openFindings,
  type SavedFinding,
  type UnreadFinding,
} from './findings.ts';
