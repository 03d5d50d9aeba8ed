import * as vscode from 'vscode';
import type { Store } from '../core/ports.ts';

const key = 'giteeScout.plainHttp';

/** Which origins a person agreed to talk to without encryption. */
export interface PlainHttp {
  allows(origin: string): boolean;
  /** Asks where it is needed and was not answered with yes before; true when the address may be used. */
  confirm(baseUrl: string | undefined): Promise<boolean>;
}

/** Asks a person, in a dialog that has to be answered. */
export async function askPlainHttp(origin: string): Promise<boolean> {
  const use = vscode.l10n.t('Use Without Encryption');
  const detail = vscode.l10n.t(
    'Everybody on the way can read and change what is sent and received, your access token included. The answer is remembered for this address.',
  );
  const question = vscode.l10n.t('{0} is not encrypted. Use it all the same?', origin);
  return (await vscode.window.showWarningMessage(question, { modal: true, detail }, use)) === use;
}

export function createPlainHttp(memory: Store, ask: (origin: string) => Promise<boolean> = askPlainHttp): PlainHttp {
  const origins = (): readonly string[] => memory.get<readonly string[]>(key) ?? [];
  return {
    allows: origin => origins().includes(origin),
    async confirm(baseUrl) {
      if (baseUrl === undefined) return true;
      const { needsPlainHttpConsent } = await import('../core/gitee/index.ts');
      if (!needsPlainHttpConsent(baseUrl)) return true;
      const { origin } = new URL(baseUrl);
      if (origins().includes(origin)) return true;
      if (!(await ask(origin))) return false;
      await memory.update(key, [...origins(), origin]);
      return true;
    },
  };
}
