import type { Code } from 'mdast';
import type { TextRange } from '../model.ts';
import { containsHan } from './han.ts';
import type { Passage } from './tokens.ts';

/** Signs that begin a comment, up to the end of the line, in the languages of READMEs. */
const comment = /(?<=^|\s)(?:\/\/+|#+|--|;+|\*|\/\*+|<!--)[ \t]*(?<words>[^\n]*?)[ \t]*(?:\*+\/|-->)?[ \t]*$/gm;

/** The comments of a code block that hold Chinese, one passage for each line. */
export function commentPassages(source: string, node: Code, range: TextRange | undefined): readonly Passage[] {
  if (!range || !containsHan(node.value)) return [];
  return [...source.slice(...range).matchAll(comment)].flatMap(match => {
    const words = match.groups?.words ?? '';
    if (!containsHan(words)) return [];
    const start = range[0] + match.index + match[0].indexOf(words);
    const place = [start, start + words.length] as const;
    return [
      {
        range: place,
        context: 'comment' as const,
        tokens: [{ kind: 'text' as const, range: place }],
        startsLine: false,
        heading: false,
      },
    ];
  });
}
