import { type Edge, usableFrom } from '../catalog/index.ts';
import type { Project, Suggestion } from '../model.ts';
import { type Request, suggestionOf } from './request.ts';

const most = 3;

/**
 * Projects that a source says go together with the package ("a component library for Vue"). A mere neighborhood of
 * capabilities is no reason to interrupt anybody, so nothing is derived from it here.
 */
export function complements({ purl, ecosystem, catalog }: Request, taken: ReadonlySet<string>): readonly Suggestion[] {
  return catalog
    .edgesFrom(purl)
    .filter(({ relation, to }) => relation === 'complementary' && !taken.has(to))
    .map(edge => ({ edge, project: catalog.project(edge.to) }))
    .filter((found): found is { edge: Edge; project: Project } => found.project?.status === 'active')
    .filter(({ project }) => project.form !== 'library' || isUsable(project, ecosystem))
    .slice(0, most)
    .map(({ edge, project }) =>
      suggestionOf(project, {
        relation: 'complementary',
        effort: edge.effort ?? 'similar',
        reason: `${edge.claim}.`,
        reasons: [{ kind: 'complements', claim: edge.claim, source: edge.source ?? '' }],
        capabilities: project.capabilities.slice(0, 2),
      }),
    );
}

function isUsable({ purls, families = [] }: Project, ecosystem: string): boolean {
  return [...purls, ...families].some(purl => usableFrom(ecosystem, purl.slice('pkg:'.length, purl.indexOf('/'))));
}
