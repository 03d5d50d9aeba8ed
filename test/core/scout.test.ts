import assert from 'node:assert/strict';
import { createScout, type Host, type TokenPlace, tokenPlace } from '../../src/core/index.ts';
import { recordedLog } from '../support/gitee/doubles.ts';
import { type StandIn, startGitee } from '../support/gitee/server.ts';

const secret = 'stand-in-token';

describe('the core of a host', () => {
  const running: { end(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const one of running.splice(0)) await one.end();
  });

  async function standIn(): Promise<StandIn> {
    const started = await startGitee();
    running.push({ end: () => started.close() });
    return started;
  }

  function open(host: Partial<Host>) {
    const scout = createScout({
      log: recordedLog(),
      clock: Date,
      assets: {
        catalog: () => Promise.reject(new Error('not needed here')),
        licenses: () => Promise.reject(new Error('not needed here')),
      },
      baseUrl: () => undefined,
      offline: () => false,
      token: async () => undefined,
      ...host,
    });
    running.unshift({ end: () => scout.dispose() });
    return scout;
  }

  it('sends a token to the origin only for which it was entered, also while the setting changes', async () => {
    const [first, second] = [await standIn(), await standIn()];
    const setting = { baseUrl: first.apiUrl };
    const origin = new URL(first.apiUrl).origin;
    const scout = open({
      baseUrl: () => setting.baseUrl,
      token: async place => (place.origin === origin ? secret : undefined),
    });
    const before = await scout.gitee();
    setting.baseUrl = second.apiUrl;

    await (await scout.gitee()).repository('iamkun/dayjs');
    await before.repository('iamkun/dayjs');

    assert.deepEqual(
      second.requests.map(({ headers }) => headers.authorization),
      [undefined],
    );
    assert.deepEqual(
      first.requests.map(({ headers }) => headers.authorization),
      [`Bearer ${secret}`],
    );
  });

  it('looks for a token where `tokenPlace` says', async () => {
    const places: TokenPlace[] = [];
    const host: Partial<Host> = {
      offline: () => true,
      token: async place => {
        places.push(place);
        return undefined;
      },
    };

    await (await open(host).gitee()).repository('iamkun/dayjs');

    assert.deepEqual(places[0], tokenPlace({ baseUrl: () => undefined }, 'gitee'));
    assert.equal(tokenPlace({ baseUrl: () => 'no address' }, 'gitee'), undefined);
  });

  it('forgets after signing out what was seen with the token, and nothing else', async () => {
    const gitee = await standIn();
    const token: { current: string | undefined } = { current: undefined };
    const scout = open({ baseUrl: () => gitee.apiUrl, token: async () => token.current });
    await (await scout.gitee()).repository('iamkun/dayjs');
    token.current = secret;
    await (await scout.gitee()).repository('scout-demo/private');

    await scout.forgetSignedIn();
    const again = await (await scout.gitee()).repository('scout-demo/private');
    token.current = undefined;
    await (await scout.gitee()).repository('iamkun/dayjs');

    assert.equal(again.kind, 'found');
    assert.deepEqual(
      gitee.requests.map(({ path }) => path.replace('/api/v5/repos/', '')),
      ['iamkun/dayjs', 'scout-demo/private', 'scout-demo/private'],
    );
  });

  it('tells of a token that was not accepted', async () => {
    const gitee = await standIn();
    const told: TokenPlace[] = [];
    const scout = open({
      baseUrl: () => gitee.apiUrl,
      token: async () => 'expired',
      onTokenRejected: place => told.push(place),
    });

    const repository = await (await scout.gitee()).repository('iamkun/dayjs');

    assert.equal(repository.kind, 'found');
    assert.deepEqual(told, [{ host: 'gitee', origin: new URL(gitee.url).origin }]);
  });

  it('asks over plain http only with consent', async () => {
    const asked: string[] = [];
    const allowed = { current: false };
    const scout = open({
      baseUrl: () => 'http://gitee.example.com:8080/api/v5',
      offline: () => true,
      allowPlainHttp: origin => {
        asked.push(origin);
        return allowed.current;
      },
    });

    await assert.rejects(scout.gitee(), { name: 'BaseUrlError' });
    allowed.current = true;

    assert.equal((await (await scout.gitee()).repository('iamkun/dayjs')).kind, 'offline');
    assert.deepEqual(new Set(asked), new Set(['http://gitee.example.com:8080']));
  });
});
