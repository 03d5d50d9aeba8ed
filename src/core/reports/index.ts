export { cyclonedxReport } from './cyclonedx.ts';
export { markdownReport } from './markdown.ts';
export type { ScannedDependency, ScannedManifest } from './model.ts';
export { sarifReport } from './sarif.ts';
