/**
 * `npm run catalog:lacking`: lists what the evidence of each project lacks, so that the next reader knows where to begin.
 * `--fact license` lists one kind only. Kinds: `license` (no source of its own), `text` (a license, but no license text was
 * read), `homes`, `steward`, `purls`, `verified` (no registry agreed yet), `gitee` (no home there), `english` (no English
 * documentation).
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readCatalogFolder, shown } from '../../src/core/catalog/folder.ts';
import type { Project } from '../../src/core/model.ts';

const { values } = parseArgs({ options: { fact: { type: 'string', default: '' } } });
const folder = path.join(import.meta.dirname, '../../src/core/catalog/data');
const { projects, verifications } = await readCatalogFolder(folder);

const licenseFile = /\/(?:licen[cs]e|copying|copyright|mit-license)[^/]*$/i;
const hasText = ({ evidence }: Project) =>
  evidence.some(
    ({ facts, source, file }) =>
      facts.includes('license') && ((file !== undefined && file !== '') || licenseFile.test(source)),
  );
const speaks = (fact: string) => (project: Project) => project.evidence.some(({ facts }) => facts.includes(fact));

const kinds: Readonly<Record<string, (project: Project) => boolean>> = {
  license: speaks('license'),
  text: hasText,
  homes: speaks('homes'),
  steward: speaks('steward'),
  purls: project => project.purls.length === 0 || speaks('purls')(project),
  verified: project => shown(project, verifications).verified !== undefined,
  gitee: ({ homes }) => homes.some(({ host, kind }) => host === 'gitee' && kind !== 'moved'),
  english: ({ documentation }) => documentation.includes('en'),
};

for (const [kind, has] of Object.entries(kinds)) {
  if (values.fact !== '' && values.fact !== kind) continue;
  const lacking = projects.filter(project => !has(project)).map(({ id }) => id);
  console.log(`${kind}: ${projects.length - lacking.length} of ${projects.length} have it`);
  if (values.fact !== '') console.log(lacking.join('\n'));
}
