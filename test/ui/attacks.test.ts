import assert from 'node:assert/strict';
import { renderMarkdown } from '../../src/core/readme/index.ts';
import { type StandIn, startGitee } from '../support/gitee/server.ts';
import { attacks } from '../support/readmes/attacks.ts';
import { keepFailures } from '../support/workbench/keep-failures.ts';
import { type OpenWorkbench, openWorkbench } from '../support/workbench/open-workbench.ts';

const end = 'THE END';

/** All attacks in one text. The few that swallow what follows them, as in every browser, come last. */
function hostileReadme(): string {
  const options = { base: { host: 'gitee', path: 'a/b', ref: 'main' }, allowRemoteImages: false } as const;
  const [shown, swallowing]: [string[], string[]] = [[], []];
  for (const attack of attacks) {
    const text = [...shown, attack, end].join('\n\n');
    (renderMarkdown(text, options).html.includes(end) ? shown : swallowing).push(attack);
  }
  assert.ok(swallowing.length < 10);
  return ['# 攻击', ...shown, end, ...swallowing].join('\n\n');
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

  it('runs no script, sends no request, and changes nothing but its own text', async () => {
    const dialogs: string[] = [];
    const requests: string[] = [];
    workbench.page.on('dialog', dialog => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await workbench.command('Gitee Scout: Search Gitee');
    await workbench.quickInput.type('scout-demo/attacks');
    await workbench.quickInput.row(/scout-demo\/attacks/).waitFor();
    await workbench.quickInput.idle();
    const windows = workbench.page.context().pages().length;
    // From here on everything that asks for something is seen, in every frame.
    workbench.page.on('request', request => requests.push(request.url()));
    await workbench.quickInput.row(/scout-demo\/attacks/).click();

    const page = workbench.webview();
    await page.getByText(end, { exact: true }).waitFor({ state: 'attached' });
    await workbench.page.waitForTimeout(1000);

    const own = new URL(workbench.page.url()).host;
    const strange = requests.filter(url => !isOwn(url, own));
    assert.deepEqual(strange, []);
    assert.deepEqual(dialogs, []);
    assert.equal(workbench.page.context().pages().length, windows);
    const inside = page.locator('#readme');
    assert.equal(await inside.locator('script, iframe, object, embed, style, svg, form, link, meta, base').count(), 0);
    assert.equal(await page.getByRole('heading', { level: 1 }).first().textContent(), 'scout-demo/attacks');
    await workbench.screenshot('attacks-light');
  });
});

/** The window itself and its webviews: this machine's server, and what stands for its resources. */
function isOwn(url: string, own: string): boolean {
  if (/^(?:data|blob|about):/.test(url)) return true;
  const { host } = new URL(url);
  return host === own || /(?:^|\.)vscode-(?:cdn|resource)\.net$/.test(host) || host.endsWith('.vscode-unpkg.net');
}
