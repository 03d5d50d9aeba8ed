import assert from 'node:assert/strict';
import { checkToken, type DiagnoseOptions, describeSteps, diagnose, type Step } from '../../../src/core/gitee/index.ts';
import { makeCertificate } from '../../support/gitee/certificate.ts';
import { turnableClock } from '../../support/gitee/doubles.ts';
import { startProxy } from '../../support/gitee/proxy.ts';
import { type StandIn, startGitee } from '../../support/gitee/server.ts';

const clock = turnableClock();
const statuses = (steps: readonly Step[]) => steps.map(({ name, status }) => `${name} ${status}`);

describe('testing the connection', () => {
  const running: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const one of running.splice(0)) await one.close();
  });

  async function start(...options: Parameters<typeof startGitee>): Promise<StandIn> {
    const standIn = await startGitee(...options);
    running.push(standIn);
    return standIn;
  }

  const run = (options: Partial<DiagnoseOptions>) => diagnose({ clock, ...options });

  it('finds everything in order', async () => {
    const { apiUrl } = await start();

    const steps = await run({ baseUrl: apiUrl, token: 'stand-in-token' });

    assert.deepEqual(statuses(steps), [
      'settings ok',
      'proxy skipped',
      'dns ok',
      'tcp ok',
      'tls skipped',
      'api ok',
      'token ok',
      'limit ok',
    ]);
    assert.match(describeSteps(steps), /signed in as demo/);
    assert.match(describeSteps(steps), /4999 of 5000 requests left, full again at \d\d:\d\d/);
  });

  it('goes through the proxy, and shows neither password nor token', async () => {
    const { apiUrl } = await start();
    const proxy = await startProxy();
    running.push(proxy);

    const steps = await run({
      baseUrl: apiUrl,
      token: 'a-secret-token',
      network: { proxy: proxy.url.replace('http://', 'http://user:secret@') },
    });

    const report = describeSteps(steps);
    assert.ok(!/secret/.test(report));
    assert.match(report, /Proxy: through 127\.0\.0\.1/);
    assert.match(report, /\[FAILED\] Token: Gitee does not accept the token/);
    assert.equal(proxy.tunnels.length >= 1, true);
  });

  it('does not speak of a proxy that is not used for this address', async () => {
    const { apiUrl } = await start();

    const steps = await run({ baseUrl: apiUrl, network: { proxy: 'http://127.0.0.1:9', noProxy: ['127.0.0.1'] } });

    assert.deepEqual(statuses(steps).slice(1, 6), ['proxy skipped', 'dns ok', 'tcp ok', 'tls skipped', 'api ok']);
  });

  it('shakes hands through the proxy, and says when that one refuses', async () => {
    const authorization = `Basic ${Buffer.from('user:pass word').toString('base64')}`;
    const [certificate, proxy] = [makeCertificate(), await startProxy({ authorization })];
    running.push(proxy);
    const { apiUrl } = await start({ certificate });
    const extraCertificates = [certificate.certificate];
    const address = (user: string) => proxy.url.replace('http://', `http://${user}@`);

    const right = await run({ baseUrl: apiUrl, network: { proxy: address('user:pass%20word'), extraCertificates } });
    const wrong = await run({ baseUrl: apiUrl, network: { proxy: address('user:other'), extraCertificates } });

    assert.deepEqual(statuses(right).slice(4, 6), ['tls ok', 'api ok']);
    assert.match(describeSteps(wrong), /\[FAILED\] Encryption: the proxy answers 407/);
  });

  it('says who issued a certificate that is not trusted', async () => {
    const { apiUrl } = await start({ certificate: makeCertificate() });

    const steps = await run({ baseUrl: apiUrl });

    assert.deepEqual(statuses(steps).slice(4), ['tls failed', 'api failed', 'token skipped', 'limit skipped']);
    assert.match(describeSteps(steps), /not trusted \(\w+\), issued by Gitee stand-in/);
  });

  it('says that an address cannot be found', async () => {
    const steps = await run({ baseUrl: 'https://nowhere.invalid/api/v5' });

    assert.deepEqual(statuses(steps).slice(2, 6), ['dns failed', 'tcp skipped', 'tls skipped', 'api failed']);
  });

  it('says that nobody listens', async () => {
    const standIn = await startGitee();
    await standIn.close();

    const steps = await run({ baseUrl: standIn.apiUrl });

    assert.deepEqual(statuses(steps).slice(2, 6), ['dns ok', 'tcp failed', 'tls skipped', 'api failed']);
  });

  it('says that something else answers there', async () => {
    const standIn = await start();
    standIn.fault(/./, { kind: 'web-page' });

    const steps = await run({ baseUrl: standIn.apiUrl });

    assert.match(describeSteps(steps), /\[FAILED\] API: .*web page instead of data/);
  });

  it('stops at settings that cannot be used', async () => {
    const steps = await run({ baseUrl: 'http://git.example.com' });

    assert.deepEqual(statuses(steps), ['settings failed']);
  });

  it('tells each step as it is known', async () => {
    const { apiUrl } = await start();
    const told: string[] = [];

    const steps = await run({ baseUrl: apiUrl, onStep: ({ name }) => told.push(name) });

    assert.deepEqual(
      told,
      steps.map(({ name }) => name),
    );
  });
});

describe('checking a token', () => {
  const running: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const one of running.splice(0)) await one.close();
  });

  async function check(token: string) {
    const standIn = await startGitee();
    running.push(standIn);
    const result = await checkToken({ baseUrl: standIn.apiUrl, token, clock });
    return { result, urls: standIn.requests.map(({ url }) => url).join() };
  }

  it('says whose it is', async () => {
    const { result, urls } = await check(' stand-in-token\n');

    assert.deepEqual(result, { kind: 'accepted', login: 'demo', name: 'demo' });
    assert.ok(!urls.includes('stand-in-token'));
  });

  it('says where to make a new one', async () => {
    const { result } = await check('expired');

    assert.equal(result.kind, 'refused');
    assert.match('message' in result ? result.message : '', /personal_access_tokens/);
  });

  it('sends nothing that is no token', async () => {
    const { result, urls } = await check('two words');

    assert.equal(result.kind, 'refused');
    assert.equal(urls, '');
  });

  it('does not blame the token when the host cannot be reached', async () => {
    const standIn = await startGitee();
    await standIn.close();

    const result = await checkToken({ baseUrl: standIn.apiUrl, token: 'x', clock });

    assert.equal(result.kind, 'unknown');
  });
});
