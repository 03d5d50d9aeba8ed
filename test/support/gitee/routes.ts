import { answerProject, type JsonAnswer, list, missingProject, type Question } from './answers.ts';
import type { ProjectData } from './project-data.ts';
import { projectBody, splitPath, userBody } from './wire.ts';

/** Routes below the API root, and the web's own search. `parts` are decoded. */
export async function route(
  projects: readonly ProjectData[],
  parts: readonly string[],
  question: Question,
): Promise<JsonAnswer> {
  const [section, first = '', second = '', ...rest] = parts;
  if (section === 'repos') {
    const data = find(projects, `${first}/${second}`);
    if (!data || (data.isPrivate && !question.signedIn)) return missingProject;
    return answerProject(data, rest, question);
  }
  if (section === 'licenses') return { status: 200, json: ['Apache-2.0', 'MIT', 'MulanPSL-2.0'] };
  if (section === 'search') return search(projects, first, question);
  if (section === 'users' && second === '') return user(projects, first);
  if (section === 'users' && second === 'repos') return reposOf(projects, first, question);
  if (section === 'users' && second === 'starred') return starredBy(projects, first, question);
  if (section === 'orgs' && second === '') return org(projects, first);
  if (section === 'orgs' && second === 'repos') return reposOf(projects, first, question);
  if (section === 'user' && first === '') {
    return question.signedIn
      ? { status: 200, json: userBody('demo') }
      : { status: 401, json: { message: '401 Unauthorized' } };
  }
  return { status: 404, json: { message: '404 Not Found' } };
}

/** Paths do not care for case, and a former name still answers, with the new one in the body and no redirect. */
function find(projects: readonly ProjectData[], path: string): ProjectData | undefined {
  const wanted = path.toLowerCase();
  const names = (data: ProjectData) => [data.path, ...(data.formerly ?? [])];
  return projects.find(data => names(data).some(name => name.toLowerCase() === wanted));
}

function search(projects: readonly ProjectData[], kind: string, question: Question): JsonAnswer {
  const query = question.query.get('q') ?? '';
  if (kind === 'repositories') {
    // Anonymous: 200 and an empty list, whatever was asked (measured 2026).
    if (!question.signedIn) return { status: 200, json: [] };
    const language = question.query.get('language');
    const hits = match(projects, query).filter(data => language === null || data.language === language);
    return list(
      hits.map(data => projectBody(data, true)),
      question,
    );
  }
  if (kind === 'repos') {
    const from = Number(question.query.get('from') ?? 0);
    const size = Number(question.query.get('size') ?? 20);
    const hits = match(projects, query);
    const data = hits.slice(from, from + size).map((hit, index) => ({
      id: index + 1,
      name: hit.name ?? splitPath(hit.path)[1],
      url: `https://gitee.com/${hit.path}`,
      description: hit.description,
      stars: hit.stars,
      forks: Math.round(hit.stars * 0.35),
      languages: hit.language ? [hit.language] : [],
      last_push_at: '2026-10-12T09:30:00+08:00',
      created_at: '2019-03-01T10:00:00+08:00',
      updated_at: '2026-11-01T08:00:00+08:00',
    }));
    return { status: 200, json: { total_count: hits.length, data } };
  }
  return { status: 404, json: { message: '404 Not Found' } };
}

/** The search of the search page: every field is a list, and the title holds display names. */
export function webSearch(projects: readonly ProjectData[], query: URLSearchParams): JsonAnswer {
  const hits = match(projects, query.get('q') ?? '');
  const from = Number(query.get('from') ?? 0);
  const page = hits.slice(from, from + Number(query.get('size') ?? 20)).map((data, index) => ({
    _index: 1,
    _id: String(index + 1),
    _score: 10 - index,
    fields: {
      title: [`${data.ownerName ?? splitPath(data.path)[0]}/${data.name ?? splitPath(data.path)[1]}`],
      url: [`https://gitee.com/${data.path}`],
      path: [splitPath(data.path)[1]],
      id: [index + 1],
      ...(data.language && { langs: [data.language] }),
      ...(data.license && { license: [data.license] }),
      description: [data.description],
      'count.star': [data.stars],
      'count.fork': [Math.round(data.stars * 0.35)],
      last_push_at: ['2026-10-12 09:30:00'],
      'owner.path.keyword': [splitPath(data.path)[0]],
    },
  }));
  return {
    status: 200,
    json: { took: 3, hits: { total: { value: hits.length, relation: 'eq' }, max_score: 10, hits: page } },
  };
}

/** Every word must be there, in the path, a name, the description or a keyword; Chinese is matched as it stands. */
function match(projects: readonly ProjectData[], query: string): readonly ProjectData[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const textOf = (data: ProjectData) =>
    [data.path, data.name, data.description, ...(data.keywords ?? [])].join(' ').toLowerCase();
  return projects
    .filter(data => !data.isPrivate && words.every(word => textOf(data).includes(word)))
    .sort((a, b) => b.stars - a.stars);
}

function ownersOf(projects: readonly ProjectData[], login: string): readonly ProjectData[] {
  return projects.filter(data => splitPath(data.path)[0].toLowerCase() === login.toLowerCase());
}

function reposOf(projects: readonly ProjectData[], login: string, question: Question): JsonAnswer {
  const own = ownersOf(projects, login).filter(data => !data.isPrivate || question.signedIn);
  if (own.length === 0) return { status: 404, json: { message: '404 Not Found' } };
  return list(
    own.map(data => projectBody(data, question.signedIn)),
    question,
  );
}

function user(projects: readonly ProjectData[], login: string): JsonAnswer {
  const [own] = ownersOf(projects, login);
  if (!own) return { status: 404, json: { message: '404 User Not Found' } };
  const more = {
    blog: null,
    weibo: null,
    bio: '',
    public_repos: 3,
    public_gists: 0,
    followers: 12,
    following: 3,
    stared: 5,
  };
  const times = { created_at: '2017-09-15T11:34:30+08:00', updated_at: '2026-08-06T16:34:48+08:00', email: null };
  return { status: 200, json: { ...userBody(login, own.ownerName ?? login), ...more, ...times } };
}

function org(projects: readonly ProjectData[], login: string): JsonAnswer {
  const [own] = ownersOf(projects, login);
  if (!own) return { status: 404, json: { message: '404 Group Not Found' } };
  const url = `https://gitee.com/api/v5/orgs/${login}`;
  const name = own.ownerName ?? login;
  return {
    status: 200,
    json: {
      id: 1,
      login,
      name,
      url,
      // As really seen: relative.
      avatar_url: `no_portrait.png#${name}`,
      repos_url: `${url}/repos`,
      events_url: `${url}/events`,
      members_url: `${url}/members{/member}`,
      description: '演示组织',
      follow_count: 128,
    },
  };
}

/** Everybody who owns something here has starred all public projects; nobody else is known. */
function starredBy(projects: readonly ProjectData[], login: string, question: Question): JsonAnswer {
  if (ownersOf(projects, login).length === 0) return { status: 404, json: { message: '404 User Not Found' } };
  return list(
    projects.filter(data => !data.isPrivate).map(data => projectBody(data, question.signedIn)),
    question,
  );
}
