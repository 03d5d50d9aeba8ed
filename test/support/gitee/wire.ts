import { createHash } from 'node:crypto';
import type { ProjectData } from './project-data.ts';

const api = 'https://gitee.com/api/v5';
const web = 'https://gitee.com';

/** A SHA-1 as Git would give, steady for the same text. */
export function shaOf(content: string | Uint8Array): string {
  return createHash('sha1').update(content).digest('hex');
}

/** A number that is always the same for the same path. */
function idOf(text: string): number {
  return Number.parseInt(shaOf(text).slice(0, 6), 16);
}

export function splitPath(path: string): readonly [owner: string, name: string] {
  const [owner = '', name = ''] = path.split('/');
  return [owner, name];
}

export function userBody(login: string, name = login, relativeAvatar = false) {
  const url = `${api}/users/${login}`;
  return {
    id: idOf(login),
    login,
    name,
    avatar_url: relativeAvatar
      ? `no_portrait.png#${name}`
      : `https://foruda.gitee.com/avatar/${idOf(login)}/${login}.png`,
    url,
    html_url: `${web}/${login}`,
    remark: '',
    followers_url: `${url}/followers`,
    following_url: `${url}/following_url{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: 'User',
  };
}

/** The long object that Gitee gives for a repository. */
export function projectBody(data: ProjectData, signedIn: boolean) {
  const [owner, name] = splitPath(data.path);
  const url = `${api}/repos/${data.path}`;
  const isEmpty = data.branch === null;
  const admin = `${owner}_admin`;
  return {
    id: idOf(data.path),
    full_name: data.path,
    human_name: `${data.ownerName ?? owner}/${data.name ?? name}`,
    url,
    namespace: {
      id: idOf(owner),
      type: 'group',
      name: data.ownerName ?? owner,
      path: owner,
      html_url: `${web}/${owner}`,
    },
    path: name,
    name: data.name ?? name,
    owner: userBody(admin, data.ownerName ?? owner, data.relativeAvatar),
    assigner: userBody(admin, data.ownerName ?? owner, data.relativeAvatar),
    description: data.description,
    private: data.isPrivate ?? false,
    public: !data.isPrivate,
    internal: false,
    fork: data.fork !== undefined,
    // As it really is: a page address with .git at its end.
    html_url: `${web}/${data.path}.git`,
    ssh_url: `git@gitee.com:${data.path}.git`,
    forks_url: `${url}/forks`,
    branches_url: `${url}/branches{/branch}`,
    tags_url: `${url}/tags`,
    blobs_url: `${url}/blobs{/sha}`,
    stargazers_url: `${url}/stargazers`,
    contributors_url: `${url}/contributors`,
    commits_url: `${url}/commits{/sha}`,
    releases_url: `${url}/releases{/id}`,
    recommend: data.gvp ?? false,
    gvp: data.gvp ?? false,
    homepage: data.homepage ?? null,
    language: data.language,
    forks_count: Math.round(data.stars * 0.35),
    stargazers_count: data.stars,
    watchers_count: Math.round(data.stars * 0.2),
    default_branch: isEmpty ? null : (data.branch ?? 'master'),
    open_issues_count: Math.round(data.stars / 200),
    has_issues: true,
    has_wiki: true,
    issue_comment: false,
    can_comment: true,
    pull_requests_enabled: true,
    has_page: false,
    license: data.license,
    outsourced: false,
    project_creator: admin,
    members: [admin],
    pushed_at: isEmpty ? null : (data.pushedAt ?? '2026-10-12T09:30:00+08:00'),
    created_at: '2019-03-01T10:00:00+08:00',
    updated_at: '2026-11-01T08:00:00+08:00',
    parent: data.fork ? { full_name: data.fork, html_url: `${web}/${data.fork}.git` } : null,
    paas: null,
    assignees_number: 1,
    testers_number: 0,
    assignee: [userBody(admin)],
    testers: [],
    status: data.status ?? '开始',
    programs: [],
    enterprise: null,
    project_labels: [],
    issue_template_source: 'project',
    ...(signedIn && {
      stared: false,
      watched: false,
      relation: 'developer',
      permission: { pull: true, push: false, admin: false },
    }),
  };
}

export function fileBody(data: ProjectData, path: string, content: string | Uint8Array, lineBreaks: boolean) {
  const bytes = Buffer.from(content);
  const base64 = bytes.toString('base64');
  return {
    type: 'file',
    encoding: 'base64',
    size: bytes.length,
    name: path.split('/').at(-1),
    path,
    content: lineBreaks ? base64.replace(/.{60}/g, '$&\n') : base64,
    sha: shaOf(bytes),
    ...linksOf(data, path),
  };
}

export function entryBody(data: ProjectData, path: string, type: 'file' | 'dir', size: number | null) {
  return { type, size, name: path.split('/').at(-1), path, sha: shaOf(path), ...linksOf(data, path) };
}

function linksOf(data: ProjectData, path: string) {
  const branch = data.branch ?? 'master';
  const self = `${api}/repos/${data.path}/contents/${path}`;
  const html = `${web}/${data.path}/blob/${branch}/${path}`;
  return {
    url: self,
    html_url: html,
    download_url: `${web}/${data.path}/raw/${branch}/${path}`,
    _links: { self, html },
  };
}

export function releaseBody(data: ProjectData, tag: string, index: number, count: number) {
  const created = new Date(Date.UTC(2026, 9 - (count - 1 - index), 10, 2, 0, 0));
  return {
    id: idOf(data.path + tag),
    tag_name: tag,
    target_commitish: shaOf(data.path + tag),
    prerelease: /-(alpha|beta|rc)/.test(tag),
    name: `${data.name ?? splitPath(data.path)[1]} ${tag}`,
    body: `演示数据\r\n\r\n- 修复若干问题\r\n- 改进文档\r\n`,
    author: userBody('demo'),
    created_at: `${created.toISOString().slice(0, 19)}+08:00`,
    assets: [
      { browser_download_url: `${web}/${data.path}/releases/download/${tag}/dist.zip`, name: 'dist.zip' },
      { browser_download_url: `${web}/${data.path}/archive/refs/tags/${tag}.zip` },
    ],
  };
}
