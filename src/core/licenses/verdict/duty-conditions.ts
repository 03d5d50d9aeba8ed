import type { Sentence } from '../../model.ts';
import { classOf } from '../classes.ts';
import type { LicenseTerm } from '../expression.ts';
import texts from './data/duties.json' with { type: 'json' };
import type { Situation } from './judgment.ts';

/** When a license, used in a certain way, asks for something. */
export type Condition = (license: LicenseTerm, situation: Situation) => boolean;

export interface DutyRule {
  readonly kind: string;
  readonly applies: Condition;
  readonly text: (name: string) => Sentence;
}

export const all =
  (...conditions: readonly Condition[]): Condition =>
  (license, situation) =>
    conditions.every(condition => condition(license, situation));
export const either =
  (...conditions: readonly Condition[]): Condition =>
  (license, situation) =>
    conditions.some(condition => condition(license, situation));
export const not =
  (condition: Condition): Condition =>
  (license, situation) =>
    !condition(license, situation);

export const shipped: Condition = (_license, { distribution }) => distribution === 'shipped';
export const changed: Condition = (_license, { modified }) => modified;
export const linked: Condition = (_license, { use }) => use === 'linked';
export const joined: Condition = (_license, { use }) => use === 'linked' || use === 'copied';

export const id =
  (pattern: RegExp): Condition =>
  license =>
    pattern.test(license.id);
export const exception =
  (pattern: RegExp): Condition =>
  license =>
    license.exception !== undefined && pattern.test(license.exception);
export const ofClass =
  (pattern: RegExp): Condition =>
  license =>
    pattern.test(classOf(license));
export const isCopyleft: Condition = ofClass(/copyleft$/);

/** Licenses whose texts hold the words of the duty; a test looks for them in the texts of the SPDX list. */
export function holds(kind: keyof typeof texts): Condition {
  const ids: ReadonlySet<string> = new Set(texts[kind]);
  return license => ids.has(license.id);
}
