/** The data of a project's page: catalog, host, README and license evidence, each part with its source and age. */
export { type Coordinate, coordinate, coordinates } from './coordinates.ts';
export type { Call, ProjectHost } from './host.ts';
export type { LicenseReader } from './license-part.ts';
export type {
  Found,
  PageLicense,
  PageReadme,
  Part,
  PartName,
  ProjectPage,
  ProjectReference,
} from './page.ts';
export {
  createProjects,
  type OpenOptions,
  type Projects,
  type ProjectsDependencies,
  partsToRetry,
  type SecurityPolicy,
} from './projects.ts';
export { homeUrl, parseReference, projectId, repositoryUrl } from './reference.ts';
