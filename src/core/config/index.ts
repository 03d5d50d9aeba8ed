/** What a repository says once for everybody who works in it: in the editor, in the terminal and in continuous integration. */

export { type ConfigProblem, type ConfigReading, readConfig } from './read.ts';
export { type Config, configFile, configSchema, noConfig } from './schema.ts';
