export { type Coordinate, coordinate, coordinates } from './coordinates.ts';
export * from './page.ts';
export { parseReference, projectId, repositoryUrl } from './reference.ts';
