import assert from 'node:assert/strict';
import { createTokenVault } from '../../../src/surfaces/token-vault.ts';
import { memorySecrets } from './memory-secrets.ts';

const gitee = 'https://gitee.com';
const signed = { id: 'one', token: 'token-of-gitee', account: { id: 'li', label: 'Li' } };

/** A window with a vault over secrets that count how often they are read. */
function openWindow(secrets = memorySecrets()) {
  let reads = 0;
  let refuses = false;
  const vault = createTokenVault({
    get: async key => {
      reads += 1;
      if (refuses) throw new Error('the key ring is locked');
      return secrets.get(key);
    },
    store: (key, value) => secrets.store(key, value),
    delete: key => secrets.delete(key),
    onDidChange: secrets.onDidChange,
  });
  return {
    vault,
    reads: () => reads,
    refuse: (now: boolean) => {
      refuses = now;
    },
  };
}

describe('the vault of tokens', () => {
  it('reads a token once, however often it is asked for', async () => {
    const { vault, reads } = openWindow();
    await vault.store(gitee, signed);

    const all = await Promise.all([vault.read(gitee), vault.read(gitee)]);
    await vault.read(gitee);

    assert.deepEqual(all, [signed, signed]);
    assert.equal(reads(), 1);
    vault.dispose();
  });

  it('also remembers that there is none, until there is one', async () => {
    const { vault, reads } = openWindow();

    assert.equal(await vault.read(gitee), undefined);
    assert.equal(await vault.read(gitee), undefined);
    assert.equal(reads(), 1);
    await vault.store(gitee, signed);

    assert.deepEqual(await vault.read(gitee), signed);
    vault.dispose();
  });

  it('forgets a token that is removed, here or in another window', async () => {
    const secrets = memorySecrets();
    const [here, there] = [openWindow(secrets), openWindow(secrets)];
    await here.vault.store(gitee, signed);
    await Promise.all([here.vault.read(gitee), there.vault.read(gitee)]);

    await there.vault.remove(gitee);

    assert.equal(await here.vault.read(gitee), undefined);
    assert.equal(await there.vault.read(gitee), undefined);
    here.vault.dispose();
    there.vault.dispose();
  });

  it('keeps tokens of different addresses apart', async () => {
    const { vault } = openWindow();
    await vault.store(gitee, signed);

    assert.equal(await vault.read('https://gitee.example'), undefined);
    assert.deepEqual(await vault.read(gitee), signed);
    vault.dispose();
  });

  it('asks again after the secrets could not be read', async () => {
    const { vault, refuse } = openWindow();
    await vault.store(gitee, signed);
    refuse(true);
    await assert.rejects(vault.read(gitee), /locked/);

    refuse(false);

    assert.deepEqual(await vault.read(gitee), signed);
    vault.dispose();
  });
});
