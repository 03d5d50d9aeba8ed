import * as l10n from '@vscode/l10n';
import type { PageState } from '../protocol.ts';
import { type Child, element, iconButton } from './dom.ts';
import { counted } from './format.ts';
import { send } from './host.ts';
import { sourceOf } from './provenance.ts';

/** More than this many packages are folded away. */
const shown = 6;

/** How to get it: one line for each package, to be copied, or to be added to a manifest of the workspace. */
export function useIt({ page, coordinates, places }: PageState): readonly Child[] {
  if (coordinates.length === 0) return [];
  const source = page.facts.kind === 'found' ? sourceOf(page.facts) : undefined;
  const rows = coordinates.map(({ purl, label, text }, index) =>
    element(
      'li',
      { title: source },
      // Packages of one ecosystem stand below one another; its name above the first is enough.
      coordinates[index - 1]?.label !== label && element('span', { class: 'kind' }, label),
      element('code', { tabindex: 0 }, text),
      element(
        'div',
        { class: 'coordinate-actions' },
        iconButton(l10n.t('Copy {0}', text), 'copy', () => send({ kind: 'copy-coordinate', purl })),
        places[index]?.addable &&
          iconButton(l10n.t('Add {0} to a manifest…', nameIn(purl)), 'add', () => send({ kind: 'add-package', purl })),
      ),
      used(places[index]?.usedIn ?? []),
    ),
  );
  return [
    element('h2', {}, l10n.t('Use it')),
    element('ul', { class: 'coordinates' }, rows.slice(0, shown)),
    rows.length > shown &&
      element(
        'details',
        { 'data-fold': 'coordinates' },
        element(
          'summary',
          { 'data-key': 'coordinates' },
          counted(l10n.t('{0} more package|{0} more packages'), rows.length - shown),
        ),
        element('ul', { class: 'coordinates' }, rows.slice(shown)),
      ),
  ];
}

/** Where the workspace has the package already; nothing where it has not. */
function used(manifests: readonly string[]): Child {
  if (manifests.length === 0) return undefined;
  return element('p', { class: 'small used' }, l10n.t('Used in {0}', manifests.join(', ')));
}

/** A package as its ecosystem knows it, for the name of a button; the host has checked the escapes. */
function nameIn(purl: string): string {
  return decodeURIComponent(purl.slice(purl.indexOf('/') + 1));
}
