import assert from 'node:assert/strict';
import { renderMarkdown } from '../../src/core/readme/index.ts';
import { type StandIn, startGitee } from '../support/gitee/server.ts';
import { attacks } from '../support/readmes/attacks.ts';
import { keepFailures } from '../support/workbench/keep-failures.ts';
import { type OpenWorkbench, openWorkbench } from '../support/workbench/open-workbench.ts';

const end = 'THE END';
/** Left out until somebody asks for it. */
const picture = 'https://pictures.example/a.png';

/** All attacks in one text. The few that swallow what follows them, as in every browser, come last. */
function hostileReadme(): string {
  const options = { base: { host: 'gitee', path: 'a/b', ref: 'main' }, allowRemoteImages: false } as const;
  const [shown, swallowing]: [string[], string[]] = [[], []];
  for (const attack of attacks) {
    const text = [...shown, attack, end].join('\n\n');
    (renderMarkdown(text, options).html.includes(end) ? shown : swallowing).push(attack);
  }
  assert.ok(swallowing.length < 10);
  return ['# 攻击', `![A picture](${picture})`, ...shown, end, ...swallowing].join('\n\n');
}

describe('a README full of attacks, in the webview of a real VS Code', () => {
  let gitee: StandIn;
  let workbench: OpenWorkbench;
  keepFailures(() => workbench);

  before(async () => {
    const text = hostileReadme();
    const data = { stars: 3, language: null, license: null, description: 'Attacks' } as const;
    gitee = await startGitee({
      projects: [{ ...data, path: 'scout-demo/attacks', files: () => ({ 'README.md': text }) }],
    });
    workbench = await openWorkbench({ baseUrl: gitee.apiUrl });
  });

  after(async () => {
    await workbench?.close();
    await gitee?.close();
  });

  const ran: string[] = [];
  const requests: string[] = [];
  const windows = () => workbench.page.context().pages().length;
  const strange = () => requests.filter(url => !isOwn(url, new URL(workbench.page.url()).host));

  /** From here on everything is seen, in every frame: what asks for something, and what attacks call to be seen. */
  async function setTraps(): Promise<void> {
    const { page } = workbench;
    page.on('request', request => requests.push(request.url()));
    page.on('dialog', dialog => {
      ran.push(dialog.message());
      void dialog.dismiss();
    });
    await page.exposeFunction('attacked', (name: string) => void ran.push(name));
    await page.addInitScript(() => {
      // A webview shows no dialogs, so that a script in it would run unseen.
      for (const name of ['alert', 'confirm', 'prompt', 'print'])
        Reflect.set(globalThis, name, () => Reflect.get(globalThis, 'attacked')(name));
    });
  }

  it('runs no script, sends no request, and changes nothing but its own text', async () => {
    await setTraps();
    await workbench.command('Gitee Scout: Search Gitee');
    await workbench.quickInput.type('scout-demo/attacks');
    await workbench.quickInput.row(/scout-demo\/attacks/).waitFor();
    await workbench.quickInput.idle();
    const before = windows();
    await workbench.quickInput.row(/scout-demo\/attacks/).click();

    const page = workbench.webview();
    await page.getByText(end, { exact: true }).waitFor({ state: 'attached' });
    // What runs late has run when something that was asked for after it is done.
    await page.locator('body').evaluate(() => new Promise(resolve => setTimeout(resolve, 1000)));

    assert.deepEqual(strange(), []);
    assert.deepEqual(ran, []);
    assert.equal(windows(), before);
    const inside = page.locator('#readme');
    assert.equal(await inside.locator('script, iframe, object, embed, style, svg, form, link, meta, base').count(), 0);
    assert.equal(await page.getByRole('heading', { level: 1 }).first().textContent(), 'scout-demo/attacks');
    await workbench.screenshot('attacks-light');
  });

  it('would have been stopped: the policy of the page lets no request out and runs no script of a README', async () => {
    const body = workbench.webview().locator('body');
    const before = ran.length;
    const failures: string[] = [];
    workbench.page.on('requestfailed', request => {
      if (request.url() === 'https://evil.example/a.png') failures.push(request.failure()?.errorText ?? '');
    });

    const refused = String(await body.evaluate(brokenIn));

    for (const directive of ['img-src', 'script-src-attr', 'script-src-elem', 'connect-src'])
      assert.ok(refused.split(' ').includes(directive), `${directive} among ${refused}`);
    assert.equal(ran.length, before);
    // The trap sees the attempt too; what matters is that nobody looked for that host.
    assert.ok(
      failures.every(text => !/NAME_NOT_RESOLVED|DISCONNECTED|CONNECTION|PROXY|TUNNEL|ADDRESS|TIMED_OUT/.test(text)),
      failures.join(', '),
    );
  });

  it('would have been caught: the traps see a script in the page, and a request from it and from the window', async () => {
    await workbench.webview().locator('body').evaluate("alert('trap')");
    await until(() => ran.includes('alert'));
    // The policy lets out nothing but images of hosts that a person agreed to: that these are seen shows that others would be.
    await workbench.webview().getByRole('button', { name: 'Load images' }).click();
    await until(() => strange().includes(picture));
    await workbench.page.evaluate("void (new Image().src = 'https://evil.example/trap.png')");
    await until(() => strange().includes('https://evil.example/trap.png'));
  });
});

/** What an attacker would do who got past the sanitizer; gives the parts of the policy that refused it. */
const brokenIn = `(async () => {
  const refused = [];
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => refused.push(effectiveDirective));
  const place = document.createElement('div');
  place.innerHTML = '<img src="https://evil.example/a.png" onerror="alert(1)"><p onclick="alert(2)">x</p>';
  document.body.append(place);
  place.querySelector('p').click();
  const script = document.createElement('script');
  script.textContent = 'alert(3)';
  place.append(script);
  await fetch('https://evil.example/').catch(() => undefined);
  await new Promise(resolve => setTimeout(resolve, 500));
  place.remove();
  return refused.join(' ');
})()`;

async function until(condition: () => boolean): Promise<void> {
  for (let turn = 0; turn < 400 && !condition(); turn += 1) await new Promise(resolve => setTimeout(resolve, 50));
  assert.ok(condition());
}

/** The window itself and its webviews: this machine's server, and what stands for its resources. */
function isOwn(url: string, own: string): boolean {
  if (/^(?:data|blob|about):/.test(url)) return true;
  const { host } = new URL(url);
  // Where this VS Code looks for extensions by itself, whatever is open.
  if (url.startsWith('https://open-vsx.org/vscode/gallery/')) return true;
  return host === own || /(?:^|\.)vscode-(?:cdn|resource)\.net$/.test(host) || host.endsWith('.vscode-unpkg.net');
}
