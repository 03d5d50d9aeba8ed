import * as l10n from '@vscode/l10n';
import type { PageState } from '../protocol.ts';
import { button, type Child, element, iconButton, select } from './dom.ts';
import { day } from './format.ts';
import { send } from './host.ts';
import { findingStatuses, hostName } from './words.ts';

const formId = 'finding-form';

/** What a person can do with the project; the form for saving it opens below the buttons. */
export function actions({ page, finding }: PageState): readonly Child[] {
  const saved = finding && findingStatuses().find(({ value }) => value === finding.status)?.label;
  const form = element('form', { id: formId, class: 'finding-form', hidden: true });
  const toggle = button(
    saved ? l10n.t('Saved: {0}', saved) : l10n.t('Save as finding'),
    () => {
      form.hidden = !form.hidden;
      toggle.setAttribute('aria-expanded', String(!form.hidden));
      if (!form.hidden) form.querySelector('select')?.focus();
    },
    { icon: 'bookmark', look: finding ? 'secondary' : 'primary', expanded: false, controls: formId, key: 'save' },
  );
  const close = () => {
    form.hidden = true;
    toggle.setAttribute('aria-expanded', 'false');
    toggle.focus();
  };
  fill(form, finding, close);
  return [
    element(
      'div',
      { class: 'actions', role: 'group', 'aria-label': l10n.t('Actions') },
      toggle,
      page.home && openButton(page.home),
      page.home &&
        iconButton(l10n.t('Copy clone command'), 'repo', () => send({ kind: 'copy', what: 'clone-command' })),
      page.home && iconButton(l10n.t('Copy link'), 'link', () => send({ kind: 'copy', what: 'link' })),
      iconButton(l10n.t('Ask again'), 'refresh', () => send({ kind: 'refresh' })),
    ),
    form,
  ];
}

function openButton({ host, path }: NonNullable<PageState['page']['home']>): HTMLElement {
  return button(l10n.t('Open on {0}', hostName[host]), () => send({ kind: 'open-home', host, path }), {
    icon: 'link-external',
    key: 'open-home',
  });
}

function fill(form: HTMLFormElement, finding: PageState['finding'], close: () => void): void {
  const status = select(findingStatuses(), finding?.status ?? 'candidate', { id: 'finding-status', name: 'status' });
  const note = element('textarea', { id: 'finding-note', name: 'note', rows: 3, maxlength: 4000 });
  note.value = finding?.note ?? '';
  form.append(
    element('div', { class: 'field' }, element('label', { for: 'finding-status' }, l10n.t('Status')), status),
    element('div', { class: 'field wide' }, element('label', { for: 'finding-note' }, l10n.t('Note')), note),
    element(
      'div',
      { class: 'form-actions' },
      element('button', { type: 'submit', class: 'button primary' }, l10n.t('Save')),
      button(l10n.t('Cancel'), close, { look: 'quiet' }),
      finding !== null &&
        button(l10n.t('Remove finding'), () => send({ kind: 'remove-finding' }), { look: 'quiet', icon: 'trash' }),
      finding !== null && element('span', { class: 'note' }, l10n.t('Saved on {0}', day(finding.savedAt))),
    ),
  );
  form.addEventListener('submit', event => {
    event.preventDefault();
    const chosen = findingStatuses().find(({ value }) => value === status.value);
    if (!chosen) return;
    send({ kind: 'save-finding', status: chosen.value, note: note.value });
    close();
  });
  form.addEventListener('keydown', event => {
    if (event.key === 'Escape') close();
  });
}
