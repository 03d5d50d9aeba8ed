import * as l10n from '@vscode/l10n';
import type { PageState } from '../protocol.ts';
import { type Child, element, iconButton } from './dom.ts';
import { send } from './host.ts';

/** More than this many packages are folded away. */
const shown = 6;

/** How to get it: one line for each package, to be copied. */
export function useIt({ coordinates }: PageState): readonly Child[] {
  if (coordinates.length === 0) return [];
  const rows = coordinates.map(({ purl, label, text }, index) =>
    element(
      'li',
      {},
      // Packages of one ecosystem stand below one another; its name above the first is enough.
      coordinates[index - 1]?.label !== label && element('span', { class: 'kind' }, label),
      element('code', { tabindex: 0 }, text),
      iconButton(l10n.t('Copy {0}', text), 'copy', () => send({ kind: 'copy-coordinate', purl })),
    ),
  );
  return [
    element('h2', {}, l10n.t('Use it')),
    element('ul', { class: 'coordinates' }, rows.slice(0, shown)),
    rows.length > shown &&
      element(
        'details',
        { 'data-fold': 'coordinates' },
        element('summary', { 'data-key': 'coordinates' }, l10n.t('{0} more packages', rows.length - shown)),
        element('ul', { class: 'coordinates' }, rows.slice(shown)),
      ),
  ];
}
