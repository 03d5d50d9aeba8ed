import type { ReadmeText, ReadmeTexts, ReadmeView } from '../protocol.ts';
import { element } from './dom.ts';
import { markLeft } from './left-marks.ts';
import { readmeNodes } from './markdown.ts';
import { markNotes } from './notes.ts';

/**
 * Shows the README. What is there already and did not change is left alone, and the line that is being read stays where
 * it is while a translation comes in.
 */
export function createReadmeText(container: HTMLElement) {
  let shown = '';
  return {
    show({ original, translated }: ReadmeTexts, view: ReadmeView): void {
      const text = view === 'original' ? original : translated;
      const both = view === 'both' && original !== null && translated !== null;
      const key = JSON.stringify([view, both ? original : null, text]);
      if (key === shown) return;
      shown = key;
      container.hidden = !text;
      container.classList.toggle('side-by-side', both);
      container.lang = both ? '' : (text?.language ?? '');
      container.dataset.view = text === null ? '' : view;
      const fresh = both ? rows(original, translated) : text ? nodesOf(text) : document.createDocumentFragment();
      keepPlace(container, () => patch(container, fresh));
      markLeft(container, view === 'original' ? [] : translated?.left);
    },
  };
}

function nodesOf(text: ReadmeText): DocumentFragment {
  const nodes = readmeNodes(text.html, 2);
  markNotes(nodes, text.notes ?? []);
  return nodes;
}

/**
 * One row for each block at the top: both columns scroll as one, and every block stands beside its translation however
 * long either of them is.
 */
function rows(original: ReadmeText, translated: ReadmeText): DocumentFragment {
  const [left, right] = [nodesOf(original), nodesOf(translated)];
  // A name that is there twice would lead to the first only; the anchors belong to the translation.
  for (const each of left.querySelectorAll('[id]')) each.removeAttribute('id');
  const [lefts, rights] = [[...left.children], [...right.children]];
  const pairs =
    lefts.length === rights.length
      ? lefts.map((each, index) => [[each], [rights[index]]] as const)
      : [[lefts, rights] as const];
  const fragment = document.createDocumentFragment();
  for (const [one, other] of pairs) {
    const cell = (text: ReadmeText, side: string, nodes: readonly (Element | undefined)[]) =>
      element('div', { class: `cell ${side}`, lang: text.language }, nodes);
    fragment.append(
      element('div', { class: 'row' }, cell(original, 'original', one), cell(translated, 'translated', other)),
    );
  }
  return fragment;
}

/** Replaces only what is different. */
function patch(container: HTMLElement, fresh: DocumentFragment): void {
  keepFolds(container, fresh);
  const [old, next] = [[...container.childNodes], [...fresh.childNodes]];
  let start = 0;
  while (start < old.length && start < next.length && isSame(old[start], next[start])) start += 1;
  let end = 0;
  while (end < old.length - start && end < next.length - start && isSame(old.at(-1 - end), next.at(-1 - end))) end += 1;
  const middle = next.slice(start, next.length - end);
  const gone = old.slice(start, old.length - end);
  const equalCount = middle.length === gone.length;
  for (const [index, node] of gone.entries()) {
    const replacement = equalCount ? middle[index] : undefined;
    if (!equalCount || !replacement) node.remove();
    else if (!isSame(node, replacement)) container.replaceChild(replacement, node);
  }
  if (!equalCount) {
    const before = container.childNodes[start] ?? null;
    for (const node of middle) container.insertBefore(node, before);
  }
}

function isSame(one: Node | undefined, other: Node | undefined): boolean {
  return one !== undefined && other !== undefined && one.isEqualNode(other);
}

/** What the reader opened stays open. */
function keepFolds(container: HTMLElement, fresh: DocumentFragment): void {
  const [old, next] = [container.querySelectorAll('details'), fresh.querySelectorAll('details')];
  if (old.length !== next.length) return;
  for (const [index, fold] of old.entries()) {
    const same = next[index];
    if (same) same.open = fold.open;
  }
}

/** The block at the top of the window stays there, when the README has been scrolled to. */
function keepPlace(container: HTMLElement, change: () => void): void {
  const anchor = container.getBoundingClientRect().top < 0 ? firstVisible(container) : undefined;
  const top = anchor?.getBoundingClientRect().top ?? 0;
  const number = anchor?.dataset.block;
  change();
  if (number === undefined) return;
  const again = container.querySelector<HTMLElement>(`[data-block="${CSS.escape(number)}"]`);
  if (again) window.scrollBy({ top: again.getBoundingClientRect().top - top, behavior: 'instant' });
}

function firstVisible(container: HTMLElement): HTMLElement | undefined {
  for (const block of container.querySelectorAll<HTMLElement>('[data-block]')) {
    if (block.getBoundingClientRect().bottom > 0 && block.querySelector('[data-block]') === null) return block;
  }
  return undefined;
}
