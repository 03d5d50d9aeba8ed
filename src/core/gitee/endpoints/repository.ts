import type { Outcome, Repository } from '../../model.ts';
import { type Ask, type Call, mapOutcome } from '../ask.ts';
import { findMoved } from '../moved.ts';
import { Project } from '../schemas/project.ts';
import type { Site } from '../site.ts';
import { ages } from './ages.ts';

/** GET /repos/{owner}/{repo} */
export async function askRepository(
  ask: Ask,
  site: Site,
  path: readonly string[],
  maxBytes: number,
  call?: Call,
): Promise<Outcome<Repository>> {
  const question = { path: ['repos', ...path], schema: Project, ages: ages.repository, maxBytes };
  return mapOutcome(await ask(question, call), project => toRepository(project, site));
}

export function toRepository(project: Project, site: Pick<Site, 'host' | 'web'>): Repository {
  const path = project.full_name;
  const url = pageOf(project, site.web);
  const description = project.description ?? '';
  return {
    host: site.host,
    path,
    name: displayName(project),
    description,
    url,
    cloneUrl: `${url}.git`,
    stars: project.stargazers_count ?? 0,
    forks: project.forks_count ?? 0,
    watchers: project.watchers_count ?? 0,
    openIssues: project.open_issues_count ?? 0,
    language: project.language || null,
    license: licenseOf(project),
    defaultBranch: project.default_branch || null,
    createdAt: project.created_at ?? null,
    pushedAt: project.pushed_at ?? null,
    fork: project.fork ?? false,
    parent: project.parent?.full_name ?? null,
    recommended: project.gvp ?? false,
    state: stateOf(project.status),
    homepage: project.homepage || null,
    movedTo: findMoved(description, { host: site.host, path }),
  };
}

/** The page's address without the `.git` that Gitee adds; GitCode calls it `web_url`. */
function pageOf(project: Project, web: string): string {
  const given = project.html_url ?? project.web_url ?? project.http_url_to_repo ?? '';
  return /^https?:\/\//.test(given) ? given.replace(/\.git$/, '') : `${web}/${project.full_name}`;
}

function displayName({ name, full_name }: Project): string {
  return name || (full_name.split('/').at(-1) ?? full_name);
}

function licenseOf({ license }: Project): string | null {
  const key = typeof license === 'string' ? license : license?.spdx_id;
  return key?.trim() || null;
}

/** Gitee's web says 开始 (begun), 暂停 (paused), 关闭 (closed); how the API spells the last two nobody has recorded. */
function stateOf(status: string | null | undefined): Repository['state'] {
  if (/关闭|closed?/i.test(status ?? '')) return 'closed';
  if (/暂停|paused?|suspend/i.test(status ?? '')) return 'paused';
  return 'open';
}
