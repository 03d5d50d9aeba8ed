import type { TextRange } from '../model.ts';
import type { Role, Token } from './tokens.ts';

/** What stays as it is inside of words, by the first alternative that fits. Only ASCII: no Chinese is ever part of it. */
const patterns: readonly (readonly [Role, RegExp])[] = [
  ['tag', /\[!(?:note|tip|important|warning|caution)\]|\[\[?toc\]?\]/i],
  ['character', /\\[!-/:-@[-`{-~]/],
  ['character', /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/i],
  ['address', /(?:[a-z][a-z\d+.-]{1,20}:\/\/|www\.)[!-;=?-_a-z~]*[\w/#=&~-]/i],
  ['address', /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/],
  ['emoji', /:[a-z\d_+-]{2,40}:(?![\w:])/],
  ['name', /\{\{[ -z|~]{0,80}\}\}|\$\{[ -z|~]{0,80}\}|\{[A-Za-z_][\w.]{0,60}\}/],
  ['code', /\$(?![\s\d$])(?:[ -#%-~]{0,200}[!-#%-~])?\$(?![\w$])/],
  ['name', /[A-Za-z]:\\[\w\\.-]+/],
  ['name', /(?<![\w-])--?[A-Za-z][\w-]*(?:\.[\w-]+)*(?:=[!-)+-~]+)?/],
  ['name', /\$[A-Za-z_]\w*|%[A-Z_]{2,}%|%[sdif](?!\w)/],
  ['name', /@[A-Za-z][\w-]*(?:[./][\w-]+)*/],
  ['name', /(?:[\w@~*-][\w.@~*-]*|\.{1,2}|~)?(?:\/[\w.@*~-]*[\w*~-])+\/?/],
  ['name', /[A-Za-z_]\w*(?:::[A-Za-z_]\w*)+/],
  ['name', /(?<![\w.])v?\d+(?:\.\d+){1,3}(?:[-+][\w.]*\w|\.x)?\+?(?!\w)/],
  ['name', /[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)+(?:\(\))?/],
  ['name', /(?<!\w)\.[a-z][\w-]*(?:\.[a-z]\w*)*/],
  ['name', /[A-Za-z_]\w*\(\)/],
  ['name', /(?:[A-Za-z][A-Za-z\d]*_|_)\w+|[A-Za-z_]\w*=[!-)+-~]+/],
  ['name', /[a-z][a-z\d]*(?:-[a-z\d]+)+/],
  ['name', /(?<!\w)#\d+\b/],
  [
    'emoji',
    /(?:\p{Regional_Indicator}{2}|[#*\d]\uFE0F?\u20E3|\p{Extended_Pictographic}(?:\uFE0F|\u200D\p{Extended_Pictographic}|[\u{1F3FB}-\u{1F3FF}])*)/u,
  ],
];

const lineEnd = /[ \t]*\r?\n(?:[ \t]*>)*[ \t]*/;

const all = new RegExp(
  [`(?<line>${lineEnd.source})`, ...patterns.map(([, { source }], index) => `(?<p${index}>${source})`)].join('|'),
  'giu',
);

/** Cuts plain words into what is translated and what stays. */
export function textTokens(source: string, [start, end]: TextRange): readonly Token[] {
  const tokens: Token[] = [];
  const text = source.slice(start, end);
  let last = 0;
  const words = (until: number) => {
    if (until > last) tokens.push({ kind: 'text', range: [start + last, start + until] });
  };
  for (const match of text.matchAll(all)) {
    if (match[0] === '') continue;
    const range = [start + match.index, start + match.index + match[0].length] as const;
    words(match.index);
    last = match.index + match[0].length;
    const role = patterns.find((_, index) => match.groups?.[`p${index}`] !== undefined)?.[0];
    tokens.push(role === undefined ? { kind: 'line', range } : { kind: 'void', role, range });
  }
  words(text.length);
  return tokens;
}

/** A bare address without the Chinese words that follow it without a space. */
export function endBareAddress(text: string): string {
  return /^[^\u3000-\u303f\uff01-\uff65“”‘’]*/.exec(text)?.[0] ?? text;
}
