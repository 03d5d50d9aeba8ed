import { type Catalog, usableFrom } from '../catalog/index.ts';
import type { Capability, Project, Sentence } from '../model.ts';
import { inEnglish, say } from '../sentences/index.ts';
import { frameworkOfProject } from './framework.ts';

/** A project of the catalog that does what another one does. */
export interface SimilarProject {
  /** Id in the catalog. */
  readonly project: string;
  readonly name: string;
  /** What it is, in one English sentence. */
  readonly summary: string;
  /** What both have in common, as an English sentence. */
  readonly reason: string;
  /** The reason for hosts of other languages. */
  readonly said?: Sentence | undefined;
  /** Ids of the narrow capabilities that both have. */
  readonly capabilities: readonly string[];
}

const most = 5;

/**
 * The projects nearest to one of the catalog, the nearest first. Only narrow capabilities count, and one of them has to be
 * what one of the two is above all: that both can also draw a chart makes no pair. Projects that ended are left out.
 */
export function similarProjects(project: Project, catalog: Catalog): readonly SimilarProject[] {
  const shared = new Map<Project, Capability[]>();
  for (const id of project.capabilities) {
    const capability = catalog.capability(id);
    if (capability?.specificity !== 'narrow') continue;
    for (const other of catalog.withCapability(id)) {
      if (other.id === project.id || other.status === 'closed') continue;
      shared.set(other, [...(shared.get(other) ?? []), capability]);
    }
  }
  return [...shared]
    .filter(([other, common]) => common.some(({ id }) => isFirst(project, id) || isFirst(other, id)))
    .map(([other, common]) => ({ other, common, score: scoreOf(project, other, common, catalog) }))
    .sort((one, another) => another.score - one.score || (one.other.id < another.other.id ? -1 : 1))
    .slice(0, most)
    .map(({ other, common }) => ({
      project: other.id,
      name: other.name.en,
      summary: other.summary.en,
      ...reasonOf(project, other, common),
      capabilities: common.map(({ id }) => id),
    }));
}

function isFirst({ capabilities }: Project, id: string): boolean {
  return capabilities[0] === id;
}

/** "Both are date libraries." Where one of them does other things above all, that is said instead. */
function reasonOf(
  project: Project,
  other: Project,
  common: readonly Capability[],
): Pick<SimilarProject, 'reason' | 'said'> {
  const both = common.filter(({ id }) => isFirst(project, id) && isFirst(other, id));
  if (both.length > 0) {
    const rest = common.filter(capability => !both.includes(capability));
    const kinds = [...both, ...rest].slice(0, 2).map(({ plural }) => plural);
    return { reason: `Both are ${kinds.join(' and ')}.`, said: say('Both are {0}.', kinds.join(' · ')) };
  }
  const [wide, narrow] = common.some(({ id }) => isFirst(other, id)) ? [project, other] : [other, project];
  const labels = common.filter(({ id }) => isFirst(narrow, id)).map(({ label }) => label);
  const said = say(
    '{0} does, among other things, what {1} is for: {2}.',
    wide.name.en,
    narrow.name.en,
    labels.join(', '),
  );
  return { reason: inEnglish(said), said };
}

/** Rare things in common count more, and what both are above all; then whether one can stand where the other does. */
function scoreOf(project: Project, other: Project, common: readonly Capability[], catalog: Catalog): number {
  const points = common.reduce((sum, { id }) => {
    const rarity = 20 / Math.log2(2 + catalog.withCapability(id).length);
    return sum + rarity + (isFirst(project, id) ? 20 : 0) + (isFirst(other, id) ? 14 : 0);
  }, 0);
  const [wanted, offered] = [frameworkOfProject(project), frameworkOfProject(other)];
  const apart = wanted !== undefined && offered !== undefined && wanted !== offered;
  return (
    points +
    (standsWhere(project, other) ? 20 : 0) +
    (project.form === other.form ? 5 : 0) +
    (other.status === 'active' ? 4 : 0) -
    (apart ? 30 : 0)
  );
}

/** Does the other publish something for an ecosystem in which the project is used? */
function standsWhere(project: Project, other: Project): boolean {
  const ecosystems = (purls: readonly string[]) =>
    new Set(purls.map(purl => purl.slice('pkg:'.length, purl.indexOf('/'))));
  const wanted = ecosystems(project.purls);
  return [...ecosystems(other.purls)].some(offered => [...wanted].some(from => usableFrom(from, offered)));
}
