import assert from 'node:assert/strict';
import { openClient, useClient } from './open-client.ts';

describe('frugality', () => {
  const use = useClient();

  it('opens 20 projects 200 times at once with 20 requests, four at a time', async () => {
    const { gitee, standIn } = use();
    standIn.fault(/./, { kind: 'slow', ms: 20 });
    const paths = Array.from({ length: 20 }, (_, index) => `nobody/project-${index}`);

    await Promise.all(Array.from({ length: 200 }, (_, index) => gitee.repository(paths[index % 20] ?? '')));

    assert.equal(standIn.requests.length, 20);
    assert.equal(standIn.mostAtOnce(), 4);
  });

  it('has four under way at most, whatever is asked', async () => {
    const { gitee, standIn } = use();
    standIn.fault(/./, { kind: 'slow', ms: 20 });
    const path = 'iamkun/dayjs';

    await Promise.all([
      gitee.repository(path),
      gitee.readme(path),
      gitee.license(path),
      gitee.releases(path),
      gitee.tags(path),
      gitee.branches(path),
      gitee.activity(path),
      gitee.contributors(path),
      gitee.search('dayjs', { limit: 5 }),
    ]);

    assert.ok(standIn.requests.length > 8);
    assert.equal(standIn.mostAtOnce(), 4);
  });

  it('gives a person what the budget keeps from the background, even when both ask at once', async () => {
    const own = await openClient({}, { limit: 60 });
    const limits = {
      'x-ratelimit-limit': '60',
      'x-ratelimit-remaining': '10',
      'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + 3000),
    };
    own.standIn.fault('/repos/a/b', { kind: 'answer', status: 200, body: '{"full_name":"a/b"}', headers: limits });
    await own.gitee.repository('a/b');

    const [background, clicked] = await Promise.all([
      own.gitee.repository('iamkun/dayjs', { background: true }),
      own.gitee.repository('iamkun/dayjs'),
    ]);
    await own.close();

    assert.equal(background.kind, 'limited');
    assert.equal(clicked.kind, 'found');
  });

  it('asks nobody while offline, and still shows what is stored', async () => {
    const offline = { now: false };
    const own = await openClient({ offline: () => offline.now });
    await own.gitee.repository('iamkun/dayjs');
    const before = own.standIn.requests.length;

    offline.now = true;
    const stored = await own.gitee.repository('iamkun/dayjs');
    const unknown = await own.gitee.repository('dromara/warm-flow');
    const after = own.standIn.requests.length;
    await own.close();

    assert.equal(stored.kind, 'found');
    assert.equal(unknown.kind, 'offline');
    assert.equal(after, before);
  });

  it('shows what is stored, with its age, when Gitee is down', async () => {
    const { gitee, standIn, clock } = use();
    await gitee.repository('iamkun/dayjs');
    clock.turn(3 * 24 * 60 * 60_000);
    standIn.fault(/./, { kind: 'dropped' });

    const outcome = await gitee.repository('iamkun/dayjs', { refresh: true });

    assert.equal(outcome.kind, 'found');
    assert.equal(outcome.kind === 'found' && outcome.stale, true);
    assert.equal(outcome.kind === 'found' && outcome.age, 3 * 24 * 60 * 60_000);
    assert.equal(outcome.kind === 'found' && outcome.notice?.kind, 'unreachable');
  });

  it('sends a validator back where it was given one', async () => {
    const { gitee, standIn, clock } = use();
    const body = JSON.stringify({ full_name: 'a/b', stargazers_count: 7 });
    standIn.fault('/repos/a/b', { kind: 'answer', status: 304, body: '' });
    standIn.fault('/repos/a/b', { kind: 'answer', status: 200, body, headers: { etag: 'W/"7"' } }, 1);
    await gitee.repository('a/b');
    clock.turn(1000);

    const outcome = await gitee.repository('a/b', { refresh: true });

    assert.equal(standIn.requests.at(-1)?.headers['if-none-match'], 'W/"7"');
    assert.equal(outcome.kind === 'found' && outcome.value.stars, 7);
    assert.equal(outcome.kind === 'found' && outcome.age, 0);
  });
});
