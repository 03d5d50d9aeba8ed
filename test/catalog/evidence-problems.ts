/** What a program can see of the evidence: that it is there, dated, pinned, and speaks of what it is said to speak of. */
import { type CatalogFolder, publishedPurl, type Verification } from '../../src/core/catalog/folder.ts';
import type { Evidence, Home, Project } from '../../src/core/model.ts';

/** Lists under licenses that forbid what we would do with their text. */
const forbiddenSources = [/521xueweihan\/HelloGitHub/i, /GrowingGit\/GitHub-Chinese-Top-Charts/i];

export function evidenceProblems({ projects, edges }: CatalogFolder, today: string): readonly string[] {
  return [
    ...projects.flatMap(project => ofProject(project, today)),
    ...edges.flatMap(({ from, source }) => forbidden(`edge ${from}`, source)),
  ];
}

function ofProject({ id, evidence, homes, reservations, homepage }: Project, today: string): readonly string[] {
  const gitee = homes.filter(({ host }) => host === 'gitee');
  const shown = evidence.some(({ facts }) => facts.includes('homes'));
  const sources = evidence.map(({ source }) => source);
  return [
    ...(evidence.length === 0 ? [`${id}: has no evidence`] : []),
    ...(gitee.length > 0 && !shown ? [`${id}: nothing shows its home on Gitee`] : []),
    ...(new Set(sources).size < sources.length ? [`${id}: names a source twice`] : []),
    ...evidence.flatMap(each => ofRecord(id, each, gitee, today)),
    ...[...reservations.map(({ source }) => source), homepage].flatMap(source => forbidden(id, source)),
  ];
}

function ofRecord(id: string, record: Evidence, gitee: readonly Home[], today: string): readonly string[] {
  const { source, facts } = record;
  const path = /^https:\/\/gitee\.com\/([^/]+\/[^/]+)/.exec(source)?.[1]?.toLowerCase();
  const strange = path !== undefined && !gitee.some(home => home.path.toLowerCase() === path);
  return [
    ...sourceProblems(id, record, today),
    ...(strange && facts.includes('homes') ? [`${id}: ${source} is none of its homes on Gitee`] : []),
  ];
}

/** A source was read before today, is pinned where it is a file, may be used, and speaks for a fact once. */
export function sourceProblems(where: string, { source, facts, date }: Evidence, today: string): readonly string[] {
  const commit = /^https:\/\/github\.com\/[^/]+\/[^/]+\/blob\/([^/]+)\//.exec(source)?.[1];
  return [
    ...(date > today ? [`${where}: ${source} was read in the future`] : []),
    ...(commit !== undefined && !/^[0-9a-f]{7,40}$/.test(commit) ? [`${where}: ${source} names no commit`] : []),
    ...(new Set(facts).size < facts.length ? [`${where}: ${source} speaks twice for one fact`] : []),
    ...forbidden(where, source),
  ];
}

function forbidden(where: string, source: string | undefined): readonly string[] {
  return source !== undefined && forbiddenSources.some(pattern => pattern.test(source))
    ? [`${where}: ${source} must not be used`]
    : [];
}

/** Every answer of a registry belongs to the catalog, and where it is another than the catalog's, somebody said why. */
export function verificationProblems(folder: CatalogFolder): readonly string[] {
  const { projects, publishedNames, verifications, differences } = folder;
  const subjects = new Set([
    ...projects.flatMap(({ purls, homes }) => [
      ...purls,
      ...homes.map(({ host, path }) => `https://${host}.com/${path}`),
    ]),
    ...publishedNames.map(({ ecosystem, name }) => publishedPurl(ecosystem, name)),
  ]);
  const open = new Set(verifications.filter(({ result }) => result !== 'agrees').map(({ subject }) => subject));
  return [
    ...verifications.flatMap(each => (subjects.has(each.subject) ? [] : [`verified.tsv: nothing has ${each.subject}`])),
    ...verifications.filter(({ subject }) => !differences.has(subject)).flatMap(unexplained),
    ...[...differences.keys()].flatMap(subject =>
      open.has(subject) ? [] : [`differences.yaml: ${subject} does not differ`],
    ),
  ];
}

function unexplained({ subject, result, detail }: Verification): readonly string[] {
  return result === 'agrees' ? [] : [`${subject}: ${result} (${detail}), and differences.yaml does not say why`];
}
