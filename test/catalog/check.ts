/** `npm run catalog:check`: checks the catalog's data without the network and prints what there is. */
import path from 'node:path';
import { readCatalogFolder } from '../../src/core/catalog/folder.ts';
import { problemsOf } from './problems.ts';

const folder = path.join(import.meta.dirname, '../../src/core/catalog/data');
const data = await readCatalogFolder(folder);
const problems = problemsOf(data);
for (const problem of problems) console.error(problem);

const count = (maps: ReadonlyMap<string, { readonly size: number }>) =>
  [...maps.values()].reduce((sum, { size }) => sum + size, 0);
const gitee = data.projects.filter(({ homes }) => homes.some(({ host }) => host === 'gitee')).length;
const license = data.projects.filter(({ evidence }) => evidence.some(({ facts }) => facts.includes('license'))).length;
console.log(
  [
    `${data.projects.length} projects (${gitee} with a home on Gitee, ${license} with evidence of their license)`,
    `${data.projects.reduce((sum, { purls }) => sum + purls.length, 0)} packages of Chinese origin by name`,
    `${data.publishers.length} publishers, ${data.publishedNames.length} packages of theirs by name`,
    `${data.capabilities.length} capabilities`,
    `${count(data.packages)} packages of others in ${data.packages.size} ecosystems`,
    `${count(data.silent)} silent names, ${data.edges.length} edges, ${data.verifications.length} verifications`,
    `${problems.length} problems`,
  ].join('\n'),
);
process.exitCode = problems.length > 0 ? 1 : 0;
