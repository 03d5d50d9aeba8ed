import * as vscode from 'vscode';
import type { PageMessage, PageState } from '../../webview/protocol.ts';
import type { Session } from './session.ts';

/** What a button of the page puts into the clipboard; `undefined` where there is no such thing. */
export function textToCopy(
  what: Extract<PageMessage, { kind: 'copy' }>['what'],
  { page }: PageState,
  session: Session,
): string | undefined {
  switch (what) {
    case 'clone-command':
      return page.home ? `git clone ${cloneUrl(page, page.home.url)}` : undefined;
    case 'link':
      return page.home?.url;
    case 'markdown': {
      const readme = session.page()?.readme;
      return readme?.kind === 'found' ? readme.value.markdown : undefined;
    }
    case 'translation':
      return session.translation()?.markdown;
  }
}

/** Pasted into a shell, so nothing but a plain address. */
function cloneUrl({ repository }: PageState['page'], homeUrl: string): string {
  const said = repository.kind === 'found' ? repository.value.cloneUrl : '';
  return /^https?:\/\/[\w.:/~-]+$/.test(said) ? said : `${homeUrl}.git`;
}

export async function copy(text: string | undefined): Promise<void> {
  if (text === undefined) return;
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(
    vscode.l10n.t('$(check) Copied: {0}', text.replace(/\s+/g, ' ').slice(0, 80)),
    3000,
  );
}
