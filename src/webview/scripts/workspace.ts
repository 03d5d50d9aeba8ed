import * as l10n from '@vscode/l10n';
import type { PageState, WorkspaceDependency } from '../protocol.ts';
import { type Child, element } from './dom.ts';
import { send } from './host.ts';
import { effortWord, relationWord } from './words.ts';

/** Which dependencies of this workspace the project would replace or go with. Nothing where there are none. */
export function workspace({ dependencies }: PageState): readonly Child[] {
  if (dependencies.length === 0) return [];
  return [
    element('h2', {}, l10n.t('In this workspace')),
    element('ul', { class: 'dependencies' }, dependencies.map(row)),
  ];
}

function row(dependency: WorkspaceDependency): HTMLElement {
  const { name, purl, requirement, manifest, relation, effort, reason } = dependency;
  return element(
    'li',
    {},
    element(
      'div',
      { class: 'line' },
      element('span', { class: 'kind' }, relationWord(relation)),
      element(
        'button',
        {
          type: 'button',
          class: 'text-button',
          'data-key': `${purl} ${manifest}`,
          title: l10n.t('Show {0} in {1}', name, manifest),
          click: () => send({ kind: 'reveal-dependency', purl, manifest }),
        },
        name,
      ),
      requirement !== null && element('span', { class: 'kind' }, requirement),
      relation !== 'same-project' && element('span', { class: 'tag' }, effortWord(effort)),
    ),
    element('p', { class: 'reason' }, reason),
    element('p', { class: 'kind' }, manifest),
  );
}
