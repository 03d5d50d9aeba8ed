import * as l10n from '@vscode/l10n';
import type { PageState } from '../protocol.ts';
import { button, type Child, element } from './dom.ts';
import { send } from './host.ts';
import { icon } from './icons.ts';

/** Says where the data comes from when it is not the real Gitee. */
export function banner({ dataHost }: PageState): readonly Child[] {
  if (dataHost === null) return [];
  return [
    icon('info'),
    element(
      'span',
      {},
      dataHost.local
        ? l10n.t(
            'Demonstration data: the live data on this page comes from this computer ({0}), not from gitee.com.',
            dataHost.name,
          )
        : l10n.t('The live data on this page comes from {0}, not from gitee.com.', dataHost.name),
    ),
  ];
}

/** One line for all that is missing, with the way to ask again. */
export function troubles({ page }: PageState): readonly Child[] {
  const parts = [
    [l10n.t('repository'), page.repository],
    [l10n.t('README'), page.readme],
    [l10n.t('license files'), page.license],
    [l10n.t('releases'), page.releases],
  ] as const;
  const lost = parts.filter(([, part]) => part.kind === 'missing' && part.retry);
  if (lost.length === 0) return [];
  const offline = parts.some(([, part]) => part.kind === 'missing' && part.reason === 'offline');
  const limited = parts.some(([, part]) => part.kind === 'missing' && part.reason === 'limited');
  const names = new Intl.ListFormat(document.documentElement.lang || 'en').format(lost.map(([name]) => name));
  return [
    icon('warning'),
    element(
      'span',
      {},
      offline ? l10n.t('You are offline. Missing here: {0}.', names) : l10n.t('Missing here: {0}.', names),
      limited && ` ${l10n.t('Signing in to Gitee raises the limit.')}`,
    ),
    button(l10n.t('Try again'), () => send({ kind: 'retry' }), { icon: 'refresh', key: 'retry' }),
  ];
}
