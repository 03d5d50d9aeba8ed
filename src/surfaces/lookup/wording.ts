import * as vscode from 'vscode';
import type { HostSearchResult, LookupResult } from '../../core/gitee/index.ts';
import { toldText } from '../sentence-text.ts';

type Kept = Extract<LookupResult, { kind: 'kept' }>['reason'] | 'unreadable';

/** Why a name was not sent, for the person who asked for it. */
export function keptSentence(name: string, reason: Kept): string {
  switch (reason) {
    case 'off':
    case 'not-clicked':
      return vscode.l10n.t('Looking up packages on Gitee is switched off in the settings.');
    case 'origin':
      return vscode.l10n.t('{0} comes from a folder, a repository or this workspace, so its name was not sent.', name);
    case 'scope':
      return vscode.l10n.t('The scope of {0} belongs to a registry of your own, so its name was not sent.', name);
    case 'registry':
      return vscode.l10n.t(
        '{0} may come from a registry of your own: one is configured. So its name was not sent.',
        name,
      );
    case 'go-private':
      return vscode.l10n.t('{0} is private by your Go settings, so its name was not sent.', name);
    case 'user':
      return vscode.l10n.t('{0} is among the private names in your settings, so it was not sent.', name);
    case 'unreadable':
      return vscode.l10n.t(
        'Not all files can be read that say which names are private. So the name {0} was not sent; the log says more.',
        name,
      );
  }
}

/** An empty answer: that nothing was found only where somebody really looked. */
export function nothingSentence(query: string, { sources }: HostSearchResult): string {
  const looked = sources.some(({ status }) => status === 'ok');
  if (looked) return vscode.l10n.t('Gitee has no project for "{0}".', query);
  const details = sources
    .filter(({ status }) => status !== 'skipped')
    .map(({ detail, said }) => toldText({ message: detail, said }));
  return vscode.l10n.t(
    'Gitee gave no answer for "{0}", which does not mean that there is none. {1}',
    query,
    details.join(' '),
  );
}
