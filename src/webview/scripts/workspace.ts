import * as l10n from '@vscode/l10n';
import type { PageState, WorkspaceDependency } from '../protocol.ts';
import { type Child, element } from './dom.ts';
import { send } from './host.ts';
import { sourceOf } from './provenance.ts';
import { effortWord, relationWord } from './words.ts';

/** Which dependencies of this workspace the project would replace or go with. Nothing where there are none. */
export function workspace({ page, dependencies }: PageState): readonly Child[] {
  if (dependencies.length === 0) return [];
  const source = page.facts.kind === 'found' ? sourceOf(page.facts) : undefined;
  const groups = new Map<string, WorkspaceDependency[]>();
  for (const dependency of dependencies) {
    const group = groups.get(dependency.purl);
    if (group) group.push(dependency);
    else groups.set(dependency.purl, [dependency]);
  }
  return [
    element('h2', {}, l10n.t('In this workspace')),
    element(
      'ul',
      { class: 'dependencies' },
      [...groups.values()].map(group => row(group, source)),
    ),
  ];
}

/** One package, with every manifest that asks for it. */
function row(group: readonly WorkspaceDependency[], source: string | undefined): Child {
  const [first] = group;
  if (!first) return undefined;
  const { name, relation, effort, reason } = first;
  return element(
    'li',
    {},
    element(
      'div',
      { class: 'line' },
      element('span', { class: 'kind' }, relationWord(relation)),
      element('strong', {}, name),
      relation !== 'same-project' && element('span', { class: 'tag' }, effortWord(effort)),
    ),
    element('p', { class: 'reason', title: source }, reason),
    element('ul', { class: 'places' }, group.map(place)),
  );
}

function place({ name, purl, requirement, manifest, uri }: WorkspaceDependency): HTMLElement {
  return element(
    'li',
    {},
    element(
      'button',
      {
        type: 'button',
        class: 'text-button',
        'data-key': `${purl} ${uri}`,
        // In full: folders of a workspace may have one name.
        title: l10n.t('Show {0} in {1}', name, pathOf(uri) ?? manifest),
        click: () => send({ kind: 'reveal-dependency', purl, uri }),
      },
      manifest,
    ),
    requirement !== null && element('span', { class: 'kind' }, requirement),
  );
}

function pathOf(uri: string): string | undefined {
  try {
    return decodeURIComponent(new URL(uri).pathname);
  } catch {
    return undefined;
  }
}
