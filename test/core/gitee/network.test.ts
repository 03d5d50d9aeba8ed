import assert from 'node:assert/strict';
import type { NetworkSettings } from '../../../src/core/gitee/index.ts';
import { certificatesOf, proxyFor, proxyOf, settingsKey } from '../../../src/core/gitee/transport/dispatcher.ts';
import { makeCertificate } from '../../support/gitee/certificate.ts';
import { type ForwardProxy, type ProxyOptions, startProxy } from '../../support/gitee/proxy.ts';
import { openClient } from './open-client.ts';

const certificate = makeCertificate();

describe('the network settings', () => {
  const running: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const one of running.splice(0)) await one.close();
  });

  async function proxy(options: ProxyOptions = {}): Promise<ForwardProxy> {
    const started = await startProxy(options);
    running.push(started);
    return started;
  }

  async function open(settings: NetworkSettings | (() => NetworkSettings), secure = false) {
    const network = typeof settings === 'function' ? settings : () => settings;
    const setting = await openClient({ network, tuning: { retries: 0 } }, secure ? { certificate } : {});
    running.unshift(setting);
    return setting;
  }

  it('go through a proxy', async () => {
    const { url, tunnels } = await proxy();
    const { gitee, standIn } = await open({ proxy: url });

    const outcome = await gitee.repository('noear/solon');

    assert.equal(outcome.kind, 'found');
    assert.deepEqual(tunnels, [new URL(standIn.url).host]);
  });

  it('go through a proxy that wants a password', async () => {
    const authorization = `Basic ${Buffer.from('user:secret').toString('base64')}`;
    const { url } = await proxy({ authorization });
    const { gitee } = await open({ proxy: url, proxyAuthorization: authorization });

    assert.equal((await gitee.repository('noear/solon')).kind, 'found');
  });

  it('take the password from the address of the proxy as well', async () => {
    const authorization = `Basic ${Buffer.from('user:secret').toString('base64')}`;
    const { url } = await proxy({ authorization });
    const { gitee } = await open({ proxy: url.replace('http://', 'http://user:secret@') });

    assert.equal((await gitee.repository('noear/solon')).kind, 'found');
  });

  it('say that the proxy refuses, without its password', async () => {
    const { url } = await proxy({ authorization: 'Basic other' });
    const { gitee, log } = await open({ proxy: url.replace('http://', 'http://user:secret@') });

    const outcome = await gitee.repository('noear/solon');

    assert.equal(outcome.kind, 'unreachable');
    const text = JSON.stringify(outcome) + log.lines.join('\n');
    assert.match(text, /proxy/i);
    assert.ok(!text.includes('secret'));
  });

  for (const proxyAddress of ['not an address', 'ftp://127.0.0.1:1']) {
    it(`say that the proxy is set wrongly: ${proxyAddress}`, async () => {
      const { gitee } = await open({ proxy: proxyAddress });

      const outcome = await gitee.repository('noear/solon');

      assert.match(outcome.kind === 'unreachable' ? outcome.message : '', /proxy/i);
    });
  }

  it('say that an added certificate cannot be read', async () => {
    const { gitee } = await open(
      { extraCertificates: ['-----BEGIN CERTIFICATE-----\nnone\n-----END CERTIFICATE-----'] },
      true,
    );

    const outcome = await gitee.repository('noear/solon');

    assert.equal(outcome.kind, 'unreachable');
  });

  it('keep what Node trusts when something is added', async () => {
    const added = await certificatesOf({ extraCertificates: [certificate.certificate], systemCertificates: true });

    assert.ok((added?.length ?? 0) > 50);
    assert.ok(added?.includes(certificate.certificate));
    assert.equal(await certificatesOf({}), undefined);
  });

  it('leave the proxy aside for hosts that need none', async () => {
    const { url, tunnels } = await proxy();
    const { gitee } = await open({ proxy: url, noProxy: ['example.com', '127.0.0.1'] });

    assert.equal((await gitee.repository('noear/solon')).kind, 'found');
    assert.deepEqual(tunnels, []);
  });

  it('take the proxy from the environment', async () => {
    const { url, tunnels } = await proxy();
    const { gitee } = await open({ environment: { HTTPS_PROXY: url, http_proxy: url, NO_PROXY: 'example.com' } });

    assert.equal((await gitee.repository('noear/solon')).kind, 'found');
    assert.equal(tunnels.length, 1);
  });

  it('count as soon as they are changed', async () => {
    const { url, tunnels } = await proxy();
    const settings: { current: NetworkSettings } = { current: {} };
    const { gitee } = await open(() => settings.current);
    await gitee.repository('noear/solon');
    assert.deepEqual(tunnels, []);

    settings.current = { proxy: url };
    await gitee.repository('dromara/forest');

    assert.equal(tunnels.length, 1);
  });

  it('trust no unknown certificate, and say what to do', async () => {
    const { gitee } = await open({}, true);

    const outcome = await gitee.repository('noear/solon');

    assert.equal(outcome.kind, 'unreachable');
    assert.match(
      outcome.kind === 'unreachable' ? outcome.message : '',
      /certificate.*not trusted.*add its certificate/,
    );
  });

  it('trust a certificate that was added', async () => {
    const { gitee } = await open({ extraCertificates: [certificate.certificate] }, true);

    assert.equal((await gitee.repository('noear/solon')).kind, 'found');
  });

  it('trust anything when told to', async () => {
    const { gitee } = await open({ strictSSL: false }, true);

    assert.equal((await gitee.repository('noear/solon')).kind, 'found');
  });

  it('reach https behind an inspecting proxy, with its certificate added', async () => {
    const { url, tunnels } = await proxy();
    const trusting = await open({ proxy: url, extraCertificates: [certificate.certificate] }, true);
    const wary = await open({ proxy: url }, true);

    assert.equal((await trusting.gitee.repository('noear/solon')).kind, 'found');
    assert.equal((await wary.gitee.repository('noear/solon')).kind, 'unreachable');
    assert.equal(tunnels.length, 2);
  });
});

describe('proxyOf', () => {
  for (const [name, settings, expected] of [
    ['nothing', {}, { http: undefined, https: undefined, except: '' }],
    [
      'a setting before the environment',
      { proxy: 'http://a', environment: { HTTPS_PROXY: 'http://b' } },
      { http: 'http://a', https: 'http://a', except: '' },
    ],
    [
      'lower case before upper case',
      { environment: { https_proxy: 'http://a', HTTPS_PROXY: 'http://b' } },
      { http: undefined, https: 'http://a', except: '' },
    ],
    [
      'both lists of exceptions',
      { noProxy: ['a', '*.b'], environment: { NO_PROXY: 'c' } },
      { http: undefined, https: undefined, except: 'a,*.b,c' },
    ],
    [
      'a star among exceptions',
      { noProxy: ['*'], environment: { NO_PROXY: 'c, d' } },
      { http: undefined, https: undefined, except: '*' },
    ],
  ] as const) {
    it(`reads ${name}`, () => {
      assert.deepEqual(proxyOf(settings), expected);
    });
  }

  it('makes new connections only when something that matters changed', () => {
    const environment = { HTTPS_PROXY: 'http://a', OTHER: '1' };

    assert.equal(settingsKey({ environment }), settingsKey({ environment: { ...environment, OTHER: '2' } }));
    assert.notEqual(settingsKey({ environment }), settingsKey({ environment, strictSSL: false }));
  });
});

describe('proxyFor', () => {
  for (const [name, address, noProxy, expected] of [
    ['an address like any other', 'https://gitee.com/api/v5', ['example.com'], 'http://proxy'],
    ['an excepted name', 'https://gitee.com/api/v5', ['gitee.com'], undefined],
    ['a name below an excepted one', 'https://git.example.com', ['.example.com'], undefined],
    ['a name below one with a star', 'https://git.example.com', ['*.example.com'], undefined],
    ['a name that only ends alike', 'https://myexample.com', ['example.com'], 'http://proxy'],
    ['another port than the excepted one', 'https://gitee.com', ['gitee.com:8443'], 'http://proxy'],
    ['the excepted port', 'https://gitee.com:8443', ['gitee.com:8443'], undefined],
    ['everything', 'https://gitee.com', ['*'], undefined],
  ] as const) {
    it(`decides for ${name}`, () => {
      assert.equal(proxyFor(new URL(address), { proxy: 'http://proxy', noProxy }), expected);
    });
  }
});
