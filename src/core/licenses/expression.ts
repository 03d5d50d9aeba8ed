// The projects of the pages reach this file too, without the list of files that names the declaration.
/// <reference path="./spdx-expression-parse.d.ts" />
import parse, { type Parsed } from 'spdx-expression-parse';
import { canonicalException, canonicalId, noAssertion, noLicense } from './identifiers.ts';

/** One license, possibly with an exception. `NOASSERTION` and `NONE` are licenses in this sense too. */
export interface LicenseTerm {
  readonly kind: 'license';
  /** As SPDX writes it; `LicenseRef-...` where SPDX has no id. */
  readonly id: string;
  /** "or any later version" of a license whose id does not say it, as in `EUPL-1.1+`. */
  readonly orLater: boolean;
  readonly exception?: string | undefined;
}

/** `or`: take one of them; `and`: all of them apply. */
export interface LicenseCompound {
  readonly kind: 'and' | 'or';
  readonly operands: readonly LicenseExpression[];
}

export type LicenseExpression = LicenseTerm | LicenseCompound;

/** No real expression comes near these; what does is made to hurt. */
const longestExpression = 4_000;
const deepestExpression = 50;

/** Stand-ins for words that the parser does not know, so that they may stand inside an expression. */
const standIns = new Map([
  ['noassertion', 'LicenseRef-NOASSERTION'],
  ['none', 'LicenseRef-NONE'],
]);
const stoodFor = new Map([
  ['LicenseRef-NOASSERTION', noAssertion],
  ['LicenseRef-NONE', noLicense],
]);

/**
 * Reads an SPDX license expression, in any case, with old ids brought to their present form. npm's words are known:
 * `UNLICENSED` is proprietary, `SEE LICENSE IN file` says nothing by itself. Never throws: `undefined` for anything else.
 */
export function parseExpression(text: string): LicenseExpression | undefined {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > longestExpression) return undefined;
  if (/^see licen[sc]e in /i.test(trimmed)) return term(noAssertion);
  const written = canonicalText(trimmed);
  if (written === undefined) return undefined;
  try {
    return fromParsed(parse(written));
  } catch {
    return undefined; // The parser's only way to say that this is no expression.
  }
}

/** Whether the text is an expression that `parseExpression` reads. */
export function isLicenseExpression(text: string): boolean {
  return parseExpression(text) !== undefined;
}

/** The text of an expression, with parentheses wherever a reader might doubt what belongs together. */
export function formatExpression(expression: LicenseExpression): string {
  if (expression.kind === 'license') {
    const { id, orLater, exception } = expression;
    return `${id}${orLater ? '+' : ''}${exception === undefined ? '' : ` WITH ${exception}`}`;
  }
  const parts = expression.operands.map(operand =>
    operand.kind === 'license' ? formatExpression(operand) : `(${formatExpression(operand)})`,
  );
  return parts.join(expression.kind === 'and' ? ' AND ' : ' OR ');
}

/** Joins expressions, each different one once, in the order given. `NOASSERTION` when there are none. */
export function joinExpressions(
  kind: LicenseCompound['kind'],
  expressions: readonly LicenseExpression[],
): LicenseExpression {
  const flat = expressions.flatMap(expression => (expression.kind === kind ? expression.operands : [expression]));
  const operands = [...new Map(flat.map(expression => [formatExpression(expression), expression])).values()];
  const [first] = operands;
  if (first === undefined) return term(noAssertion);
  return operands.length === 1 ? first : { kind, operands };
}

/** All licenses that an expression names. */
export function termsOf(expression: LicenseExpression): readonly LicenseTerm[] {
  return expression.kind === 'license' ? [expression] : expression.operands.flatMap(termsOf);
}

/** A license by its canonical id. */
export function term(id: string): LicenseTerm {
  return { kind: 'license', id, orLater: false };
}

/** The expression with every id in its present form; `undefined` where a word is neither id nor operator. */
function canonicalText(text: string): string | undefined {
  const words = text.match(/[()]|[^\s()]+/g) ?? [];
  const canonical: string[] = [];
  let depth = 0;
  for (const [index, word] of words.entries()) {
    if (word === '(') depth += 1;
    if (word === ')') depth -= 1;
    if (depth > deepestExpression) return undefined;
    const next = word === '(' || word === ')' ? word : canonicalWord(word, words[index - 1]);
    if (next === undefined) return undefined;
    canonical.push(next);
  }
  return canonical.join(' ');
}

function canonicalWord(word: string, before: string | undefined): string | undefined {
  if (/^(and|or|with)$/i.test(word)) return word.toUpperCase();
  if (before !== undefined && /^with$/i.test(before)) return canonicalException(word) ?? canonicalId(word);
  return standIns.get(word.toLowerCase()) ?? canonicalId(word);
}

function fromParsed(parsed: Parsed): LicenseExpression {
  if ('conjunction' in parsed) {
    return joinExpressions(parsed.conjunction, [fromParsed(parsed.left), fromParsed(parsed.right)]);
  }
  const { license, plus, exception } = parsed;
  return {
    kind: 'license',
    id: stoodFor.get(license) ?? license,
    orLater: plus ?? false,
    ...(exception === undefined ? {} : { exception }),
  };
}
