import type { Home, Project, Suggestion } from '../model.ts';
import { suggestionOf } from './request.ts';

/** The package is itself of Chinese origin: says so, and where the project lives. */
export function sameProject(purl: string, project: Project): Suggestion {
  return suggestionOf(project, {
    relation: 'same-project',
    effort: 'drop-in',
    reason: `${project.name.en} is itself a Chinese open-source project${place(project)}.`,
    reasons: [{ kind: 'same-project', purl }],
    capabilities: project.capabilities,
  });
}

const kinds = {
  primary: 'developed on Gitee',
  dual: 'developed on Gitee and GitHub',
  'official-mirror': "with the project's own mirror on Gitee",
  'community-mirror': 'with a community mirror on Gitee',
  moved: 'which once was on Gitee',
} as const satisfies Record<Home['kind'], string>;

function place({ homes }: Project): string {
  const gitee = homes.find(({ host }) => host === 'gitee');
  if (gitee) return `, ${kinds[gitee.kind]} (${gitee.path})`;
  return homes.some(({ host }) => host === 'atomgit') ? ', on AtomGit' : '';
}
