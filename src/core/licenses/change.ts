import { classOf, type LicenseClass } from './classes.ts';
import { formatExpression, type LicenseExpression, parseExpression, termsOf } from './expression.ts';
import { noAssertion, noLicense } from './identifiers.ts';

/**
 * How the license of today differs from that of a day before.
 *
 * - `stricter`: it asks for more, or limits who may use the work. `looser`: it asks for less. `other`: another of a kind.
 * - `found`: nothing was known before. `lost`: somebody looked, and there is none any more.
 */
export type LicenseChangeKind = 'stricter' | 'looser' | 'other' | 'found' | 'lost';

export interface LicenseChange {
  readonly kind: LicenseChangeKind;
  /** SPDX expressions, `NOASSERTION` where nothing is known. */
  readonly from: string;
  readonly to: string;
  /** An English sentence that says what it means. */
  readonly sentence: string;
}

/**
 * Has the license changed between the day on which `saved` was written down and today? `undefined` where it has not, and
 * where today's is not known well enough to say: pass `complete: false` while files are still being read or could not be.
 * The order of operands, old spellings of ids, and `-only` beside `-or-later` of one GNU license are no change.
 */
export function licenseChange(
  saved: string,
  today: { readonly expression: string; readonly complete: boolean },
): LicenseChange | undefined {
  const [before, now] = [read(saved), read(today.expression)];
  const [from, to] = [formatted(before, saved), formatted(now, today.expression)];
  if (before && now && keyOf(before) === keyOf(now)) return undefined;
  if (!before && !now) return undefined;
  const change = (kind: LicenseChangeKind, sentence: string): LicenseChange => ({ kind, from, to, sentence });
  if (!now) {
    return today.complete ? change('lost', `It was ${from} when it was saved; today no license was found.`) : undefined;
  }
  if (!before) return change('found', `Nothing was known of its license when it was saved; today it is ${to}.`);
  // Half of the evidence can only show more than it holds, never less.
  const [was, is] = [severity(before), severity(now)];
  if (!today.complete && is <= was) return undefined;
  const lead = `It was ${from} when it was saved; today it is ${to}`;
  if (is > was) return change('stricter', `${lead}, which ${meaning(now)}. Check again whether it fits.`);
  if (is < was) return change('looser', `${lead}, which asks for less.`);
  return change('other', `${lead}. Check its duties again.`);
}

/** The expression, unless it says nothing. */
function read(text: string): LicenseExpression | undefined {
  const parsed = parseExpression(text);
  const silent = parsed?.kind === 'license' && (parsed.id === noAssertion || parsed.id === noLicense);
  return silent ? undefined : parsed;
}

function formatted(parsed: LicenseExpression | undefined, text: string): string {
  return parsed ? formatExpression(parsed) : text.trim() === noLicense ? noLicense : noAssertion;
}

/** One key for what means the same: the text of a GNU license does not tell `-only` from `-or-later`. */
function keyOf(expression: LicenseExpression): string {
  if (expression.kind === 'license') return formatExpression(expression).replace(/-(only|or-later)\b/, '');
  return `(${[...new Set(expression.operands.map(keyOf))].sort().join(` ${expression.kind} `)})`;
}

/** From what asks for nothing to what allows nothing. */
const order: readonly LicenseClass[] = [
  'public-domain',
  'permissive',
  'file-copyleft',
  'library-copyleft',
  'strong-copyleft',
  'network-copyleft',
  'unknown',
  'source-available',
  'field-limited',
  'non-commercial',
  'territorial',
  'proprietary',
  'none',
];

/** Of a choice the mildest counts, of what applies together the most severe. */
function severity(expression: LicenseExpression): number {
  if (expression.kind === 'license') return order.indexOf(classOf(expression));
  const parts = expression.operands.map(severity);
  return expression.kind === 'or' ? Math.min(...parts) : Math.max(...parts);
}

function meaning(expression: LicenseExpression): string {
  const worst = termsOf(expression)
    .map(classOf)
    .sort((one, other) => order.indexOf(other) - order.indexOf(one))[0];
  return meanings[worst ?? 'unknown'];
}

const meanings: Readonly<Record<LicenseClass, string>> = {
  'public-domain': 'asks for nothing',
  permissive: 'asks for notices',
  'file-copyleft': 'binds its files and changes to them',
  'library-copyleft': 'binds the library and changes to it',
  'strong-copyleft': 'binds the whole work that is given out',
  'network-copyleft': 'binds the whole work, also when it is only offered over a network',
  unknown: 'carries terms that someone has to read',
  'source-available': 'is no open-source license and limits the use',
  'field-limited': 'limits who may use it and for what',
  'non-commercial': 'allows no commercial use',
  territorial: 'does not hold in every country',
  proprietary: 'reserves all rights',
  none: 'grants no right at all',
};
