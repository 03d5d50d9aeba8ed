import * as l10n from '@vscode/l10n';
import type { PageState } from '../protocol.ts';
import { type Child, element, link } from './dom.ts';
import { ago, day } from './format.ts';
import { ageNote, missingNote, skeleton, sourceOf } from './provenance.ts';

/** More than this many releases are folded away. */
const shown = 3;

/** What was released and when, the newest first. */
export function releases({ page }: PageState): readonly Child[] {
  const { releases: part, home } = page;
  // Where nobody could be asked, the header and the message above it have said so.
  if (home === null || (part.kind === 'missing' && page.repository.kind === 'missing')) return [];
  const title = element('h2', {}, l10n.t('Releases'));
  if (part.kind === 'loading') return [title, skeleton(2, l10n.t('Reading the releases…'))];
  if (part.kind !== 'found') return [title, missingNote(part)];
  const rows = part.value.map(({ tag, name, createdAt, prerelease }) =>
    element(
      'li',
      { title: sourceOf(part) },
      element(
        'div',
        { class: 'line' },
        home.host === 'gitee' ? link(tag, `${home.url}/releases/tag/${encodeURIComponent(tag)}`) : tag,
        prerelease && element('span', { class: 'tag' }, l10n.t('prerelease')),
        createdAt !== null && element('span', { class: 'kind' }, `${day(createdAt)} (${ago(createdAt)})`),
      ),
      name !== tag && element('p', { class: 'small', lang: /\p{Script=Han}/u.test(name) ? 'zh' : undefined }, name),
    ),
  );
  return [
    title,
    element('ul', { class: 'plain' }, rows.slice(0, shown)),
    rows.length > shown &&
      element(
        'details',
        { 'data-fold': 'releases' },
        element('summary', { 'data-key': 'releases' }, l10n.t('Earlier releases ({0})', rows.length - shown)),
        element('ul', { class: 'plain' }, rows.slice(shown)),
      ),
    ageNote(part),
  ];
}
