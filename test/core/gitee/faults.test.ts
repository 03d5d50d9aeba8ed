import assert from 'node:assert/strict';
import type { Failure } from '../../../src/core/model.ts';
import type { Fault } from '../../support/gitee/server.ts';
import { openClient, useClient } from './open-client.ts';

const path = '/repos/noear/solon';

const cases: readonly [name: string, fault: Fault, kind: Failure['kind'], sentence: RegExp][] = [
  ['the request limit', { kind: 'limit' }, 'limited', /limit is reached\. Try again after \d\d:\d\d, or sign in/],
  [
    'a refusal',
    { kind: 'answer', status: 403, body: '{"message":"没有权限"}' },
    'forbidden',
    /Sign in if you have access/,
  ],
  [
    'a wish to sign in',
    { kind: 'answer', status: 401, body: '{"message":"登录失效"}' },
    'forbidden',
    /Sign in with a token/,
  ],
  ['the law', { kind: 'answer', status: 451, body: '{}' }, 'forbidden', /legal reasons/],
  ["the firewall's page", { kind: 'firewall' }, 'unreachable', /security check.*another network/],
  ['a security check', { kind: 'security-check' }, 'unreachable', /security check.*in a browser/],
  ['a captive portal', { kind: 'web-page' }, 'unreachable', /web page instead of data.*base URL/],
  [
    'a web page that says 404',
    { kind: 'answer', status: 404, body: '<html>no</html>' },
    'unreachable',
    /base URL setting/,
  ],
  ['an error of the server', { kind: 'answer', status: 500, body: '{}' }, 'unreachable', /trouble.*500.*Retry/],
  ['a gateway page', { kind: 'answer', status: 502, body: '<html>Bad</html>' }, 'unreachable', /trouble.*502/],
  ['a proxy that wants a password', { kind: 'answer', status: 407, body: 'no' }, 'unreachable', /proxy/],
  [
    'too many requests for long',
    { kind: 'answer', status: 429, body: '{}', headers: { 'retry-after': '600' } },
    'limited',
    /Try again after/,
  ],
  ['a dropped connection', { kind: 'dropped' }, 'unreachable', /broke before.*Retry/],
  ['a connection that is cut', { kind: 'cut' }, 'unreachable', /broke before.*Retry/],
  ['half of the JSON', { kind: 'half-json' }, 'unreachable', /cut off or damaged/],
  ['a content length that is too long', { kind: 'long-length' }, 'unreachable', /broke before/],
  ['a content length that is too short', { kind: 'short-length' }, 'unreachable', /cut off|broke before/],
  ['an endless answer', { kind: 'endless' }, 'changed-shape', /too large.*Open it on Gitee/],
  ['no body', { kind: 'answer', status: 200, body: '' }, 'unreachable', /cut off or damaged/],
  [
    'another shape',
    { kind: 'answer', status: 200, body: '{"data":{"full_name":"a/b"}}' },
    'changed-shape',
    /does not know/,
  ],
  ['a list instead of an object', { kind: 'answer', status: 200, body: '[]' }, 'changed-shape', /does not know/],
  [
    'a redirect in circles',
    { kind: 'answer', status: 302, body: '', headers: { location: `/api/v5${path}` } },
    'changed-shape',
    /302/,
  ],
  ['a bad request', { kind: 'answer', status: 422, body: '{"message":"sort"}' }, 'changed-shape', /422/],
];

const late: readonly [name: string, fault: Fault][] = [
  ['silence', { kind: 'silent' }],
  ['an answer that stops halfway', { kind: 'stalled' }],
  ['an answer that comes too late', { kind: 'slow', ms: 1000 }],
];

describe('when the host fails', () => {
  const use = useClient({ tuning: { maxAnswerBytes: 200_000 } });

  for (const [name, fault, kind, sentence] of cases) {
    it(`says what ${name} means, and keeps nothing of it`, async () => {
      const { gitee, standIn, clock } = use();
      const end = standIn.fault(path, fault);

      const outcome = await gitee.repository('noear/solon');
      end();
      clock.turn(3 * 60 * 60_000);
      const afterwards = await gitee.repository('noear/solon');

      assert.equal(outcome.kind, kind);
      assert.match('message' in outcome ? outcome.message : '', sentence);
      assert.equal(afterwards.kind, 'found');
    });
  }

  for (const [name, fault] of late) {
    it(`does not wait forever for ${name}`, async () => {
      const impatient = await openClient({ tuning: { firstByte: 50, total: 60 } });
      impatient.standIn.fault(path, fault);

      const outcome = await impatient.gitee.repository('noear/solon');
      const requests = impatient.standIn.requests.length;
      await impatient.close();

      assert.equal(outcome.kind, 'unreachable');
      assert.match('message' in outcome ? outcome.message : '', /too long/);
      assert.equal(requests, 1);
    });
  }

  it('tries again after a failure that passes', async () => {
    const { gitee, standIn } = use();
    standIn.fault(path, { kind: 'dropped' }, 2);

    assert.equal((await gitee.repository('noear/solon')).kind, 'found');
    assert.equal(standIn.requests.length, 3);
  });

  it('does not spend requests on asking a limited host again', async () => {
    const { gitee, standIn } = use();
    standIn.fault(/./, { kind: 'limit' });

    await gitee.repository('noear/solon');
    const second = await gitee.repository('dromara/forest');

    assert.equal(second.kind, 'limited');
    assert.equal(standIn.requests.length, 1);
  });

  it('meets the limit of strangers, and says when it ends', async () => {
    const own = await openClient({}, { limit: 3 });
    for (const name of ['forest', 'sa-token', 'warm-flow']) await own.gitee.repository(`dromara/${name}`);

    const outcome = await own.gitee.repository('dromara/go-view');
    const rate = own.gitee.rateLimit();
    await own.close();

    assert.equal(outcome.kind, 'limited');
    assert.ok(outcome.kind === 'limited' && (outcome.resetAt ?? 0) > own.clock.now());
    assert.equal(rate?.remaining, 0);
  });

  it('stops waiting for a host that is down, until a person insists', async () => {
    const { gitee, standIn } = use();
    standIn.fault(/./, { kind: 'dropped' });
    await gitee.repository('noear/solon');
    await gitee.repository('dromara/forest');
    const before = standIn.requests.length;

    const paused = await gitee.repository('dromara/sa-token');
    assert.equal(standIn.requests.length, before);
    standIn.reset();
    const insisted = await gitee.repository('dromara/sa-token', { refresh: true });

    assert.match(paused.kind === 'unreachable' ? paused.message : '', /left alone until \d\d:\d\d/);
    assert.equal(insisted.kind, 'found');
  });

  it('follows a redirect, without the token to another host', async () => {
    const other = await openClient();
    const own = await openClient({ token: async () => 'stand-in-token' });
    const location = `${other.standIn.apiUrl}${path}`;
    own.standIn.fault(path, { kind: 'answer', status: 302, body: '', headers: { location } });

    const outcome = await own.gitee.repository('noear/solon');
    const [followed] = other.standIn.requests;
    await own.close();
    await other.close();

    assert.equal(outcome.kind, 'found');
    assert.equal(followed?.headers.authorization, undefined);
  });

  it('says that an address cannot be found', async () => {
    const own = await openClient({ baseUrl: 'https://nowhere.invalid/api/v5' });

    const outcome = await own.gitee.repository('noear/solon');
    await own.close();

    assert.equal(outcome.kind, 'unreachable');
    assert.match(outcome.kind === 'unreachable' ? outcome.message : '', /nowhere\.invalid/);
  });

  it('says that there is no encryption where https is asked of a server that has none', async () => {
    const { standIn } = use();
    const own = await openClient({ baseUrl: standIn.apiUrl.replace('http:', 'https:') });

    const outcome = await own.gitee.repository('noear/solon');
    await own.close();

    assert.equal(outcome.kind, 'unreachable');
    assert.match(
      outcome.kind === 'unreachable' ? outcome.message : '',
      /No encrypted connection.*Check that the address/,
    );
    assert.equal(standIn.requests.length, 0);
  });

  it('says that nobody listens', async () => {
    const gone = await openClient();
    const { apiUrl } = gone.standIn;
    await gone.close();
    const own = await openClient({ baseUrl: apiUrl });

    const outcome = await own.gitee.repository('noear/solon');
    await own.close();

    assert.match(outcome.kind === 'unreachable' ? outcome.message : '', /does not accept connections/);
  });
});
