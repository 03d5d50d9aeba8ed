import type { TextRange } from '../model.ts';
import { closingPiece, type HtmlPiece, htmlPieces, inlineElements, verbatimElements } from './html-tags.ts';
import { type Counter, createCounter } from './inline.ts';
import { textTokens } from './protect.ts';
import type { Passage, Token } from './tokens.ts';

/** The passages of an HTML block: the words between tags that end a sentence, with the inline tags among them. */
export function htmlPassages(source: string, range: TextRange): readonly Passage[] {
  const pieces = htmlPieces(source, range);
  const passages: Passage[] = [];
  let run: HtmlPiece[] = [];
  const finish = () => {
    passages.push(...passageOf(source, run));
    run = [];
  };
  for (let index = 0; index < pieces.length; index += 1) {
    const piece = pieces[index];
    if (!piece) continue;
    const closing = piece.kind === 'open' && verbatimElements.includes(piece.name) ? closingPiece(pieces, index) : -1;
    const last = pieces[closing];
    if (piece.kind === 'open' && verbatimElements.includes(piece.name)) {
      // An element that never ends takes the rest with it.
      run.push({ kind: 'comment', name: piece.name, range: [piece.range[0], last?.range[1] ?? range[1]] });
      if (!last) break;
      index = closing;
      if (piece.name === 'pre') finish();
    } else if (piece.kind === 'text' || piece.kind === 'comment' || inlineElements.includes(piece.name))
      run.push(piece);
    else finish();
  }
  finish();
  return passages;
}

function passageOf(source: string, run: readonly HtmlPiece[]): readonly Passage[] {
  const first = run[0];
  const last = run.at(-1);
  const words = run.filter(({ kind }) => kind === 'text').map(({ range }) => source.slice(...range));
  if (!first || !last || !words.some(text => /\p{L}/u.test(text))) return [];
  const tokens = runTokens(source, run, createCounter());
  return [{ range: [first.range[0], last.range[1]], context: 'html', tokens, startsLine: false, heading: false }];
}

function runTokens(source: string, run: readonly HtmlPiece[], count: Counter): readonly Token[] {
  const tokens: Token[] = [];
  for (let index = 0; index < run.length; index += 1) {
    const piece = run[index];
    if (!piece) continue;
    const closing = piece.kind === 'open' ? closingPiece(run, index) : -1;
    const close = run[closing];
    if (piece.kind === 'text') tokens.push(...textTokens(source, piece.range));
    else if (close) {
      const pair = count();
      tokens.push(
        { kind: 'open', role: 'tag', pair, range: piece.range },
        ...runTokens(source, run.slice(index + 1, closing), count),
        { kind: 'close', role: 'tag', pair, range: close.range },
      );
      index = closing;
    } else {
      const role = piece.name === 'img' ? 'image' : verbatimElements.includes(piece.name) ? 'code' : 'tag';
      tokens.push({ kind: 'void', role, range: piece.range });
    }
  }
  return tokens;
}
