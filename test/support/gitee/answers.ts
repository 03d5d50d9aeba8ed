import { licenseText } from './license-text.ts';
import type { ProjectData } from './project-data.ts';
import { entryBody, fileBody, projectBody, releaseBody, shaOf, splitPath, userBody } from './wire.ts';

/** JSON with its status and the totals that lists carry in their headers. */
export interface JsonAnswer {
  readonly status: number;
  readonly json: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Question {
  readonly query: URLSearchParams;
  readonly signedIn: boolean;
}

export const missingProject: JsonAnswer = { status: 404, json: { message: 'Not Found Project' } };
const notFound: JsonAnswer = { status: 404, json: { message: '404 Not Found' } };

/** Everything below /repos/{owner}/{repo}. */
export async function answerProject(
  data: ProjectData,
  rest: readonly string[],
  question: Question,
): Promise<JsonAnswer> {
  const [section = '', ...below] = rest;
  switch (section) {
    case '':
      return ok(projectBody(data, question.signedIn));
    case 'readme':
      return readme(data);
    case 'contents':
      return contents(data, below.join('/'), question);
    case 'raw':
      return question.signedIn ? notFound : { status: 401, json: { message: '登录失效，无权限访问该资源' } };
    case 'license':
      return data.license ? ok({ license: data.license }) : { status: 404, json: { message: '没有相关数据' } };
    case 'releases':
      return releases(data, below, question);
    case 'tags':
      return list(tagsOf(data), question);
    case 'branches':
      return below.length === 0 ? list(branchesOf(data), question) : branch(data, below.join('/'));
    case 'commits':
      return list(commitsOf(data, question.query), question);
    case 'contributors':
      return ok(contributorsOf(data));
    default:
      return notFound;
  }
}

function ok(json: unknown, headers?: Readonly<Record<string, string>>): JsonAnswer {
  return { status: 200, json, ...(headers && { headers }) };
}

/** A page of a list; past the last page `[]`, as Gitee does. */
export function list(items: readonly unknown[], { query }: Question): JsonAnswer {
  const page = Math.max(1, Number(query.get('page') ?? 1));
  const perPage = Math.min(100, Math.max(1, Number(query.get('per_page') ?? 20)));
  const totals = { total_count: String(items.length), total_page: String(Math.ceil(items.length / perPage)) };
  return ok(items.slice((page - 1) * perPage, page * perPage), totals);
}

async function filesOf(data: ProjectData): Promise<Readonly<Record<string, string | Uint8Array>>> {
  const license = data.license ? await licenseText(data.license) : undefined;
  return { ...(license !== undefined && { LICENSE: license }), ...data.files() };
}

async function readme(data: ProjectData): Promise<JsonAnswer> {
  const files = await filesOf(data);
  const name = Object.keys(files).find(path => /^readme(\.osc)?\.(md|rst|txt)$/i.test(path));
  return name ? ok(fileBody(data, name, files[name] ?? '', true)) : notFound;
}

/** A missing path is `200 []`, just as an empty folder is. */
async function contents(data: ProjectData, path: string, { query }: Question): Promise<JsonAnswer> {
  const ref = query.get('ref');
  const files = data.branch === null ? {} : await filesOf(data);
  if (ref !== null && !refsOf(data).includes(ref)) return ok([]);
  const content = files[path];
  if (content !== undefined) return ok(fileBody(data, path, content, path.endsWith('.md')));
  const prefix = path === '' ? '' : `${path.replace(/\/$/, '')}/`;
  const inside = Object.keys(files).filter(file => file.startsWith(prefix));
  const names = [...new Set(inside.map(file => file.slice(prefix.length).split('/')[0] ?? ''))].sort();
  return ok(
    names.map(name => {
      const file = files[prefix + name];
      // Recorded in 2021: no size for files either.
      return entryBody(data, prefix + name, file === undefined ? 'dir' : 'file', null);
    }),
  );
}

function refsOf(data: ProjectData): readonly string[] {
  return [data.branch ?? 'master', ...(data.releases ?? [])];
}

function releases(data: ProjectData, [what, tag]: readonly string[], question: Question): JsonAnswer {
  const tags = data.releases ?? [];
  // Oldest first unless asked otherwise.
  const bodies = tags.map((name, index) => releaseBody(data, name, index, tags.length));
  if (what === 'latest') return bodies.length > 0 ? ok(bodies.at(-1)) : notFound;
  if (what === 'tags') return ok(bodies.find(body => body.tag_name === tag) ?? null);
  return list(question.query.get('direction') === 'desc' ? bodies.reverse() : bodies, question);
}

function tagsOf(data: ProjectData): readonly unknown[] {
  return (data.releases ?? []).map((name, index) => ({
    name,
    message: '',
    commit: { sha: shaOf(data.path + name), date: `2026-0${(index % 9) + 1}-10T02:00:00+00:00` },
  }));
}

function branchesOf(data: ProjectData): readonly unknown[] {
  if (data.branch === null) return [];
  return [data.branch ?? 'master', 'dev'].map(name => ({
    name,
    commit: {
      sha: shaOf(data.path + name),
      url: '',
      commit: { author: { name: 'demo', date: '2026-10-12T09:30:00+08:00' } },
    },
    protected: name !== 'dev',
  }));
}

function branch(data: ProjectData, name: string): JsonAnswer {
  const known = branchesOf(data).find(
    item => typeof item === 'object' && item !== null && 'name' in item && item.name === name,
  );
  return known ? ok(known) : { status: 404, json: { message: 'Branch' } };
}

/** About one commit each four days, fewer for closed projects; newest first. */
function commitsOf(data: ProjectData, query: URLSearchParams): readonly unknown[] {
  const newest = Date.parse(data.pushedAt ?? '2026-10-12T09:30:00+08:00');
  const since = Date.parse(query.get('since') ?? '') || Number.NEGATIVE_INFINITY;
  const until = Date.parse(query.get('until') ?? '') || Number.POSITIVE_INFINITY;
  const count = data.branch === null ? 0 : 120;
  return Array.from({ length: count }, (_, index) => newest - index * 4 * 86_400_000)
    .filter(time => time >= since && time <= until)
    .map((time, index) => commitBody(data, time, index));
}

function commitBody(data: ProjectData, time: number, index: number) {
  const sha = shaOf(`${data.path}${time}`);
  const who = {
    name: index % 3 === 0 ? '李明' : 'demo',
    date: new Date(time).toISOString(),
    email: 'user@example.com',
  };
  return {
    url: `https://gitee.com/api/v5/repos/${data.path}/commits/${sha}`,
    sha,
    html_url: `https://gitee.com/${data.path}/commit/${sha}`,
    commit: { author: who, committer: who, message: '演示提交\n', tree: { sha, url: '' } },
    // Null where the e-mail belongs to no account.
    author: index % 3 === 0 ? null : userBody('demo'),
    committer: index % 3 === 0 ? null : userBody('demo'),
    parents: [],
  };
}

function contributorsOf(data: ProjectData): readonly unknown[] {
  const [owner] = splitPath(data.path);
  return [
    { email: 'user@example.com', name: owner, contributions: 420 },
    { name: '李明', contributions: 87 },
    { name: 'demo' },
    {},
  ];
}
