/**
 * `npm run catalog:verify`: asks the registries about the packages that the catalog's projects publish, one after the other
 * and with a pause, and writes what they say with its date into `data/verified.tsv`. Stopped and started again, it goes on
 * with what is oldest. Options: `--only npm,cargo`, `--limit 50`, `--older-than 90` (days), `--pause 1000` (ms),
 * `--project echarts,vant` (these only, whenever they were asked last).
 */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { readCatalogFolder, type Verification } from '../../src/core/catalog/folder.ts';
import { parsePurl } from '../../src/core/catalog/names.ts';
import { agreement } from './agreement.ts';
import { askable, askRegistry } from './registries.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: askable.join(',') },
    limit: { type: 'string', default: '50' },
    'older-than': { type: 'string', default: '90' },
    pause: { type: 'string', default: '1000' },
    project: { type: 'string', default: '' },
  },
});
const folder = path.join(import.meta.dirname, '../../src/core/catalog/data');
const { projects, verifications } = await readCatalogFolder(folder);
const known = new Map(verifications.map(verification => [verification.subject, verification]));
const today = new Date().toISOString().slice(0, 10);
const before = new Date(Date.now() - Number(values['older-than']) * 86_400_000).toISOString().slice(0, 10);
const ecosystems = new Set(values.only.split(','));
const wanted = new Set(values.project.split(',').filter(id => id !== ''));

const due = projects
  .filter(({ id }) => wanted.size === 0 || wanted.has(id))
  .flatMap(project => project.purls.slice(0, 80).map((purl, place) => ({ project, purl, place, ...parsePurl(purl) })))
  .filter(({ ecosystem }) => ecosystem !== undefined && ecosystems.has(ecosystem))
  .filter(({ purl }) => wanted.size > 0 || (known.get(purl)?.date ?? '') < before)
  // One package of every project first: that tells most about its license and repository.
  .sort((one, other) => one.place - other.place)
  .slice(0, Number(values.limit));

let silent = 0;
for (const [index, { project, purl, ecosystem = '', name = '' }] of due.entries()) {
  const answer = await askRegistry(ecosystem, name);
  const found = agreement(project, answer);
  if (found) known.set(purl, { subject: purl, date: today, ...found });
  else silent += 1;
  const detail = answer.kind === 'no-answer' ? `no answer (${answer.detail})` : `${found?.result} ${found?.detail}`;
  console.log(`${index + 1} of ${due.length}  ${project.id}  ${purl}  ${detail}`);
  if (index % 10 === 9) await save();
  await pause(Number(values.pause));
}
await save();
const different = [...known.values()].filter(({ result }) => result !== 'agrees');
console.log(`${due.length - silent} answers, ${silent} without; ${different.length} of ${known.size} do not agree`);

async function save(): Promise<void> {
  const rows = [...known.values()].sort((one, other) => (one.subject < other.subject ? -1 : 1)).map(line);
  await writeFile(path.join(folder, 'verified.tsv'), `${['subject\tdate\tresult\tdetail', ...rows].join('\n')}\n`);
}

function line({ subject, date, result, detail }: Verification): string {
  return [subject, date, result, detail.replace(/\s+/g, ' ')].join('\t');
}
