/**
 * `npm run catalog:verify`: asks the registries about the packages that the catalog's projects and publishers publish, and
 * Gitee about the homes of projects, one question after the other and with a pause, and writes what they say with its date into `data/verified.tsv`.
 * Stopped and started again, it goes on with what is oldest. Options: `--only npm,cargo,gitee`, `--limit 50`,
 * `--older-than 90` (days), `--pause 1000` (ms), `--project echarts,vant` (these projects or publishers only, whenever they were asked last),
 * `--publishers` (asks about the packages of publishers alone),
 * `--texts` (reads the license files inside the packages as well), `--base-url` (of another Gitee).
 */
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openCache } from '../../src/core/cache/index.ts';
import {
  type PublisherRecord,
  publishedPurl,
  readCatalogFolder,
  type Verification,
} from '../../src/core/catalog/folder.ts';
import { parsePurl } from '../../src/core/catalog/names.ts';
import { createGitee } from '../../src/core/gitee/index.ts';
import { compileLicenseIndex } from '../../src/core/licenses/compile.ts';
import { openLicenses } from '../../src/core/licenses/index.ts';
import type { Project } from '../../src/core/model.ts';
import { agreement } from './agreement.ts';
import { homeAgreement } from './home-agreement.ts';
import { publisherAgreement } from './publisher-agreement.ts';
import { askable, askRegistry, readPackageLicense } from './registries/index.ts';
import { saveVerifications, type Verifications } from './verifications.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: askable.join(',') },
    limit: { type: 'string', default: '50' },
    'older-than': { type: 'string', default: '90' },
    pause: { type: 'string', default: '1000' },
    project: { type: 'string', default: '' },
    publishers: { type: 'boolean', default: false },
    texts: { type: 'boolean', default: false },
    'base-url': { type: 'string' },
  },
});
const folder = path.join(import.meta.dirname, '../../src/core/catalog/data');
const { projects, publishers, publishedNames, verifications } = await readCatalogFolder(folder);
const known: Verifications = new Map(verifications.map(verification => [verification.subject, verification]));
const today = new Date().toISOString().slice(0, 10);
const before = new Date(Date.now() - Number(values['older-than']) * 86_400_000).toISOString().slice(0, 10);
const only = new Set(values.only.split(','));
const wanted = new Set(values.project.split(',').filter(id => id !== ''));

type Answer = Pick<Verification, 'result' | 'detail'> | { readonly silence: string };
interface Question {
  readonly id: string;
  readonly subject: string;
  /** Place among those of the same project. */
  readonly place: number;
  ask(): Promise<Answer>;
}

const identify = values.texts ? openLicenses(await compileLicenseIndex()).identify : undefined;
const log = console;
const clock = { now: () => Date.now() };
const cache = openCache({ clock, log });
const gitee = createGitee({ cache, clock, log, baseUrl: values['base-url'] });

const due = (values.publishers ? [] : projects)
  .filter(({ id }) => wanted.size === 0 || wanted.has(id))
  .flatMap(project => [...packageQuestions(project), ...homeQuestions(project)])
  .concat(publishers.filter(({ id }) => wanted.size === 0 || wanted.has(id)).flatMap(publisherQuestions))
  .filter(({ subject }) => wanted.size > 0 || (known.get(subject)?.date ?? '') < before)
  // One package of every project first: that tells most about its license and repository.
  .sort((one, other) => one.place - other.place)
  .slice(0, Number(values.limit));

let silent = 0;
for (const [index, { id, subject, ask }] of due.entries()) {
  const answer = await ask();
  if ('silence' in answer) silent += 1;
  else known.set(subject, { subject, date: today, ...answer });
  const said = 'silence' in answer ? `no answer (${answer.silence})` : `${answer.result} ${answer.detail}`;
  console.log(`${index + 1} of ${due.length}  ${id}  ${subject}  ${said}`);
  if (index % 10 === 9) await saveVerifications(folder, known);
  await pause(Number(values.pause));
}
await saveVerifications(folder, known);
await gitee.dispose();
await cache.close();
const different = [...known.values()].filter(({ result }) => result !== 'agrees');
console.log(`${due.length - silent} answers, ${silent} without; ${different.length} of ${known.size} do not agree`);

function packageQuestions(project: Project): readonly Question[] {
  return project.purls.flatMap((subject, place): Question[] => {
    const { ecosystem, name } = parsePurl(subject) ?? {};
    if (ecosystem === undefined || name === undefined || !only.has(ecosystem)) return [];
    return [{ id: project.id, subject, place, ask: () => askAbout(project, ecosystem, name, place === 0) }];
  });
}

async function askAbout(project: Project, ecosystem: string, name: string, isFirst: boolean): Promise<Answer> {
  const answer = await askRegistry(ecosystem, name);
  if (answer.kind === 'no-answer') return { silence: answer.detail };
  const files = identify && isFirst && answer.kind === 'found' ? await readPackageLicense(ecosystem, name, answer) : [];
  const texts = files.map(({ file, text }) => ({ file, expression: identify?.(text).expression ?? 'NOASSERTION' }));
  return agreement(project, answer, texts) ?? { silence: 'nothing' };
}

function publisherQuestions(publisher: PublisherRecord): readonly Question[] {
  return publishedNames
    .filter(({ publisher: id, ecosystem }) => id === publisher.id && only.has(ecosystem))
    .map(({ ecosystem, name }, place) => ({
      id: publisher.id,
      subject: publishedPurl(ecosystem, name),
      place,
      ask: async () => {
        const answer = await askRegistry(ecosystem, name);
        if (answer.kind === 'no-answer') return { silence: answer.detail };
        return publisherAgreement(publisher, answer) ?? { silence: 'the registry does not say whose it is' };
      },
    }));
}

function homeQuestions(project: Project): readonly Question[] {
  if (!only.has('gitee')) return [];
  return project.homes
    .filter(({ host }) => host === 'gitee')
    .map((home, place) => ({
      id: project.id,
      subject: `https://gitee.com/${home.path}`,
      place,
      ask: async () => {
        const outcome = await gitee.repository(home.path);
        const silence = outcome.kind === 'found' ? 'nothing' : outcome.message;
        return homeAgreement(project, home, outcome) ?? { silence };
      },
    }));
}
