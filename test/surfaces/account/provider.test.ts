import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { createProvider } from '../../../src/surfaces/account/provider.ts';
import { authentication } from '../../../src/surfaces/contributions.ts';
import { createTokenVault } from '../../../src/surfaces/token-vault.ts';
import { until } from '../scratch.ts';
import { memorySecrets } from './memory-secrets.ts';

const origin = 'https://gitee.com';
const checked = { kind: 'accepted', login: 'zhang-san', name: '张三' } as const;

/** One window with the provider, over secrets that it shares with others. */
function openWindow(secrets: ReturnType<typeof memorySecrets>, token: string | undefined = 'token-of-gitee') {
  const setting = { origin };
  const moved = new vscode.EventEmitter<void>();
  const vault = createTokenVault(secrets);
  const provider = createProvider({
    vault,
    place: () => ({ host: 'gitee', origin: setting.origin }),
    onDidChangePlace: moved.event,
    ask: async () => (token === undefined ? undefined : { token, checked }),
  });
  const events: string[] = [];
  provider.onDidChangeSessions(({ added = [], removed = [] }) => {
    events.push(`+${added.length} -${removed.length}`);
  });
  const move = (to: string) => {
    setting.origin = to;
    moved.fire();
  };
  return { provider, vault, events, move, dispose: () => vscode.Disposable.from(provider, vault, moved).dispose() };
}

describe('the sign-in of VS Code for Gitee', () => {
  const open: { dispose(): void }[] = [];
  afterEach(() => {
    for (const one of open.splice(0)) one.dispose();
  });
  function keep<T extends { dispose(): void }>(one: T): T {
    open.push(one);
    return one;
  }

  it('is registered for both hosts, and nobody is signed in at first', async () => {
    await vscode.extensions.getExtension('gitee-scout.gitee-scout')?.activate();

    for (const id of Object.values(authentication)) assert.deepEqual(await vscode.authentication.getAccounts(id), []);
  });

  it('shows the account of the token to VS Code', async () => {
    const { provider } = keep(openWindow(memorySecrets()));
    const id = `gitee-test-${crypto.randomUUID()}`;
    keep(vscode.authentication.registerAuthenticationProvider(id, 'Gitee Test', provider));

    const session = await provider.createSession(['projects'], {});

    assert.deepEqual(session.account, { id: 'zhang-san', label: '张三' });
    assert.deepEqual(session.scopes, ['projects', 'user_info']);
    const accounts = await vscode.authentication.getAccounts(id);
    assert.deepEqual(
      accounts.map(({ label }) => label),
      ['张三'],
    );
  });

  it('keeps a token for the origin for which it was entered', async () => {
    const { provider, vault, events, move } = keep(openWindow(memorySecrets()));
    await provider.createSession([], {});

    move('https://gitee.example.com');
    await until(() => events.length === 2, 'the change of the address');

    assert.deepEqual(await provider.getSessions(undefined, {}), []);
    assert.equal(await vault.read('https://gitee.example.com'), undefined);
    assert.equal((await vault.read(origin))?.token, 'token-of-gitee');
    assert.deepEqual(events, ['+1 -0', '+0 -1']);
  });

  it('comes and goes in all windows', async () => {
    const secrets = memorySecrets();
    const [first, second] = [keep(openWindow(secrets)), keep(openWindow(secrets))];

    const session = await first.provider.createSession(['projects', 'user_info'], {});
    await until(() => second.events.length === 1, 'the session in the other window');
    const shared = await second.provider.getSessions(['projects'], {});
    await second.provider.removeSession(session.id);
    await until(() => first.events.length === 2, 'the end of the session in the first window');

    assert.deepEqual(shared, [session]);
    assert.deepEqual(
      [first.events, second.events],
      [
        ['+1 -0', '+0 -1'],
        ['+1 -0', '+0 -1'],
      ],
    );
    assert.deepEqual([...secrets.values.keys()], []);
  });

  it('is canceled when the person goes away', async () => {
    const { provider } = keep(openWindow(memorySecrets(), ''));
    const gone = keep(
      createProvider({
        vault: createTokenVault(memorySecrets()),
        place: () => ({ host: 'gitee', origin }),
        onDidChangePlace: () => new vscode.Disposable(() => undefined),
        ask: async () => undefined,
      }),
    );

    await assert.rejects(async () => gone.createSession([], {}), vscode.CancellationError);
    assert.deepEqual(await provider.getSessions(undefined, {}), []);
  });

  it('has no session with scopes that it does not use', async () => {
    const { provider } = keep(openWindow(memorySecrets()));
    await provider.createSession([], {});

    assert.deepEqual(await provider.getSessions(['keys'], {}), []);
    await assert.rejects(async () => provider.createSession(['keys'], {}), /projects, user_info/);
  });

  it('starts anew when what is stored cannot be read', async () => {
    const secrets = memorySecrets();
    const { provider } = keep(openWindow(secrets));
    await provider.createSession([], {});
    const [key = ''] = secrets.values.keys();

    for (const damaged of ['', '{', '[]', '{"id":"1","token":7,"account":{}}']) {
      await secrets.store(key, damaged);
      assert.deepEqual(await provider.getSessions(undefined, {}), [], damaged);
    }
  });
});
