import type { Sentence } from '../model.ts';
import { inEnglish, say } from '../sentences/index.ts';
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
  /** Says what it means. */
  readonly said: Sentence;
  /** The same in English. */
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
  const change = (kind: LicenseChangeKind, said: Sentence): LicenseChange => ({
    kind,
    from,
    to,
    said,
    sentence: inEnglish(said),
  });
  if (!now) {
    return today.complete
      ? change('lost', say('It was {0} when it was saved; today no license was found.', from))
      : undefined;
  }
  if (!before) return change('found', say('Nothing was known of its license when it was saved; today it is {0}.', to));
  // Half of the evidence can only show more than it holds, never less.
  const [was, is] = [severity(before), severity(now)];
  if (!today.complete && is <= was) return undefined;
  if (is > was) {
    const lead = say('It was {0} when it was saved; today it is {1}.', from, to);
    return change('stricter', say('{0} {1} Check again whether it fits.', lead, meaning(now)(to)));
  }
  if (is < was) {
    return change('looser', say('It was {0} when it was saved; today it is {1}, which asks for less.', from, to));
  }
  return change('other', say('It was {0} when it was saved; today it is {1}. Check its duties again.', from, to));
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

function meaning(expression: LicenseExpression): (name: string) => Sentence {
  const worst = termsOf(expression)
    .map(classOf)
    .sort((one, other) => order.indexOf(other) - order.indexOf(one))[0];
  return meanings[worst ?? 'unknown'];
}

const meanings: Readonly<Record<LicenseClass, (name: string) => Sentence>> = {
  'public-domain': name => say('{0} asks for nothing.', name),
  permissive: name => say('{0} asks for notices.', name),
  'file-copyleft': name => say('{0} binds its files and changes to them.', name),
  'library-copyleft': name => say('{0} binds the library and changes to it.', name),
  'strong-copyleft': name => say('{0} binds the whole work that is given out.', name),
  'network-copyleft': name => say('{0} binds the whole work, also when it is only offered over a network.', name),
  unknown: name => say('{0} carries terms that someone has to read.', name),
  'source-available': name => say('{0} is no open-source license and limits the use.', name),
  'field-limited': name => say('{0} limits who may use it and for what.', name),
  'non-commercial': name => say('{0} allows no commercial use.', name),
  territorial: name => say('{0} does not hold in every country.', name),
  proprietary: name => say('{0} reserves all rights.', name),
  none: name => say('{0} grants no right at all.', name),
};
