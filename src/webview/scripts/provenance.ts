import * as l10n from '@vscode/l10n';
import type { Part } from '../protocol.ts';
import { element } from './dom.ts';
import { ago, day } from './format.ts';
import { icon } from './icons.ts';

type Known = Extract<Part<unknown>, { kind: 'found' }>;

/** `gitee.com, 2 hours ago`: for the tooltip of a fact. */
export function sourceOf(part: Known): string {
  return l10n.t('Source: {0}, read {1} ({2})', part.source, ago(part.receivedAt), day(part.receivedAt));
}

/** The visible remark that something is old; nothing for what is fresh. */
export function ageNote(part: Part<unknown>): HTMLElement | undefined {
  if (part.kind !== 'found' || !part.stale) return undefined;
  return element(
    'p',
    { class: 'note stale', title: sourceOf(part) },
    icon('history'),
    element('span', {}, l10n.t('As of {0}.', ago(part.receivedAt)), part.notice ? ` ${part.notice}` : ''),
  );
}

/** The sentence in place of a part that is not there. */
export function missingNote(part: Part<unknown>): HTMLElement | undefined {
  if (part.kind === 'none') return element('p', { class: 'note' }, icon('info'), element('span', {}, part.message));
  if (part.kind !== 'missing') return undefined;
  return element('p', { class: 'note missing' }, icon('warning'), element('span', {}, part.message));
}

/** Gray bars where a part is on its way. */
export function skeleton(lines: number, label: string): HTMLElement {
  return element(
    'div',
    { class: 'skeleton', role: 'status' },
    element('span', { class: 'hidden-text' }, label),
    Array.from({ length: lines }, () => element('span', { class: 'bar', 'aria-hidden': 'true' })),
  );
}
