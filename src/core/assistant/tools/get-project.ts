import * as z from 'zod';
import type { Part, ProjectPage } from '../../projects/index.ts';
import { foreignNotice, foreignText } from '../foreign-text.ts';
import type { Parts } from '../parts.ts';
import { projectReference, projectReferenceHelp } from '../project-reference.ts';
import { type AssistantTool, answer, refused, tool } from '../tool.ts';

const Source = z.object({ source: z.string(), receivedAt: z.string(), stale: z.boolean() });
const Answer = z.object({
  notice: z.string(),
  id: z.string(),
  name: z.string(),
  home: z.object({ host: z.string(), path: z.string(), url: z.string() }).nullable(),
  catalog: Source.extend({
    summary: z.object({ en: z.string(), zh: z.string() }),
    steward: z.string(),
    status: z.string(),
    homes: z.array(z.object({ host: z.string(), path: z.string(), kind: z.string() })),
    capabilities: z.array(z.string()),
    purls: z.array(z.string()),
    documentation: z.array(z.string()),
    needs: z.string().nullable(),
    reservations: z.array(z.object({ severity: z.string(), text: z.string(), source: z.string() })),
    verified: z.string().nullable(),
  }).nullable(),
  repository: Source.extend({
    description: z.string(),
    stars: z.number(),
    pushedAt: z.string().nullable(),
    state: z.string(),
    language: z.string().nullable(),
    movedTo: z.object({ host: z.string(), path: z.string() }).nullable(),
  }).nullable(),
  license: Source.extend({
    expression: z.string(),
    confidence: z.string(),
    conflict: z.string().nullable(),
    evidence: z.array(z.object({ place: z.string(), expression: z.string(), confidence: z.string() })),
    complete: z.boolean(),
  }).nullable(),
  releases: Source.extend({
    latest: z.array(z.object({ tag: z.string(), createdAt: z.string().nullable(), prerelease: z.boolean() })),
  }).nullable(),
  missing: z.array(z.object({ part: z.string(), message: z.string() })).describe('What is not known, and why'),
});

const longestDescription = 2_000;
const releasesShown = 5;

/** `get_project`: what the project page shows, each part with its source and time. */
export function getProject({ scout }: Parts): AssistantTool {
  return tool({
    name: 'get_project',
    title: 'Get a project',
    description:
      'Facts about one Chinese open-source project: homes (original, mirror, moved), steward, status, license with its evidence, activity, latest releases, packages. Each part names its source and time. Asks Gitee (60 requests an hour without a token; about five for a project, answers are kept). Use read_readme for the README.',
    input: z.object({ project: z.string().min(1).max(200).describe(projectReferenceHelp) }),
    output: Answer,
    asksNetwork: true,
    call: async ({ project }, signal) => {
      const [projects, catalog] = await Promise.all([scout.projects(), scout.catalog()]);
      const reference = projectReference(project, catalog);
      if (!reference) return refused(`Not a project: ${project}. ${projectReferenceHelp}, or use search_gitee first.`);
      const page = await projects.open(reference, { signal });
      if (page.facts.kind !== 'found' && page.repository.kind !== 'found') return refused(whyNot(page));
      return answer(pageData(page));
    },
  });
}

function whyNot({ repository, name }: ProjectPage): string {
  return repository.kind === 'missing' || repository.kind === 'none' ? repository.message : `${name} is not known.`;
}

function pageData(page: ProjectPage): z.infer<typeof Answer> {
  const { facts, repository, license, releases, readme } = page;
  return {
    notice: foreignNotice,
    id: page.id,
    name: foreignText(page.name, { limit: longestDescription }).text,
    home: page.home && { host: page.home.host, path: page.home.path, url: page.home.url },
    catalog: found(facts, project => ({
      summary: { en: project.summary.en, zh: project.summary.zh },
      steward: project.steward.name,
      status: project.status,
      homes: project.homes.map(({ host, path, kind }) => ({ host, path, kind })),
      capabilities: [...project.capabilities],
      purls: [...project.purls],
      documentation: [...project.documentation],
      needs: project.needs ?? null,
      reservations: project.reservations.map(({ severity, text, source }) => ({ severity, text, source })),
      verified: project.verified ?? null,
    })),
    repository: found(repository, ({ description, stars, pushedAt, state, language, movedTo }) => ({
      description: foreignText(description, { limit: longestDescription }).text,
      stars,
      pushedAt,
      state,
      language,
      movedTo: movedTo && { host: movedTo.host, path: movedTo.path },
    })),
    license: found(license, ({ expression, confidence, conflict, evidence, complete }) => ({
      expression,
      confidence,
      conflict: conflict ?? null,
      evidence: evidence.map(place => ({
        place: place.place,
        expression: place.expression,
        confidence: place.confidence,
      })),
      complete,
    })),
    releases: found(releases, list => ({
      latest: list.slice(0, releasesShown).map(({ tag, createdAt, prerelease }) => ({
        tag: foreignText(tag, { limit: 200 }).text,
        createdAt,
        prerelease,
      })),
    })),
    missing: Object.entries({ facts, repository, license, releases, readme }).flatMap(([part, state]) =>
      state.kind === 'none' || state.kind === 'missing' ? [{ part, message: state.message }] : [],
    ),
  };
}

function found<T, D extends object>(part: Part<T>, data: (value: T) => D) {
  if (part.kind !== 'found') return null;
  const { source, receivedAt, stale } = part;
  return { source, receivedAt, stale, ...data(part.value) };
}
