import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { describeSteps, diagnose, type NetworkSettings } from '../../../src/core/gitee/index.ts';
import { debianProgram, mayBeLeftOut } from '../../support/debian-program.ts';
import { makeCertificate } from '../../support/gitee/certificate.ts';
import { freePort, listening } from '../../support/ports.ts';
import { createLifetime } from '../../support/vscode/lifetime.ts';
import { openClient } from './open-client.ts';

const lifetime = createLifetime();
const squid = await debianProgram('squid-openssl', 'usr/sbin/squid', lifetime.folder());

after(() => lifetime.end());

describe('squid of Debian that opens what is encrypted and closes it again with its own certificate', () => {
  if (squid.kind === 'missing') {
    it(`is left out outside CI: ${squid.why}`, () => assert.ok(mayBeLeftOut()));
    return;
  }
  const { file, root, environment } = squid;
  const authority = makeCertificate('Example Company Inspection');
  const origin = makeCertificate();
  const at = { port: 0, log: async () => '' };

  before(async function () {
    this.timeout(120_000);
    const [folder, port] = [lifetime.folder(), await freePort()];
    const place = (name: string) => path.join(folder, name);
    await writeFile(place('authority.pem'), authority.certificate + authority.key);
    // Started by root, squid goes on as another user of the machine.
    await chmod(folder, 0o777);
    await chmod(place('authority.pem'), 0o644);
    const helper = path.join(root, 'usr/lib/squid/security_file_certgen');
    const certificates = ['-s', place('certificates'), '-M', '4MB'];
    await promisify(execFile)(helper, ['-c', ...certificates], { env: environment });
    await promisify(execFile)('chmod', ['-R', 'a+rwX', place('certificates')]);
    if (root !== '/') await promisify(execFile)('chmod', ['a+rx', root]);
    const lines = [
      `http_port 127.0.0.1:${port} ssl-bump generate-host-certificates=on tls-cert=${place('authority.pem')}`,
      `sslcrtd_program ${helper} ${certificates.join(' ')}`,
      'sslcrtd_children 2 startup=1',
      `unlinkd_program ${path.join(root, 'usr/lib/squid/unlinkd')}`,
      `logfile_daemon ${path.join(root, 'usr/lib/squid/log_file_daemon')}`,
      'acl begin at_step SslBump1',
      'ssl_bump peek begin',
      'ssl_bump bump all',
      // The stand-in for Gitee has a certificate of its own, which squid need not know here.
      'tls_outgoing_options flags=DONT_VERIFY_PEER',
      'sslproxy_cert_error allow all',
      'http_access allow all',
      'cache deny all',
      `access_log stdio:${place('access.log')}`,
      `cache_log ${place('cache.log')}`,
      `pid_filename ${place('squid.pid')}`,
      `coredump_dir ${folder}`,
      `mime_table ${path.join(root, 'usr/share/squid/mime.conf')}`,
      `icon_directory ${path.join(root, 'usr/share/squid/icons')}`,
      `error_directory ${path.join(root, 'usr/share/squid/errors/templates')}`,
      'pinger_enable off',
      'shutdown_lifetime 0 seconds',
    ];
    await writeFile(place('squid.conf'), `${lines.join('\n')}\n`);
    lifetime.own(spawn(file, ['-N', '-f', place('squid.conf')], { stdio: 'ignore', env: environment, detached: true }));
    await listening(port);
    Object.assign(at, { port, log: () => readFile(place('access.log'), 'utf8') });
  });

  const network = (more: NetworkSettings = {}): NetworkSettings => ({ proxy: `http://127.0.0.1:${at.port}`, ...more });

  async function ask(settings: NetworkSettings) {
    const own = await openClient({ network: () => settings, tuning: { retries: 0 } }, { certificate: origin });
    const outcome = await own.gitee.repository('iamkun/dayjs');
    const asked = own.standIn.requests.length;
    await own.close();
    return { outcome, asked, host: new URL(own.standIn.url).host };
  }

  it('is passed by a client that knows its certificate', async () => {
    const { outcome, asked, host } = await ask(network({ extraCertificates: [authority.certificate] }));

    assert.equal(outcome.kind, 'found');
    assert.equal(asked, 1);
    // It saw the request itself, not only the tunnel; it writes so after the answer has left.
    const seen = `GET https://${host}/api/v5/repos/iamkun/dayjs`;
    for (let turn = 0; turn < 100 && !(await at.log()).includes(seen); turn += 1) await pause(20);
    assert.ok((await at.log()).includes(seen));
  });

  it('is not trusted by a client that does not know it, which says what to do', async () => {
    const { outcome, asked } = await ask(network());

    assert.equal(asked, 0);
    assert.equal(outcome.kind, 'unreachable');
    assert.match(
      outcome.kind === 'unreachable' ? outcome.message : '',
      /The certificate of 127\.0\.0\.1:\d+ is not trusted \(\w+\)\. If your company inspects traffic, add its certificate/,
    );
  });

  it('is not trusted because of the certificate of the origin', async () => {
    const { outcome } = await ask(network({ extraCertificates: [origin.certificate] }));

    assert.equal(outcome.kind, 'unreachable');
  });

  it('is trusted like anything else by a client that was told not to look', async () => {
    const { outcome } = await ask(network({ strictSSL: false }));

    assert.equal(outcome.kind, 'found');
  });

  it('is named by the connection test', async () => {
    const own = await openClient({}, { certificate: origin });
    const test = (settings: NetworkSettings) =>
      diagnose({ clock: Date, baseUrl: own.standIn.apiUrl, network: settings }).then(describeSteps);

    const stranger = await test(network());
    const known = await test(network({ extraCertificates: [authority.certificate] }));
    await own.close();

    assert.match(stranger, /\[FAILED\] Encryption: not trusted \(\w+\), issued by Example Company Inspection/);
    assert.match(stranger, /\[FAILED\] API: .*If your company inspects traffic, add its certificate/);
    assert.match(known, /\[ok\] Encryption: issued by Example Company Inspection/);
    assert.match(known, /\[ok\] API: Gitee answers/);
  });
});
