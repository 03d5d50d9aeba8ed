import * as l10n from '@vscode/l10n';
import type { PageState } from '../protocol.ts';
import { button, type Child, element } from './dom.ts';
import { exact } from './format.ts';
import { send } from './host.ts';
import { ageNote, missingNote, skeleton, sourceOf } from './provenance.ts';

/** More than this many people are folded away, and more than the second number are only counted. */
const shown = 5;
const most = 100;

/** Who has contributed, those with most commits first. */
export function contributors({ contributors: part }: PageState): readonly Child[] {
  if (part === null) return [];
  const title = element('h2', {}, l10n.t('Contributors'));
  if (part.kind === 'loading') return [title, skeleton(2, l10n.t('Reading the contributors…'))];
  if (part.kind !== 'found') {
    const ask = () => send({ kind: 'show-contributors' });
    const again = button(l10n.t('Ask for the contributors'), ask, { icon: 'organization', key: 'show-contributors' });
    return [title, missingNote(part), part.kind === 'missing' && again];
  }
  const { value } = part;
  const rows = value
    .slice(0, most)
    .map(({ name, contributions }) =>
      element(
        'li',
        { class: 'line' },
        name,
        contributions !== null && element('span', { class: 'kind' }, l10n.t('Commits: {0}', exact(contributions))),
      ),
    );
  return [
    title,
    element('ul', { class: 'plain', title: sourceOf(part) }, rows.slice(0, shown)),
    rows.length > shown &&
      element(
        'details',
        { 'data-fold': 'contributors' },
        element('summary', { 'data-key': 'contributors' }, l10n.t('More ({0})', exact(value.length - shown))),
        element('ul', { class: 'plain', title: sourceOf(part) }, rows.slice(shown)),
        value.length > most && element('p', { class: 'small' }, l10n.t('The first {0} are listed.', exact(most))),
      ),
    ageNote(part),
  ];
}
