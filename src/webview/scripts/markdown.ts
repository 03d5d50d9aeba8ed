import * as l10n from '@vscode/l10n';
import { element } from './dom.ts';

/** The sanitizer of the core puts this before every id, so that a README cannot take the page's own ids. */
const idPrefix = 'user-content-';

/**
 * Makes nodes of HTML that the core has sanitized. It is parsed in a document of its own, where no script runs and
 * nothing loads; the page's content policy stands behind.
 */
export function readmeNodes(html: string, pageHeadingLevel: number): DocumentFragment {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const fragment = document.createDocumentFragment();
  fragment.append(...Array.from(parsed.body.childNodes, node => document.importNode(node, true)));
  levelHeadings(fragment, pageHeadingLevel);
  for (const image of fragment.querySelectorAll('img')) {
    if (!image.hasAttribute('alt')) image.alt = '';
    image.loading = 'lazy';
  }
  for (const box of fragment.querySelectorAll<HTMLInputElement>('input[type=checkbox]')) {
    box.setAttribute('aria-label', box.checked ? l10n.t('Done') : l10n.t('Not done'));
  }
  // Wide tables and code scroll on their own, and must be reachable by keyboard to do so.
  for (const table of fragment.querySelectorAll('table')) {
    const frame = element('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': l10n.t('Table') });
    table.replaceWith(frame);
    frame.append(table);
  }
  for (const code of fragment.querySelectorAll('pre')) code.tabIndex = 0;
  return fragment;
}

/** A README's first level is below the page's own: seen alike, but in order for a screen reader. */
function levelHeadings(fragment: DocumentFragment, pageHeadingLevel: number): void {
  let last = pageHeadingLevel;
  for (const heading of fragment.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const level = Math.min(Number(heading.tagName.slice(1)) + pageHeadingLevel, last + 1, 6);
    heading.setAttribute('role', 'heading');
    heading.setAttribute('aria-level', String(level));
    last = level;
  }
}

/** Follows links inside the README: VS Code does not know the prefix of the ids. */
export function followAnchors(container: HTMLElement): void {
  container.addEventListener('click', event => {
    const anchor = event.target instanceof Element ? event.target.closest('a') : null;
    const href = anchor?.getAttribute('href');
    if (!href?.startsWith('#') || href.length < 2) return;
    event.preventDefault();
    event.stopPropagation();
    const target = targetOf(href.slice(1));
    if (!target) return;
    target.scrollIntoView({ block: 'start' });
    target.setAttribute('tabindex', '-1');
    target.focus({ preventScroll: true });
  });
}

function targetOf(fragment: string): HTMLElement | null {
  const plain = decoded(fragment);
  const names = [plain, plain.toLowerCase()].flatMap(name => [name, `${idPrefix}${name}`]);
  for (const name of names) {
    const found = document.getElementById(name) ?? document.getElementsByName(name)[0];
    if (found?.closest('#readme')) return found;
  }
  return null;
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
