import type {
  Confidence,
  Distribution,
  LicenseUse,
  LicenseVerdict,
  Sentence,
  Verdict,
  WeighedLicense,
} from '../../model.ts';
import { distinct, inEnglish, joined, say } from '../../sentences/index.ts';
import { formatExpression, type LicenseExpression, type LicenseTerm, parseExpression, termsOf } from '../expression.ts';
import { noAssertion } from '../identifiers.ts';
import { type Duty, dutiesOf } from './duties.ts';
import type { Judgment, Situation } from './judgment.ts';
import { judge } from './rules.ts';
import { type Opinion, secondOpinions } from './second-opinion.ts';
import { source } from './sources.ts';

export interface LicenseQuestion {
  /** SPDX expression of the component. */
  readonly inbound: string;
  /** SPDX expression of your own work, or `proprietary`. */
  readonly outbound: string;
  readonly use: LicenseUse;
  readonly distribution: Distribution;
  readonly modified: boolean;
  /** How sure the inbound expression is. */
  readonly confidence: Confidence;
}

/** From green to red; a whole is as bad as its worst part. */
const scale: readonly Verdict[] = ['fits', 'fits-with-duties', 'depends', 'review', 'conflict', 'no-right-found'];

/**
 * May a component under one license go into a work under another? `OR` takes the best operand and names it, `AND` the
 * worst. Rules decide; where a published table says otherwise, the verdict is `review` and shows both. What is not
 * certain is never green. No legal advice: whoever shows the verdict says so.
 */
export function weighLicense(question: LicenseQuestion): WeighedLicense {
  const { duties, ...verdict } = checkInDetail(question);
  return { ...verdict, duties: distinct(duties.map(({ text }) => text)) };
}

/** The same in English. */
export function checkLicense(question: LicenseQuestion): LicenseVerdict {
  return verdictInEnglish(weighLicense(question));
}

/** A verdict in the words of the terminal and of files. */
export function verdictInEnglish({ verdict, reason, duties, sources }: WeighedLicense): LicenseVerdict {
  return { verdict, reason: inEnglish(reason), duties: duties.map(inEnglish), sources: sources.map(inEnglish) };
}

/** A verdict whose duties can be compared with those of another license. */
export interface DetailedVerdict extends Omit<WeighedLicense, 'duties'> {
  readonly duties: readonly Duty[];
}

/** The same with the kind of each duty. */
export function checkInDetail(question: LicenseQuestion): DetailedVerdict {
  const inbound = parseExpression(question.inbound === '' ? noAssertion : question.inbound);
  if (!inbound)
    return unreadable(say('"{0}" is no license expression: the license text has to be read.', short(question.inbound)));
  const outbound = parseExpression(question.outbound);
  if (!outbound || termsOf(outbound).some(({ id }) => id === noAssertion)) {
    return unreadable(say('The license of your own work is not known: say it first.'));
  }
  return cautious(question, worst(termsOf(outbound).map(own => checkExpression(inbound, own, question))));
}

function checkExpression(inbound: LicenseExpression, outbound: LicenseTerm, situation: Situation): DetailedVerdict {
  if (inbound.kind === 'license') return checkTerm(inbound, outbound, situation);
  const parts = inbound.operands.map(operand => ({
    name: formatExpression(operand),
    verdict: checkExpression(operand, outbound, situation),
  }));
  if (inbound.kind === 'and') return worst(parts.map(({ verdict }) => verdict));
  const [best] = [...parts].sort((one, other) => rank(one.verdict) - rank(other.verdict));
  if (!best) return unreadable(say('The expression names no license.'));
  const reason = say('Of the licenses offered, take {0}. {1}', best.name, best.verdict.reason);
  return { ...best.verdict, reason };
}

function checkTerm(inbound: LicenseTerm, outbound: LicenseTerm, situation: Situation): DetailedVerdict {
  const judgment = judge(inbound, outbound, situation);
  const opinions = judgment.joined ? secondOpinions(inbound, outbound, situation) : [];
  const { verdict, reason } = weigh(judgment, opinions);
  const hopeless = verdict === 'conflict' || verdict === 'no-right-found';
  return {
    verdict,
    reason,
    duties: hopeless || verdict === 'fits' ? [] : dutiesOf(inbound, situation),
    sources: distinct([...judgment.sources, ...opinions.map(opinion => opinion.source)]),
  };
}

/** Rules first; a table that says otherwise makes it a question for people. */
function weigh(judgment: Judgment, opinions: readonly Opinion[]): Pick<Judgment, 'verdict' | 'reason'> {
  const { verdict, reason } = judgment;
  const against = opinions.filter(({ says }) => contradicts(verdict, says));
  if (against.length > 0) {
    const tables = against.map(opinion => words[opinion.says](opinion.source));
    return { verdict: 'review', reason: say('{0} But {1}.', reason, joined(tables, '; ')) };
  }
  return { verdict, reason };
}

function contradicts(verdict: Verdict, says: Opinion['says']): boolean {
  if (verdict === 'fits' || verdict === 'fits-with-duties') return says === 'incompatible' || says === 'unknown';
  if (verdict === 'depends') return says === 'incompatible';
  return verdict === 'conflict' && (says === 'compatible' || says === 'depends');
}

const words = {
  compatible: source => say('{0} says that the two are compatible', source),
  incompatible: source => say('{0} says that the two are not compatible', source),
  depends: source => say('{0} says that it depends on how they are combined', source),
  unknown: source => say('{0} says that it is not known whether the two are compatible', source),
} as const satisfies Readonly<Record<Opinion['says'], (source: Sentence) => Sentence>>;

/** The worst verdict with the duties and sources of all. */
function worst(verdicts: readonly DetailedVerdict[]): DetailedVerdict {
  const [most] = [...verdicts].sort((one, other) => rank(other) - rank(one));
  if (!most) return unreadable(say('The expression names no license.'));
  const hopeless = most.verdict === 'conflict' || most.verdict === 'no-right-found';
  const same = verdicts.filter(({ verdict }) => verdict === most.verdict);
  return {
    verdict: most.verdict,
    reason: joined(distinct(same.map(({ reason }) => reason))),
    duties: hopeless ? [] : verdicts.flatMap(({ duties }) => duties),
    sources: distinct(verdicts.flatMap(({ sources }) => sources)),
  };
}

function cautious({ confidence, inbound }: LicenseQuestion, verdict: DetailedVerdict): DetailedVerdict {
  if (confidence !== 'low' || rank(verdict) >= scale.indexOf('review')) return verdict;
  const reason = say(
    'It is not certain that the license is {0}: read the license text first. If it is: {1}',
    short(inbound),
    verdict.reason,
  );
  return { ...verdict, verdict: 'review', reason };
}

function unreadable(reason: Sentence): DetailedVerdict {
  return { verdict: 'review', reason, duties: [], sources: [source.rules] };
}

function rank({ verdict }: DetailedVerdict): number {
  return scale.indexOf(verdict);
}

function short(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
