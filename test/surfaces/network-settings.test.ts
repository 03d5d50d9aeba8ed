import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { settings } from '../../src/surfaces/contributions.ts';
import { createNetworkSettings } from '../../src/surfaces/network-settings.ts';
import { makeCertificate } from '../support/gitee/certificate.ts';
import { recordedLog } from '../support/gitee/doubles.ts';

describe('the network settings of the editor', () => {
  const changed: [section: string, key: string][] = [];
  const set = async (section: string, key: string, value: unknown) => {
    changed.push([section, key]);
    await vscode.workspace.getConfiguration(section).update(key, value, vscode.ConfigurationTarget.Global);
  };
  const named = process.env.NODE_EXTRA_CA_CERTS;
  beforeEach(() => {
    delete process.env.NODE_EXTRA_CA_CERTS;
  });
  afterEach(async () => {
    if (named !== undefined) process.env.NODE_EXTRA_CA_CERTS = named;
    for (const [section, key] of changed.splice(0))
      await vscode.workspace.getConfiguration(section).update(key, undefined, vscode.ConfigurationTarget.Global);
  });

  it('are those of VS Code, read again for every request', async () => {
    const read = createNetworkSettings(recordedLog());
    const before = read();

    await set('http', 'proxy', 'http://proxy.example.com:3128');
    await set('http', 'proxyAuthorization', 'Basic dXNlcjpzZWNyZXQ=');
    await set('http', 'noProxy', ['*.example.com']);
    await set('http', 'proxyStrictSSL', false);
    await set('http', 'systemCertificates', false);
    const after = read();

    assert.equal(before.proxy, undefined);
    assert.equal(before.strictSSL, true);
    assert.equal(before.systemCertificates, true);
    assert.equal(before.environment, process.env);
    assert.equal(after.proxy, 'http://proxy.example.com:3128');
    assert.equal(after.proxyAuthorization, 'Basic dXNlcjpzZWNyZXQ=');
    assert.deepEqual(after.noProxy, ['*.example.com']);
    assert.equal(after.strictSSL, false);
    assert.equal(after.systemCertificates, false);
  });

  it('name no proxy when VS Code is told to use none', async () => {
    const read = createNetworkSettings(recordedLog());
    await set('http', 'proxy', 'http://proxy.example.com:3128');
    await set('http', 'proxySupport', 'off');

    const { proxy, environment, noProxy } = read();

    assert.deepEqual({ proxy, environment, noProxy }, { proxy: undefined, environment: undefined, noProxy: undefined });
  });

  it('bring the certificates of a company, and notice a changed file', async () => {
    const [first, second, log] = [makeCertificate('First'), makeCertificate('Second and longer'), recordedLog()];
    const folder = await mkdtemp(path.join(tmpdir(), 'scout-certificates-'));
    const file = path.join(folder, 'company.pem');
    const read = createNetworkSettings(log);
    await writeFile(file, first.certificate);
    await set(settings.section, settings.certificates, [file, path.join(folder, 'missing.pem')]);

    const before = read().extraCertificates;
    await writeFile(file, second.certificate);
    const after = read().extraCertificates;
    await writeFile(file, 'no certificate');
    const broken = read().extraCertificates;
    await writeFile(file, first.certificate);
    await set(settings.section, settings.certificates, undefined);
    process.env.NODE_EXTRA_CA_CERTS = file;
    const fromEnvironment = read().extraCertificates;
    delete process.env.NODE_EXTRA_CA_CERTS;
    await rm(folder, { recursive: true });

    assert.deepEqual(before, [first.certificate]);
    assert.deepEqual(after, [second.certificate]);
    assert.deepEqual(broken, []);
    assert.deepEqual(fromEnvironment, [first.certificate]);
    assert.ok(log.lines.some(line => line.includes('missing.pem')));
    assert.ok(log.lines.some(line => line.includes('holds no PEM certificate')));
  });
});
