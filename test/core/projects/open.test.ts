import assert from 'node:assert/strict';
import { type ProjectPage, partsToRetry } from '../../../src/core/projects/index.ts';
import { type StandIn, startGitee } from '../../support/gitee/server.ts';
import { openProjects } from './setting.ts';

describe('opening a project', () => {
  let gitee: StandIn;
  let opened: ReturnType<typeof openProjects>;

  before(async () => {
    gitee = await startGitee();
  });
  beforeEach(() => {
    gitee.reset();
    opened = openProjects(gitee);
  });
  afterEach(() => opened.close());
  after(() => gitee.close());

  it('shows the facts of the catalog before anybody was asked', async () => {
    const updates: ProjectPage[] = [];

    await opened.projects.open({ project: 'dayjs' }, { onUpdate: page => void updates.push(page) });

    const first = updates[0];
    assert.ok(first?.facts.kind === 'found');
    assert.equal(first.facts.value.name.en, 'Day.js');
    assert.equal(first.facts.receivedAt, '2026-11-20T00:00:00.000Z');
    assert.equal(first.repository.kind, 'loading');
    assert.ok(first.license.kind === 'found');
    assert.equal(first.license.value.complete, false);
  });

  it('fills every part with source and age', async () => {
    const page = await opened.projects.open({ project: 'dayjs' });

    assert.equal(page.pending, 0);
    for (const part of [page.repository, page.readme, page.releases, page.license]) {
      assert.ok(part.kind === 'found', JSON.stringify(part));
      assert.equal(part.source, 'gitee.com');
      assert.equal(part.stale, false);
      assert.equal(part.receivedAt, '2026-11-24T07:00:00.000Z');
    }
    assert.ok(page.releases.kind === 'found');
    assert.equal(page.releases.value[0]?.tag, 'v1.11.13');
    assert.ok(page.readme.kind === 'found');
    assert.equal(page.readme.value.version, 'own');
  });

  const costs = [
    ['a project with one README', 'dromara/go-view', 5],
    ['a project with a README in the reader’s language besides the main one', 'mirrors/dayjs', 6],
    ['a project without README and license', 'scout-demo/no-readme', 4],
  ] as const;
  for (const [name, path, requests] of costs) {
    it(`spends ${requests} requests on ${name}, and none on opening it again`, async () => {
      await opened.projects.open({ host: 'gitee', path });
      const first = gitee.requests.map(request => request.path);

      await opened.projects.open({ host: 'gitee', path });

      assert.equal(first.length, requests, first.join('\n'));
      assert.equal(gitee.requests.length, requests);
    });
  }

  it('switches to the original README without asking again', async () => {
    const page = await opened.projects.open({ project: 'dayjs' });
    gitee.reset();

    const original = await opened.projects.readVersion(page, 'README.md');

    assert.ok(original.kind === 'found');
    assert.match(original.value.markdown, /日期库/);
    assert.deepEqual(
      original.value.others.map(({ path }) => path),
      ['README.en.md'],
    );
    assert.equal(gitee.requests.length, 0);
  });

  it('reads the activity only when it is asked for, with one request', async () => {
    const page = await opened.projects.open({ project: 'dayjs' });
    gitee.reset();

    const activity = await opened.projects.activity(page);

    assert.ok(activity.kind === 'found', JSON.stringify(activity));
    assert.equal(gitee.requests.length, 1);
  });

  it('reads the contributors only when it is asked for, with one request and those with most commits first', async () => {
    const page = await opened.projects.open({ project: 'dayjs' });
    gitee.reset();

    const contributors = await opened.projects.contributors(page);

    assert.ok(contributors.kind === 'found', JSON.stringify(contributors));
    const commits = contributors.value.map(({ contributions }) => contributions ?? 0);
    assert.ok(commits.length > 1);
    assert.deepEqual(
      commits,
      commits.toSorted((one, other) => other - one),
    );
    assert.equal(contributors.source, 'gitee.com');
    assert.equal(gitee.requests.length, 1);
  });

  it('asks nobody for the contributors of a project that is not on Gitee', async () => {
    const page = await opened.projects.open({ project: 'elsewhere' });

    const contributors = await opened.projects.contributors(page);

    assert.ok(contributors.kind === 'missing');
    assert.equal(gitee.requests.length, 0);
  });

  it('gathers what the catalog, the field and the license file say', async () => {
    const { license } = await opened.projects.open({ project: 'dayjs' });

    assert.ok(license.kind === 'found');
    assert.deepEqual(
      license.value.evidence.map(({ place, expression }) => [place, expression]),
      [
        ['catalog', 'MIT'],
        ['gitee field', 'MIT'],
        ['LICENSE', 'MIT'],
      ],
    );
    assert.equal(license.value.complete, true);
    assert.deepEqual(license.value.unread, []);
  });

  it('opens a repository that the catalog does not know', async () => {
    const page = await opened.projects.open({ host: 'gitee', path: 'dromara/warm-flow' });

    assert.equal(page.id, 'gitee--dromara--warm-flow');
    assert.equal(page.facts.kind, 'none');
    assert.equal(page.repository.kind, 'found');
  });

  it('finds the catalog entry of a repository that is asked for by its path', async () => {
    const page = await opened.projects.open({ host: 'gitee', path: 'mirrors/dayjs' });

    assert.equal(page.id, 'dayjs');
    assert.equal(page.name, 'Day.js');
  });

  it('asks nobody for a project that is not on Gitee and says where it lives', async () => {
    const page = await opened.projects.open({ project: 'elsewhere' });

    assert.equal(gitee.requests.length, 0);
    assert.ok(page.repository.kind === 'missing');
    assert.match(page.repository.message, /https:\/\/github\.com\/someone\/elsewhere/);
    assert.equal(page.repository.retry, false);
    assert.equal(page.license.kind, 'found');
  });

  it('says that a repository does not exist, without offering to ask again', async () => {
    const page = await opened.projects.open({ host: 'gitee', path: 'nobody/nothing' });

    assert.ok(page.repository.kind === 'missing');
    assert.equal(page.repository.reason, 'not-found');
    assert.deepEqual(partsToRetry(page), []);
  });

  it('keeps the facts and says what is missing when there is no network', async () => {
    opened.network.offline = true;

    const page = await opened.projects.open({ project: 'dayjs' });

    assert.equal(page.facts.kind, 'found');
    assert.ok(page.repository.kind === 'missing');
    assert.equal(page.repository.reason, 'offline');
    assert.deepEqual(partsToRetry(page), ['repository', 'readme', 'license', 'releases']);
    assert.ok(page.license.kind === 'found');
    assert.deepEqual(
      page.license.value.unread.map(({ place }) => place),
      ['LICENSE'],
    );
  });

  it('shows what was read before with its age when there is no network', async () => {
    await opened.projects.open({ project: 'dayjs' });
    opened.network.offline = true;
    opened.clock.at += 3 * 24 * 60 * 60_000;

    const page = await opened.projects.open({ project: 'dayjs' });

    assert.ok(page.readme.kind === 'found');
    assert.equal(page.readme.stale, true);
    assert.equal(page.readme.age, 3 * 24 * 60 * 60_000);
    assert.equal(page.readme.receivedAt, '2026-11-24T07:00:00.000Z');
    assert.ok(page.license.kind === 'found');
    assert.equal(page.license.stale, true);
  });

  it('loses one part to a fault and keeps the others; asking again asks for that part only', async () => {
    const end = gitee.fault(/\/releases/, { kind: 'dropped' });
    const page = await opened.projects.open({ project: 'dayjs' });
    end();

    assert.equal(page.releases.kind, 'missing');
    assert.equal(page.readme.kind, 'found');
    assert.deepEqual(partsToRetry(page), ['releases']);

    gitee.reset();
    const again = await opened.projects.open({ project: 'dayjs' }, { refresh: partsToRetry(page) });

    assert.equal(again.releases.kind, 'found');
    assert.equal(gitee.requests.length, 1);
  });

  it('never calls back after it was canceled', async () => {
    const controller = new AbortController();
    let calls = 0;

    await opened.projects.open(
      { project: 'dayjs' },
      {
        signal: controller.signal,
        onUpdate: () => {
          calls += 1;
          controller.abort();
        },
      },
    );

    assert.equal(calls, 1);
  });

  it('gives plain data', async () => {
    const page = await opened.projects.open({ project: 'dayjs' });

    // A function or a class would not survive the copy.
    assert.deepEqual(structuredClone(page), page);
  });
});
