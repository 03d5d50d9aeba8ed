import type { Confidence, Distribution, LicenseUse, LicenseVerdict, Verdict } from '../model.ts';
import { inEnglish } from '../sentences/index.ts';
import { classOf, type LicenseClass } from './classes.ts';
import { parseExpression, termsOf } from './expression.ts';
import { checkInDetail, type DetailedVerdict, verdictInEnglish } from './verdict/check.ts';

/** One side of a comparison. */
export interface ComparedLicense {
  /** SPDX expression. */
  readonly expression: string;
  readonly confidence: Confidence;
}

export interface LicenseComparison {
  readonly candidate: LicenseVerdict;
  readonly current: LicenseVerdict;
  /** Duties that both have, that only the candidate would bring, and that would fall away; as sentences. */
  readonly duties: {
    readonly both: readonly string[];
    readonly onlyCandidate: readonly string[];
    readonly onlyCurrent: readonly string[];
  };
  /** What changes with the candidate, as sentences, the weightiest first; empty where nothing does. */
  readonly differences: readonly string[];
  /** Which one fits better: by the verdict, then by the number of duties. */
  readonly better: 'candidate' | 'current' | 'same';
}

const scale: readonly Verdict[] = ['fits', 'fits-with-duties', 'depends', 'review', 'conflict', 'no-right-found'];

/**
 * What changes for one's own work (`outbound`, an SPDX expression or `proprietary`) when `candidate` takes the place of
 * `current`, both used in the same way. Of both licenses what is known is told by `confidence`: what is only named
 * somewhere is `low`, and then neither is green.
 */
export function compareLicenses(
  candidate: ComparedLicense,
  current: ComparedLicense,
  situation: {
    readonly outbound: string;
    readonly use: LicenseUse;
    readonly distribution: Distribution;
    readonly modified: boolean;
  },
): LicenseComparison {
  const ask = ({ expression, confidence }: ComparedLicense) =>
    checkInDetail({ inbound: expression, confidence, ...situation });
  const [mine, old] = [ask(candidate), ask(current)];
  const differences = [
    ...verdictDifference(mine, old),
    ...classDifferences(candidate.expression, current.expression),
    ...(mine.duties.length + old.duties.length > 0 ? dutyDifference(mine, old) : []),
  ];
  return {
    candidate: plain(mine),
    current: plain(old),
    duties: {
      both: sentences(mine.duties.filter(has(old))),
      onlyCandidate: sentences(mine.duties.filter(duty => !has(old)(duty))),
      onlyCurrent: sentences(old.duties.filter(duty => !has(mine)(duty))),
    },
    differences,
    better: better(mine, old),
  };
}

type Duty = DetailedVerdict['duties'][number];

function has({ duties }: DetailedVerdict): (duty: Duty) => boolean {
  const kinds = new Set(duties.map(({ kind }) => kind));
  return ({ kind }) => kinds.has(kind);
}

function sentences(duties: readonly Duty[]): readonly string[] {
  return [...new Set(duties.map(({ text }) => inEnglish(text)))];
}

function plain({ duties, ...verdict }: DetailedVerdict): LicenseVerdict {
  return { ...verdictInEnglish({ ...verdict, duties: [] }), duties: sentences(duties) };
}

function better(mine: DetailedVerdict, old: DetailedVerdict): LicenseComparison['better'] {
  const difference =
    scale.indexOf(mine.verdict) - scale.indexOf(old.verdict) ||
    sentences(mine.duties).length - sentences(old.duties).length;
  return difference < 0 ? 'candidate' : difference > 0 ? 'current' : 'same';
}

function verdictDifference(mine: DetailedVerdict, old: DetailedVerdict): readonly string[] {
  if (mine.verdict === old.verdict) return [];
  return [`The candidate ${words[mine.verdict]}; what you use now ${words[old.verdict]}.`];
}

const words = {
  fits: 'fits your license',
  'fits-with-duties': 'fits your license with duties',
  depends: 'may fit, depending on how it is used',
  review: 'needs someone to read its terms',
  conflict: 'conflicts with your license',
  'no-right-found': 'gives no right that was found',
} as const satisfies Record<Verdict, string>;

/** What one of the two does and the other does not, by the classes of their licenses. */
const properties: readonly {
  readonly classes: readonly LicenseClass[];
  readonly gains: string;
  readonly loses: string;
}[] = [
  {
    classes: ['source-available', 'non-commercial', 'field-limited', 'territorial', 'proprietary', 'none'],
    gains: 'The candidate limits who may use it, for what, or where; what you use now does not.',
    loses: 'What you use now limits who may use it, for what, or where; the candidate does not.',
  },
  {
    classes: ['network-copyleft'],
    gains: 'The candidate asks for the source also when your work is only offered over a network.',
    loses: 'What you use now asks for the source also over a network; the candidate does not.',
  },
  {
    classes: ['strong-copyleft', 'network-copyleft'],
    gains: 'The candidate binds the whole work that contains it.',
    loses: 'What you use now binds the whole work that contains it; the candidate does not.',
  },
  {
    classes: ['file-copyleft', 'library-copyleft', 'strong-copyleft', 'network-copyleft'],
    gains:
      'Changes to the candidate have to be given out as source with every copy; what you use now does not ask that.',
    loses: 'Changes to the candidate may stay closed; those to what you use now may not.',
  },
  {
    classes: ['unknown'],
    gains: 'The candidate has terms that this product does not know.',
    loses: 'What you use now has terms that this product does not know; the candidate has none of that kind.',
  },
];

function classDifferences(candidate: string, current: string): readonly string[] {
  const [mine, old] = [classesOf(candidate), classesOf(current)];
  return properties.flatMap(({ classes, gains, loses }) => {
    const [now, before] = [classes.some(one => mine.has(one)), classes.some(one => old.has(one))];
    return now === before ? [] : [now ? gains : loses];
  });
}

/** The classes of a license; of a choice only those that nobody can avoid. */
function classesOf(expression: string): ReadonlySet<LicenseClass> {
  const parsed = parseExpression(expression);
  if (!parsed) return new Set(['unknown']);
  if (parsed.kind !== 'or') return new Set(termsOf(parsed).map(classOf));
  const sets = parsed.operands.map(operand => termsOf(operand).map(classOf));
  return new Set(sets[0]?.filter(kind => sets.every(set => set.includes(kind))));
}

function dutyDifference(mine: DetailedVerdict, old: DetailedVerdict): readonly string[] {
  const [more, fewer] = [mine.duties.filter(duty => !has(old)(duty)), old.duties.filter(duty => !has(mine)(duty))];
  const told = [
    ...(more.length > 0 ? [`duties it brings: ${sentences(more).length}`] : []),
    ...(fewer.length > 0 ? [`duties that fall away: ${sentences(fewer).length}`] : []),
  ].join('; ');
  return told === '' ? [] : [`${told[0]?.toUpperCase() ?? ''}${told.slice(1)}.`];
}
