import type { PageNote } from '../protocol.ts';

/** Words of code and addresses are no terms. */
const skipped = 'code, pre, kbd, samp, abbr, .blocked-image';

/** Underlines the first place of each word that has a remark; `sentence-card.ts` shows the remark. */
export function markNotes(fragment: DocumentFragment, notes: readonly PageNote[]): void {
  for (const { word, note } of notes) {
    const walker = document.createTreeWalker(fragment, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = placeOf(node, word);
      if (at < 0) continue;
      mark(node, at, word, note);
      break;
    }
  }
}

function placeOf(node: Node, word: string): number {
  if (word === '' || node.parentElement?.closest(skipped)) return -1;
  const text = node.textContent ?? '';
  const at = text.indexOf(word);
  // "Gitee" is no part of "Giteebot".
  const isWhole =
    at >= 0 &&
    !/\w$/.test(text.slice(0, at) + edge(word, 0)) &&
    !/^\w/.test(edge(word, -1) + text.slice(at + word.length));
  return isWhole ? at : -1;
}

/** Only words in Latin letters have edges. */
function edge(word: string, at: 0 | -1): string {
  return /\w/.test(word.at(at) ?? '') ? '' : ' ';
}

function mark(node: Node, at: number, word: string, note: string): void {
  const text = node.textContent ?? '';
  const term = document.createElement('abbr');
  term.className = 'term';
  term.tabIndex = 0;
  term.dataset.note = note;
  term.setAttribute('aria-description', note);
  term.textContent = word;
  node.parentNode?.replaceChild(term, node);
  term.before(text.slice(0, at));
  term.after(text.slice(at + word.length));
}
