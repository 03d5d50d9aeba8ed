import * as l10n from '@vscode/l10n';
import type { PageSentence } from '../protocol.ts';
import { button, element } from './dom.ts';
import { type FoundSentence, sentenceAt } from './sentences.ts';

/** How long the mouse has to rest, and how long the card stays when it has left, ms. */
const restFor = 350;
const stayFor = 300;
const highlightName = 'gitee-scout-sentence';

export interface CardSource {
  /** The sentences of the translation that is shown; none while the original is. */
  readonly sentences: () => readonly PageSentence[];
  /** BCP 47 tag of the original. */
  readonly language: () => string;
  readonly correct: (index: number) => void;
}

/** Shows the original of the sentence under the mouse, with the way to correct it, and remarks on words. */
export function showCards(container: HTMLElement, { sentences, language, correct }: CardSource): void {
  const card = element('div', { id: 'sentence-card', class: 'sentence-card', role: 'note', hidden: true });
  // Inside of the page's landmark, so that it is found there.
  (container.closest('main') ?? document.body).append(card);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let place = { x: 0, y: 0 };

  const later = (wait: number, work: () => void) => {
    clearTimeout(timer);
    timer = setTimeout(work, wait);
  };
  const hide = () => {
    card.hidden = true;
    CSS.highlights?.delete(highlightName);
  };
  const showAt = (bottom: number, left: number, children: readonly (Node | string)[]) => {
    card.replaceChildren(...children);
    card.hidden = false;
    const { width, height } = card.getBoundingClientRect();
    const room = document.documentElement.clientWidth - width - 8;
    card.style.left = `${Math.max(8, Math.min(left, room)) + window.scrollX}px`;
    const below = bottom + 6;
    const fits = below + height < document.documentElement.clientHeight;
    card.style.top = `${(fits ? below : Math.max(8, bottom - height - 34)) + window.scrollY}px`;
  };
  const showNote = (term: HTMLElement) => {
    const { bottom, left } = term.getBoundingClientRect();
    showAt(bottom, left, [element('p', {}, term.dataset.note ?? '')]);
  };
  const showSentence = ({ sentence, index, range }: FoundSentence, { x, y }: typeof place) => {
    const rectangle = [...range.getClientRects()].find(each => each.top <= y && each.bottom >= y);
    CSS.highlights?.set(highlightName, new Highlight(range));
    showAt(rectangle?.bottom ?? y, x, [
      element('p', { lang: language() }, sentence.original),
      element(
        'div',
        { class: 'card-actions' },
        sentence.corrected && element('span', { class: 'kind' }, l10n.t('Corrected by a person')),
        button(
          l10n.t('Correct'),
          () => {
            hide();
            correct(index);
          },
          { look: 'quiet', icon: 'edit', key: 'correct-here' },
        ),
      ),
    ]);
  };
  const look = () => {
    const target = document.elementFromPoint(place.x, place.y);
    if (!target || !container.contains(target)) return card.matches(':hover') ? undefined : hide();
    const term = target.closest<HTMLElement>('abbr.term');
    if (term) return showNote(term);
    const found = sentenceAt(container, sentences(), place);
    return found ? showSentence(found, place) : hide();
  };

  container.addEventListener('pointermove', ({ clientX, clientY, buttons }) => {
    place = { x: clientX, y: clientY };
    // Whoever selects text must not be disturbed.
    if (buttons === 0) later(restFor, look);
  });
  container.addEventListener('pointerleave', () => later(stayFor, () => !card.matches(':hover') && hide()));
  card.addEventListener('pointerenter', () => clearTimeout(timer));
  card.addEventListener('pointerleave', () => later(stayFor, hide));
  container.addEventListener('focusin', ({ target }) => {
    const term = target instanceof Element ? target.closest<HTMLElement>('abbr.term') : null;
    if (term) showNote(term);
  });
  container.addEventListener('focusout', hide);
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && hide());
  document.addEventListener('pointerdown', ({ target }) => target instanceof Node && !card.contains(target) && hide());
  window.addEventListener('scroll', hide, { passive: true });
}
