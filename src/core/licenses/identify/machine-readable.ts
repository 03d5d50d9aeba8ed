import type { LicenseIdentification, TextRange } from '../../model.ts';
import {
  formatExpression,
  joinExpressions,
  type LicenseExpression,
  parseExpression,
  term,
  termsOf,
} from '../expression.ts';
import { additionalTermsId, noAssertion } from '../identifiers.ts';
import { licenseOfDebianName } from './debian-names.ts';
import { isHarmless, kindOf } from './leftover.ts';
import { sentencesIn } from './sentences.ts';

/** One field of a paragraph: its first line, and the lines that go on after it, with their place. */
interface Field {
  readonly name: string;
  readonly first: string;
  readonly body: TextRange;
}

/** More licenses than any package has; what is beyond makes the result uncertain. */
const mostLicenses = 120;

/** The beginning may be damaged: what counts is the address of the format, and fields that name files and licenses. */
const format = /^[\w-]*:\s*\S*(?:copyright-format|dep5|dep-5)/im;
const paragraphs = /^Files:[\s\S]*^License:/im;

/** Is it a copyright file as Debian packages carry it, in the form that programs read? */
export function isMachineReadable(text: string): boolean {
  return format.test(text.slice(0, 2_000)) && paragraphs.test(text);
}

/**
 * Reads such a file: all licenses that its paragraphs name apply to some part, so they are joined by AND, and `or`
 * inside a name is a choice. A name counts only as far as the text beside it bears it out. Source: "Machine-readable
 * debian/copyright file" 1.0. `identify` is asked for each license text; its offsets are those of `text`.
 */
export function readMachineReadable(
  original: string,
  identify: (text: string) => LicenseIdentification,
): LicenseIdentification {
  const text = original.replace(/^([ \t])\.(?=[ \t]*\r?$)/gm, '$1 ');
  const fields = fieldsOf(text);
  const licenses = fields.filter(({ name }) => name === 'license');
  const texts = new Map<string, Reading>();
  const readings = licenses.slice(0, mostLicenses).map(field => readText(text, field, identify));
  for (const reading of readings) if (!texts.has(reading.key) || reading.hasText) texts.set(reading.key, reading);
  const used = licenses.slice(0, mostLicenses).map(field => expressionOf(field.first, texts));
  const known = used.filter(one => one !== undefined);
  const remarks = fields
    .filter(({ name }) => /^(?:comment|disclaimer)$/.test(name))
    .flatMap(field => remarksOf(text, field));
  const additions = [...readings.flatMap(reading => reading.additions), ...remarks];
  const limited = licenses.length > mostLicenses || remarks.length > 0 || used.includes(undefined);
  const whole = joinExpressions('and', limited && known.length > 0 ? [...known, term(additionalTermsId)] : known);
  return {
    expression: formatExpression(withoutNothing(whole)),
    matches: readings.flatMap(reading => reading.matches),
    additions: additions.slice(0, 200),
    confidence: limited || known.length === 0 ? 'low' : 'medium',
  };
}

/** The public domain and the like ask for nothing beside another license. */
function withoutNothing(expression: LicenseExpression): LicenseExpression {
  if (expression.kind !== 'and') return expression;
  return joinExpressions(
    'and',
    expression.operands.filter(one => formatExpression(one) !== noAssertion),
  );
}

function fieldsOf(text: string): readonly Field[] {
  const starts = [...text.matchAll(/^([A-Za-z][A-Za-z-]*):[ \t]*(.*)$/gm)];
  return starts.map((match, index) => {
    const start = match.index + match[0].length;
    return {
      name: (match[1] ?? '').toLowerCase(),
      first: (match[2] ?? '').trim(),
      body: [start, starts[index + 1]?.index ?? text.length],
    };
  });
}

interface Reading {
  readonly key: string;
  readonly hasText: boolean;
  /** What the text says; `undefined` where it says nothing that is understood. */
  readonly expression: LicenseExpression | undefined;
  /** Whether nothing in the text speaks against the name. */
  readonly harmless: boolean;
  readonly matches: LicenseIdentification['matches'];
  readonly additions: LicenseIdentification['additions'];
}

function readText(text: string, { first, body }: Field, identify: (text: string) => LicenseIdentification): Reading {
  const nameIsText = first.length > 60 && !/\b(?:and|or)\b.*\d/.test(first);
  const start = nameIsText ? text.lastIndexOf(first, body[0]) : body[0];
  const content = text.slice(start, body[1]);
  const key = keyOf(first);
  if (content.trim() === '') {
    return { key, hasText: false, expression: undefined, harmless: true, matches: [], additions: [] };
  }
  const found = identify(content);
  const move = ([from, to]: TextRange): TextRange => [from + start, to + start];
  const additions = found.additions.map(one => ({ ...one, range: move(one.range) }));
  return {
    key,
    hasText: true,
    expression: found.expression === noAssertion ? undefined : parseExpression(found.expression),
    harmless: additions.every(({ kind }) => isHarmless(kind)),
    matches: found.matches.map(one => ({ ...one, range: move(one.range) })),
    additions: additions.filter(({ kind }) => !isHarmless(kind)),
  };
}

/** Sentences of a remark that limit something, or that nobody knows: a remark may hold anything. */
function remarksOf(text: string, { first, body }: Field): LicenseIdentification['additions'] {
  const start = body[0] - first.length;
  return sentencesIn(text, [Math.max(0, start), body[1]])
    .map(sentence => ({ ...sentence, kind: kindOf(sentence, []) }))
    .filter(({ kind }) => !isHarmless(kind));
}

function keyOf(name: string): string {
  return name.toLowerCase().replace(/\s+/g, ' ').replace(/[,.]$/, '');
}

/** `GPL-2+ or Artistic`, `Expat and BSD-3-clause`, `A, and B or C`: "and" binds closer, a comma less close. */
function expressionOf(name: string, texts: ReadonlyMap<string, Reading>): LicenseExpression | undefined {
  const own = texts.get(keyOf(name));
  if (own?.hasText && !/\s(?:and|or)\s|,/.test(name)) return meaningOf(name, own);
  for (const [pattern, kind] of separators) {
    const parts = name.split(pattern);
    if (parts.length < 2) continue;
    const operands = parts.map(part => expressionOf(part, texts));
    const known = operands.filter(one => one !== undefined);
    // A text that belongs to the whole name tells what its parts mean.
    if (known.length < operands.length) return own?.hasText ? meaningOf(name, own) : undefined;
    const joined = joinExpressions(kind, known);
    return own?.hasText && !own.harmless && own.expression
      ? joinExpressions('and', [joined, term(additionalTermsId)])
      : joined;
  }
  return meaningOf(name, own);
}

const separators: readonly (readonly [RegExp, 'and' | 'or'])[] = [
  [/,\s*and\s+/i, 'and'],
  [/,\s*or\s+|\s*\|\s*|_or_/i, 'or'],
  [/\s+or\s+/i, 'or'],
  [/\s+and\s+|,\s+|\s*&\s*/i, 'and'],
];

function meaningOf(name: string, reading: Reading | undefined): LicenseExpression | undefined {
  const known = licenseOfDebianName(name);
  if (!reading?.hasText) return known ?? (isPublicDomain(name) ? term(noAssertion) : undefined);
  const said = reading.expression;
  if (said === undefined) {
    if (!reading.harmless) return undefined;
    return known ?? (isPublicDomain(name) ? term(noAssertion) : undefined);
  }
  if (isCustom(said)) {
    // Sentences that nobody knows beside a license of the same name: the name says its version.
    const isNamed = known !== undefined && sharesFamily(known, withoutTerms(said));
    return isNamed ? joinExpressions('and', [known, term(additionalTermsId)]) : said;
  }
  // A notice of a GNU license says the same as the name, often without its version.
  return known && sharesFamily(known, said) ? known : said;
}

function isPublicDomain(name: string): boolean {
  return /^(?:public[- ]domain|pd|none)$/i.test(name.trim());
}

function withoutTerms(expression: LicenseExpression): LicenseExpression {
  return expression.kind === 'and'
    ? joinExpressions(
        'and',
        expression.operands.filter(one => formatExpression(one) !== additionalTermsId),
      )
    : expression;
}

function isCustom(expression: LicenseExpression): boolean {
  return termsOf(expression).some(({ id }) => id === additionalTermsId || id.endsWith('-modified'));
}

function sharesFamily(one: LicenseExpression, other: LicenseExpression): boolean {
  const families = (expression: LicenseExpression) => termsOf(expression).map(({ id }) => id.replace(/-.*$/, ''));
  const known = new Set(families(one));
  return (
    families(other).every(family => known.has(family)) && termsOf(one).every(({ id }) => /^(?:L|A)?GPL|^GFDL/.test(id))
  );
}
