import type { Host, Project } from '../model.ts';
import type { ProjectReference } from './page.ts';

const origins = {
  gitee: 'https://gitee.com',
  github: 'https://github.com',
  atomgit: 'https://atomgit.com',
} as const satisfies Record<Host, string>;

/** Host names that mean the same host; GitCode and AtomGit are one platform since 2025-10-28. */
const hosts: Readonly<Record<string, Host>> = {
  'gitee.com': 'gitee',
  'github.com': 'github',
  'atomgit.com': 'atomgit',
  'gitcode.com': 'atomgit',
};

/** Owner and repository: letters, digits, `-`, `_` and `.`, never only dots. */
const path = /^(?!\.+\/)[\w.-]{1,100}\/(?!\.+$)[\w.-]{1,100}$/;

/** The page of a repository on its host's web site. */
export function repositoryUrl(host: Host, repository: string): string {
  return `${origins[host]}/${repository}`;
}

/** The page of a project where it is best reached from here: Gitee, else AtomGit, else GitHub; `undefined` without a home. */
export function homeUrl(homes: Readonly<Record<Host, string | null>>): string | undefined {
  const host = (['gitee', 'atomgit', 'github'] as const).find(each => homes[each] !== null);
  return host && repositoryUrl(host, homes[host] ?? '');
}

/**
 * Reads what a person pastes or a link carries: `owner/repo`, `host:owner/repo`, a web or clone address, or a catalog id.
 * `undefined` when it is none of these.
 */
export function parseReference(text: string): ProjectReference | undefined {
  const trimmed = text.trim().slice(0, 500);
  const address = /^(?:https?:\/\/|git@)(?:www\.)?([\w.-]+)[/:](.+)$/i.exec(trimmed);
  if (address) return inHost(hosts[address[1]?.toLowerCase() ?? ''], firstTwo(address[2] ?? ''));
  const prefixed = /^(gitee|github|atomgit):(.+)$/.exec(trimmed);
  if (prefixed) return inHost(hosts[`${prefixed[1]}.com`], prefixed[2] ?? '');
  if (trimmed.includes('/')) return inHost('gitee', trimmed);
  return /^[a-z0-9][a-z0-9.-]{0,99}$/.test(trimmed) ? { project: trimmed } : undefined;
}

/** The id under which a project is known and saved. */
export function projectId(reference: ProjectReference, project: Project | undefined): string {
  if (project) return project.id;
  if ('project' in reference) return reference.project;
  return [reference.host, ...reference.path.split('/')].join('--').toLowerCase();
}

function inHost(host: Host | undefined, repository: string): ProjectReference | undefined {
  const clean = repository.replace(/\.git$/, '').replace(/\/+$/, '');
  return host && path.test(clean) ? { host, path: clean } : undefined;
}

function firstTwo(rest: string): string {
  return (rest.split(/[?#]/)[0] ?? '').split('/').slice(0, 2).join('/');
}
