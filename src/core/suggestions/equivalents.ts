import { type Edge, usableFrom } from '../catalog/index.ts';
import type { Capability, Effort, Project, Suggestion, SuggestionReason } from '../model.ts';
import { frameworkOfPackage, frameworkOfProject } from './framework.ts';
import { licensePenalty } from './license-fit.ts';
import { type Request, suggestionOf } from './request.ts';

const most = 5;
/** Points of a project that is for another framework than the package. */
const otherFramework = -40;
const noCapabilities: readonly Capability[] = [];

interface Candidate {
  readonly project: Project;
  /** Narrow capabilities that both have, in the package's order. */
  readonly shared: readonly Capability[];
  readonly edge: Edge | undefined;
  readonly score: number;
}

/** Projects that can take the package's place, the best first. */
export function equivalents(request: Request): readonly Suggestion[] {
  const { purl, catalog } = request;
  const edges = catalog.edgesFrom(purl);
  const denied = new Set(edges.filter(({ relation }) => relation !== 'equivalent').map(({ to }) => to));
  const shared = sharedCapabilities(request);
  const stated = new Map(edges.filter(({ relation }) => relation === 'equivalent').map(edge => [edge.to, edge]));
  const ids = new Set([...stated.keys(), ...shared.keys()]);
  return [...ids]
    .filter(id => !denied.has(id))
    .map(id => candidateOf(request, id, shared.get(id) ?? noCapabilities, stated.get(id)))
    .filter(candidate => candidate !== undefined)
    .sort((one, other) => other.score - one.score || (one.project.id < other.project.id ? -1 : 1))
    .filter(asksForNoMore(request))
    .filter(isWorthItsPlace)
    .slice(0, most)
    .map(suggestionOfCandidate);
}

/**
 * A project that hardly changes any more is worth a look where it is among the best two, or where a source names it: further
 * down it only lengthens the list.
 */
function isWorthItsPlace({ project, edge }: Candidate, place: number): boolean {
  return project.status !== 'quiet' || edge !== undefined || place < 2;
}

/**
 * Nobody knows whether a user of a package that is bound to no framework has that framework. So what asks for one is left out,
 * as long as something is there that asks for none, unless a source names the very pair.
 */
function asksForNoMore({ purl, capabilities }: Request) {
  return ({ project, edge }: Candidate, _place: number, all: readonly Candidate[]): boolean =>
    edge !== undefined ||
    frameworkOfProject(project) === undefined ||
    frameworkOfPackage(purl, capabilities) !== undefined ||
    all.every(other => frameworkOfProject(other.project) !== undefined);
}

/** A broad capability alone never makes a suggestion: only narrow ones are looked at. */
function sharedCapabilities({ capabilities, catalog }: Request): ReadonlyMap<string, readonly Capability[]> {
  const shared = new Map<string, Capability[]>();
  for (const id of capabilities) {
    const capability = catalog.capability(id);
    if (capability?.specificity !== 'narrow') continue;
    for (const project of catalog.withCapability(id)) {
      const list = shared.get(project.id);
      if (list) list.push(capability);
      else shared.set(project.id, [capability]);
    }
  }
  return shared;
}

function candidateOf(
  request: Request,
  id: string,
  shared: readonly Capability[],
  edge: Edge | undefined,
): Candidate | undefined {
  const project = request.catalog.project(id);
  if (!project || project.status === 'closed') return undefined;
  const within = hasPackageFor(project, request.ecosystem);
  if (project.form === 'library' && !within) return undefined;
  const framework = frameworkFit(request, project);
  if (framework === otherFramework) return undefined;
  return { project, shared, edge, score: scoreOf(request, { project, shared, edge, within }) + framework };
}

/** Points for the framework that both are for. */
function frameworkFit({ purl, capabilities }: Request, project: Project): number {
  const [wanted, offered] = [frameworkOfPackage(purl, capabilities), frameworkOfProject(project)];
  if (offered === undefined || wanted === undefined) return 0;
  return wanted === offered ? 20 : otherFramework;
}

/** Does the project publish something that can be used where the package is used? */
function hasPackageFor(project: Project, ecosystem: string): boolean {
  return [...project.purls, ...(project.families ?? [])].some(purl =>
    usableFrom(ecosystem, purl.slice('pkg:'.length, purl.indexOf('/'))),
  );
}

/**
 * What is stated by a source counts most, then what the two share (rare capabilities and those that come first on both
 * sides more), then whether it can be used right where the package is. Among equals goes first what a person of the field
 * names first, then license, life, language, steward (a foundation outlives a founder), evidence, and last the home.
 */
function scoreOf(
  { capabilities, catalog, options }: Request,
  { project, shared, edge, within }: Omit<Candidate, 'score'> & { readonly within: boolean },
): number {
  const stated = edge ? 60 + (edge.effort === 'drop-in' ? 30 : 0) : 0;
  const common = shared.reduce((sum, { id }) => {
    const rarity = 20 / Math.log2(2 + catalog.withCapability(id).length);
    // What the package is above all: no other thing in common outweighs it.
    const first = (capabilities[0] === id ? 30 : 0) + (project.capabilities[0] === id ? 14 : 0);
    return sum + rarity + first;
  }, 0);
  const kinds = new Set(project.homes.filter(({ host }) => host === 'gitee').map(({ kind }) => kind));
  const home =
    kinds.has('primary') || kinds.has('dual') ? 2 : kinds.has('official-mirror') ? 1.5 : kinds.size > 0 ? 0.5 : 0;
  return (
    stated +
    common +
    namedPoints(project, shared) +
    (within ? 20 : 0) +
    home +
    Math.min(project.evidence.length, 5) * 0.5 +
    (project.status === 'active' ? 8 : 0) +
    (project.documentation.includes('en') ? 6 : 0) +
    (project.steward.kind === 'foundation' ? 3 : 0) -
    project.reservations.filter(({ severity }) => severity === 'serious').length * 15 -
    licensePenalty(project, options.license)
  );
}

/** 18 points for the project that is named first for something that both have, 3 less for each after it. */
function namedPoints({ id }: Project, shared: readonly Capability[]): number {
  const places = shared.map(({ named = [] }) => named.indexOf(id)).filter(place => place >= 0);
  return places.length === 0 ? 0 : 18 - 3 * Math.min(...places);
}

function suggestionOfCandidate({ project, shared, edge }: Candidate): Suggestion {
  const capabilities = withoutGeneral(shared).map(({ id }) => id);
  const reasons: readonly SuggestionReason[] = [
    ...(capabilities.length > 0 ? [{ kind: 'shared-capabilities', capabilities } as const] : []),
    ...(edge ? [{ kind: 'documented', claim: edge.claim, source: edge.source ?? '' } as const] : []),
  ];
  return suggestionOf(project, {
    relation: 'equivalent',
    effort: edge?.effort ?? effortOf(shared),
    reason: sentence(project, withoutGeneral(shared), edge),
    reasons,
    capabilities: capabilities.length > 0 ? capabilities : project.capabilities.slice(0, 1),
  });
}

/** "React charting libraries" says "charting libraries" too: what another one says already is left out. */
function withoutGeneral(shared: readonly Capability[]): readonly Capability[] {
  return shared.filter(({ id, plural }) => shared.every(other => other.id === id || !other.plural.endsWith(plural)));
}

function effortOf(shared: readonly Capability[]): Effort {
  return shared.length > 0 && shared.every(({ effort }) => effort === 'similar') ? 'similar' : 'rewrite';
}

/** "Both are date-time libraries; Day.js documents a Moment.js-compatible API." and what using it asks for. */
function sentence(project: Project, shared: readonly Capability[], edge: Edge | undefined): string {
  const kinds = shared.slice(0, 2).map(({ plural }) => plural);
  const common = kinds.length > 0 ? `Both are ${kinds.join(' and ')}` : '';
  const clauses = [common, edge?.claim ?? ''].filter(clause => clause !== '').join('; ');
  // "Both are React component libraries" has said already that it needs React.
  const said = project.needs !== undefined && kinds.some(kind => kind.includes(project.needs ?? ''));
  const needs = project.needs && !said ? ` Needs: ${project.needs}.` : '';
  return `${clauses}.${needs}`;
}
