import * as l10n from '@vscode/l10n';
import type { PageState, SimilarProject } from '../protocol.ts';
import { type Child, element, iconButton } from './dom.ts';
import { send } from './host.ts';
import { sourceOf } from './provenance.ts';

/** Projects that do what this one does, and why they are named here. Nothing where the catalog knows none. */
export function similar({ page, similar: list }: PageState): readonly Child[] {
  if (list.length === 0) return [];
  const source = page.facts.kind === 'found' ? sourceOf(page.facts) : undefined;
  return [
    element('h2', {}, l10n.t('Similar projects')),
    element(
      'ul',
      { class: 'similar' },
      list.map(each => row(each, source)),
    ),
  ];
}

function row({ project, name, summary, reason }: SimilarProject, source: string | undefined): HTMLElement {
  const open = (event: Event) => {
    const beside = event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.button === 1);
    event.preventDefault();
    send({ kind: 'open-project', project, beside });
  };
  return element(
    'li',
    { title: source },
    element(
      'div',
      { class: 'line' },
      element(
        'button',
        {
          type: 'button',
          class: 'text-button',
          'data-key': `similar ${project}`,
          title: l10n.t('Open the page of {0}', name),
          click: open,
          auxclick: open,
        },
        name,
      ),
      iconButton(l10n.t('Open the page of {0} beside this one', name), 'split-horizontal', () =>
        send({ kind: 'open-project', project, beside: true }),
      ),
    ),
    element('p', { class: 'reason' }, reason),
    element('p', { class: 'small' }, summary),
  );
}
