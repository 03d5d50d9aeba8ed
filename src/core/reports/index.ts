/** Reports of a scan, of findings, or of both: the same input gives the same bytes, and sources and dates are in each. */
export { csvReport } from './csv.ts';
export { cyclonedxReport } from './cyclonedx.ts';
export { evidenceReport, type ProjectEvidence } from './evidence.ts';
export { evidenceFile, type GatheredSubject } from './evidence-file.ts';
export {
  type EvidenceSubject,
  evidenceSubjects,
  gatherEvidence,
  type InboundLicense,
  requestsEach as requestsForEvidence,
} from './gather-evidence.ts';
export { htmlReport } from './html.ts';
export { markdownReport } from './markdown.ts';
export {
  type PolicyViolation,
  publishersOf,
  type ReportInput,
  type ScannedDependency,
  type ScannedFile,
  type ScannedManifest,
} from './model.ts';
export { sarifReport } from './sarif.ts';
export { policyViolations } from './violations.ts';
export { type ReportFormat, reportFormats, writeReport } from './write.ts';
