import type { Outcome, Repository } from '../../model.ts';
import { told } from '../../sentences/index.ts';
import { type Ask, type Call, mapOutcome } from '../ask.ts';
import type { Account } from '../history.ts';
import { AccountRecord } from '../schemas/account.ts';
import { listOf, listTraits } from '../schemas/list.ts';
import { Project } from '../schemas/project.ts';
import type { Site } from '../site.ts';
import { ages } from './ages.ts';
import { toRepository } from './repository.ts';

interface Place {
  readonly ask: Ask;
  readonly site: Site;
  readonly maxBytes: number;
}

/** GET /users/{login} or /orgs/{login}; a repository's namespace type tells which of the two an owner is. */
export async function askAccount(
  { ask, site, maxBytes }: Place,
  login: string,
  kind: Account['kind'],
  call?: Call,
): Promise<Outcome<Account>> {
  const section = kind === 'user' ? 'users' : 'orgs';
  const question = { path: [section, login], schema: AccountRecord, ages: ages.people, maxBytes };
  return mapOutcome(await ask(question, call), record => toAccount(record, kind, site));
}

function toAccount(record: AccountRecord, kind: Account['kind'], site: Site): Account {
  const { login, name, avatar_url: avatar } = record;
  return {
    login,
    name: name || login,
    kind,
    avatarUrl: avatar && /^https?:\/\//.test(avatar) ? avatar : null,
    url: record.html_url ?? `${site.web}/${login}`,
    description: record.bio || record.description || '',
    followers: record.followers ?? record.follow_count ?? null,
    repositories: record.public_repos ?? null,
    createdAt: record.created_at ?? null,
  };
}

/** GET /users/{login}/repos or /orgs/{login}/repos: the first hundred, the last pushed first where the host can sort. */
export async function askRepositoriesOf(
  { ask, site, maxBytes }: Place,
  login: string,
  kind: Account['kind'],
  call?: Call,
): Promise<Outcome<readonly Repository[]>> {
  const isUser = kind === 'user';
  const outcome = await ask(
    {
      path: [isUser ? 'users' : 'orgs', login, 'repos'],
      query: isUser ? { sort: 'pushed', per_page: '100' } : { type: 'public', per_page: '100' },
      schema: listOf(Project),
      ages: ages.people,
      maxBytes,
      ...listTraits,
    },
    call,
  );
  return mapOutcome(outcome, ({ items }) => items.map(project => toRepository(project, site)));
}

/** Pages of a hundred that are asked for at most: whoever stars more than that has no list to import. */
const mostPages = 5;

/**
 * GET /users/{login}/starred, page by page: the repositories that a user has starred, the last starred first. When a
 * later page is not to be had, what came before it is the answer, marked as stale with the failure.
 */
export async function askStarredBy(
  { ask, site, maxBytes }: Place,
  login: string,
  call?: Call,
): Promise<Outcome<readonly Repository[]>> {
  const repositories: Repository[] = [];
  let first: Extract<Outcome<unknown>, { kind: 'found' }> | undefined;
  for (let page = 1; page <= mostPages; page += 1) {
    const outcome = await ask(
      {
        path: ['users', login, 'starred'],
        query: { sort: 'created', direction: 'desc', per_page: '100', page: String(page) },
        schema: listOf(Project),
        ages: ages.people,
        maxBytes,
        ...listTraits,
      },
      call,
    );
    if (outcome.kind !== 'found') {
      return first ? { ...first, kind: 'found', value: repositories, stale: true, notice: outcome } : outcome;
    }
    first ??= outcome;
    repositories.push(...outcome.value.items.map(project => toRepository(project, site)));
    if (outcome.value.items.length + outcome.value.dropped < 100) break;
  }
  return first ? { ...first, value: repositories } : { kind: 'not-found', ...told('Nothing is starred.') };
}
