import assert from 'node:assert/strict';
import * as observed from './observed-answers.ts';
import { found, openClient, useClient } from './open-client.ts';

const lantern = 'lamp-maker/lantern';

describe('answers in every shape that was seen', () => {
  const use = useClient();
  afterEach(() => {
    assert.deepEqual(
      use().log.lines.filter(line => line.includes('left out')),
      [],
      'nothing is dropped',
    );
  });

  const give = (path: string, json: unknown, status = 200) =>
    use().standIn.fault(path, { kind: 'answer', status, body: JSON.stringify(json) });

  it('a repository, with a token: its address without .git, no license, what it may do left aside', async () => {
    give(`/repos/${lantern}`, observed.signedInProject);

    const repository = found(await use().gitee.repository(lantern));

    assert.equal(repository.url, 'https://gitee.com/lamp-maker/lantern');
    assert.equal(repository.cloneUrl, 'https://gitee.com/lamp-maker/lantern.git');
    assert.deepEqual(
      [repository.license, repository.language, repository.parent, repository.description],
      [null, null, null, ''],
    );
    assert.deepEqual([repository.state, repository.defaultBranch, repository.openIssues], ['open', 'master', 2]);
    assert.equal(repository.pushedAt, '2024-03-02T18:10:23+08:00');
  });

  it('a repository in which nothing is yet', async () => {
    give('/repos/lamp-maker/drawer', observed.emptyPrivateProject);

    const repository = found(await use().gitee.repository('lamp-maker/drawer'));

    assert.deepEqual([repository.defaultBranch, repository.pushedAt, repository.homepage], [null, null, null]);
  });

  it('the repositories of an organization and of a user', async () => {
    give('/orgs/lighthouse/repos', [observed.organizationProject]);
    give('/users/lamp-maker/repos', [observed.signedInProject, observed.emptyPrivateProject]);

    const [ofOrganization] = found(await use().gitee.repositoriesOf('lighthouse', 'organization'));
    const ofUser = found(await use().gitee.repositoriesOf('lamp-maker', 'user'));

    assert.equal(ofOrganization?.path, 'lighthouse/signal_lite');
    assert.equal(ofOrganization?.license, 'Apache-2.0');
    assert.equal(ofOrganization?.homepage, null);
    assert.deepEqual([ofOrganization?.stars, ofOrganization?.forks, ofOrganization?.watchers], [34, 12, 5]);
    assert.deepEqual(
      ofUser.map(({ path }) => path),
      [lantern, 'lamp-maker/drawer'],
    );
    const [, asked] = use().standIn.requests.map(({ url }) => url);
    assert.match(asked ?? '', /\/users\/lamp-maker\/repos\?sort=pushed/);
  });

  it('files and folders', async () => {
    give(`/repos/${lantern}/contents/parts`, observed.folder);
    give(`/repos/${lantern}/contents/README.md`, observed.file);
    give(`/repos/${lantern}/contents/absent.md`, []);

    assert.deepEqual(found(await use().gitee.directory(lantern, 'parts')), [
      { name: 'wick.md', path: 'parts/wick.md', type: 'file', size: null },
      { name: 'oil.md', path: 'parts/oil.md', type: 'file', size: null },
      { name: 'glass', path: 'parts/glass', type: 'dir', size: null },
    ]);
    assert.equal(found(await use().gitee.file(lantern, 'README.md')).text, observed.fileText);
    assert.equal((await use().gitee.file(lantern, 'absent.md')).kind, 'not-found');
  });

  it('commits, tags, branches and releases', async () => {
    give(`/repos/${lantern}/commits`, observed.commits);
    give(`/repos/${lantern}/tags`, observed.tags);
    give(`/repos/${lantern}/branches`, [observed.branch]);
    give(`/repos/${lantern}/releases`, [observed.release]);

    const { gitee } = use();
    const activity = found(await gitee.activity(lantern));
    assert.equal(activity.commits, 2);
    assert.equal(activity.newestAt, '2024-08-23T23:45:53+08:00');
    assert.equal(activity.authors, 2, 'a commit of nobody is by the name in it');
    assert.deepEqual(found(await gitee.tags(lantern)), [
      { name: 'preview', sha: 'd1', committedAt: '2024-08-17T16:01:03+00:00' },
      { name: '1.1', sha: 'd2', committedAt: '2024-03-24T11:29:35+08:00' },
    ]);
    assert.deepEqual(found(await gitee.branches(lantern)), [
      { name: 'master', committedAt: '2026-06-11T12:29:54+00:00', isProtected: false },
    ]);
    assert.deepEqual(found(await gitee.releases(lantern)), [
      { tag: 'v1.0.1', name: '灯笼 v1.0.0', createdAt: '2024-07-17T21:22:28+08:00', prerelease: false },
    ]);
  });

  it('users and organizations', async () => {
    give('/users/lamp-maker', observed.user);
    give('/orgs/lighthouse', observed.organization);

    const user = found(await use().gitee.account('lamp-maker', 'user'));
    const organization = found(await use().gitee.account('lighthouse', 'organization'));

    assert.deepEqual([user.name, user.followers, user.repositories, user.description], ['造灯人', 2, 6, '']);
    assert.deepEqual([organization.url, organization.followers], [`${use().standIn.url}/lighthouse`, 1]);
    assert.match(organization.avatarUrl ?? '', /is_link=true$/);
  });

  it('refusals and absences, in the words of 2021 and of 2026', async () => {
    give('/repos/a/b', { message: '404 Project Not Found' }, 404);
    give('/repos/c/d', { message: 'Not Found Project' }, 404);
    give('/repos/e/f', { message: '登录失效，无权限访问该资源' }, 401);
    give(`/repos/${lantern}/releases`, null);

    assert.equal((await use().gitee.repository('a/b')).kind, 'not-found');
    assert.equal((await use().gitee.repository('c/d')).kind, 'not-found');
    assert.equal((await use().gitee.repository('e/f')).kind, 'forbidden');
    assert.deepEqual(found(await use().gitee.releases(lantern)), []);
  });

  it("what Gitee's own search page finds", async () => {
    give('/search/repositories', []);
    give('/search/repos', []);
    give('/v1/search/widget/wong1slagnlmzwvsu5ya', observed.webSearch);

    const { hits } = await use().gitee.search('lantern', { limit: 5 });

    assert.deepEqual(
      hits.map(({ path, name, stars, pushedAt }) => ({ path, name, stars, pushedAt })),
      [
        { path: lantern, name: 'Lantern', stars: 163, pushedAt: '2026-07-21T11:35:58+08:00' },
        { path: 'lighthouse/signal_lite', name: 'lighthouse/signal_lite', stars: null, pushedAt: null },
      ],
    );
  });

  it('what a search of GitCode finds', async () => {
    const own = await openClient({ host: 'atomgit', token: async () => 'stand-in-token' });
    own.standIn.fault('/search/repositories', {
      kind: 'answer',
      status: 200,
      body: JSON.stringify([observed.gitcodeProject]),
    });

    const { hits } = await own.gitee.search('lantern', { limit: 5 });
    await own.close();

    assert.deepEqual(
      hits.map(({ host, path, stars, language, license }) => ({ host, path, stars, language, license })),
      [{ host: 'atomgit', path: 'mirrors/la/lantern', stars: 9, language: null, license: null }],
    );
  });
});
