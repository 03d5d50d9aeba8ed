import assert from 'node:assert/strict';
import { type StandIn, startGitee } from '../support/gitee/server.ts';
import { keepFailures } from '../support/workbench/keep-failures.ts';
import { type OpenWorkbench, openWorkbench } from '../support/workbench/open-workbench.ts';

const token = '0123456789abcdef0123456789abcdef';
const expired = 'fedcba9876543210fedcba9876543210';

describe('signing in', () => {
  let gitee: StandIn;
  let workbench: OpenWorkbench;
  keepFailures(() => workbench);

  before(async () => {
    gitee = await startGitee({ token });
    workbench = await openWorkbench({ baseUrl: gitee.apiUrl });
  });

  after(async () => {
    await workbench?.close();
    await gitee?.close();
  });

  const accounts = () =>
    workbench.page.locator('.part.activitybar .action-label.codicon-accounts-view-bar-icon').first();
  const menuItem = (text: string) => workbench.page.locator('.monaco-menu .action-item', { hasText: text }).first();
  const authorizations = () => gitee.requests.map(({ headers }) => headers.authorization).filter(Boolean);

  /** Opens the menu of accounts until it has the account: just after a reload nobody has asked the extension yet. */
  async function showsAccount(): Promise<void> {
    for (let attempt = 0; attempt < 10; attempt += 1) {
      await accounts().click();
      const shown = await menuItem('demo (Gitee)')
        .waitFor({ timeout: 5000 })
        .then(
          () => true,
          () => false,
        );
      if (shown) return;
      await workbench.page.keyboard.press('Escape');
    }
    await menuItem('demo (Gitee)').waitFor();
  }

  async function until(holds: () => boolean): Promise<void> {
    while (!holds()) await workbench.page.waitForTimeout(50);
  }

  it('asks for a token by which nothing can be seen on the screen', async () => {
    await workbench.command('Gitee Scout: Sign In to Gitee...');

    await workbench.quickInput.title.getByText('Sign In to Gitee').waitFor();
    assert.equal(await workbench.quickInput.box.getAttribute('type'), 'password');
    await workbench.page.getByText('personal access token with the scopes projects, user_info').waitFor();
  });

  it('says what is wrong with what is no token, and asks nobody', async () => {
    await workbench.quickInput.type('https://gitee.com/profile');
    await workbench.quickInput.accept();

    await workbench.page.getByText('This is an address, not a token.').waitFor();
    assert.equal(gitee.requests.length, 0);
  });

  it('says that a token is not accepted, and waits for another one', async () => {
    await workbench.quickInput.type(expired);
    await workbench.quickInput.accept();

    await workbench.page.getByText(/Gitee does not accept the token\. Make a new one at/).waitFor();
    await workbench.picture('sign-in-refused');
  });

  it('takes a token that is accepted, and says whose it is', async () => {
    await workbench.quickInput.type(token);
    await workbench.quickInput.accept();

    // Another box at this place would take the question away before it is answered.
    await workbench.quickInput.title.getByText('Sign In to Gitee').waitFor({ state: 'hidden' });
    await workbench.notification(/Signed in to Gitee as demo/);
    await workbench.picture('signed-in');
    assert.deepEqual([...new Set(authorizations())], [`Bearer ${expired}`, `Bearer ${token}`]);
    assert.ok(gitee.requests.every(({ url }) => !url.includes(token)));
  });

  it('shows the account in the menu of accounts', async () => {
    await workbench.command('Notifications: Clear All Notifications');
    await accounts().click();

    await menuItem('demo (Gitee)').waitFor();
    await workbench.picture('accounts-menu');
    await workbench.page.keyboard.press('Escape');
  });

  it('uses the token for what is asked from then on', async () => {
    const before = gitee.requests.length;
    await workbench.command('Gitee Scout: Search Gitee');
    await workbench.quickInput.title.getByText('Search Gitee').waitFor();
    await workbench.quickInput.type('workflow engine');
    await workbench.quickInput.row(/snakerflow/i).waitFor();
    await workbench.quickInput.idle();
    await workbench.quickInput.cancel();

    const asked = gitee.requests.slice(before).filter(({ path }) => path.startsWith('/api/v5/'));
    assert.ok(asked.length > 0);
    assert.ok(asked.every(({ headers }) => headers.authorization === `Bearer ${token}`));
  });

  it('is still signed in after the window is reloaded, and still uses the token', async () => {
    await workbench.reload();
    await showsAccount();
    await workbench.picture('signed-in-after-reload');
    await workbench.page.keyboard.press('Escape');

    const before = gitee.requests.length;
    await workbench.command('Gitee Scout: Search Gitee');
    await workbench.quickInput.title.getByText('Search Gitee').waitFor();
    await workbench.quickInput.type('rule engine');
    await workbench.quickInput.idle();
    await until(() => gitee.requests.length > before);
    await workbench.quickInput.cancel();
    assert.ok(
      gitee.requests.slice(before).every(({ headers }) => headers.authorization === `Bearer ${token}`),
      JSON.stringify(gitee.requests.slice(before).map(({ url }) => url)),
    );
  });

  it('forgets the token when signed out, and says where to revoke it', async () => {
    await workbench.command('Gitee Scout: Sign Out of Gitee');

    const message = await workbench.notification(/Signed out of Gitee\. The token was deleted/);
    await message.getByText('Revoke It on Gitee').waitFor();
    await workbench.command('Notifications: Clear All Notifications');
    await accounts().click();
    await workbench.page.locator('.monaco-menu .action-item').first().waitFor();
    assert.equal(await menuItem('demo (Gitee)').count(), 0);
    await workbench.page.keyboard.press('Escape');
  });

  it('says so when there is nobody to sign out', async () => {
    await workbench.command('Gitee Scout: Sign Out of Gitee');

    await workbench.notification('You are not signed in to Gitee.');
  });
});
