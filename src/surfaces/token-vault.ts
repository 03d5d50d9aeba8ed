import * as vscode from 'vscode';

/** A token with whose it is. */
export interface Signed {
  readonly id: string;
  readonly token: string;
  readonly account: { readonly id: string; readonly label: string };
}

/** Tokens in the secret storage, each under the origin for which it was entered: no other origin ever gets it. */
export interface TokenVault extends vscode.Disposable {
  read(origin: string): Promise<Signed | undefined>;
  store(origin: string, signed: Signed): Promise<void>;
  remove(origin: string): Promise<void>;
  /** Gives the origin whose token changed, in this window or in another one. */
  readonly onDidChange: vscode.Event<string>;
}

const start = 'giteeScout.token ';

/**
 * What was read is remembered until VS Code says that it changed: each reading goes to the window and back, several times
 * for each page, and waits there for whatever the window has to draw.
 */
export function createTokenVault(
  secrets: Pick<vscode.SecretStorage, 'get' | 'store' | 'delete' | 'onDidChange'>,
): TokenVault {
  const changed = new vscode.EventEmitter<string>();
  const remembered = new Map<string, Promise<Signed | undefined>>();
  const subscription = secrets.onDidChange(({ key }) => {
    if (!key.startsWith(start)) return;
    const origin = key.slice(start.length);
    remembered.delete(origin);
    changed.fire(origin);
  });
  const read = async (origin: string) => readSigned(await secrets.get(start + origin));
  return {
    onDidChange: changed.event,
    read: origin => {
      const known = remembered.get(origin);
      if (known !== undefined) return known;
      const reading = read(origin);
      remembered.set(origin, reading);
      // The next one tries again.
      reading.catch(() => remembered.get(origin) === reading && remembered.delete(origin));
      return reading;
    },
    store: async (origin, signed) => {
      await secrets.store(start + origin, JSON.stringify(signed));
      remembered.delete(origin);
    },
    remove: async origin => {
      await secrets.delete(start + origin);
      remembered.delete(origin);
    },
    dispose: () => vscode.Disposable.from(subscription, changed).dispose(),
  };
}

/** What cannot be read is as good as nothing: the person signs in once more. By hand, for it is read at the start. */
function readSigned(text: string | undefined): Signed | undefined {
  const stored = text === undefined ? undefined : parse(text);
  if (!isObject(stored) || !isObject(stored.account)) return undefined;
  const { id, token, account } = stored;
  const { id: login, label } = account;
  const whole = [id, token, login, label].every(value => typeof value === 'string' && value !== '');
  return whole
    ? { id: String(id), token: String(token), account: { id: String(login), label: String(label) } }
    : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
