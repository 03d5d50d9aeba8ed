import type { Confidence } from '../../model.ts';
import { additionalTermsId, noAssertion } from '../identifiers.ts';
import { kindOf } from './leftover.ts';
import { readNotices } from './notices.ts';
import { isAllowing, isRestricting, limitsIn } from './restrictions.ts';
import { type Sentence, sentencesIn } from './sentences.ts';

export interface ReadmeLicense {
  readonly expression: string;
  readonly confidence: Confidence;
  readonly quote?: string;
}

const heading = /^\s{0,3}(?:#{1,6}\s*(.*)|<h[1-6][^>]*>(.*?)<\/h[1-6]>|(.{1,40})\n[=-]{3,}\s*$)/gim;
const licenseHeading =
  /licen[cs]e|licen[cs]ing|lizenz|copyright|terms of|disclaimer|^\W*notice\W*$|pricing|许可|版权|授权|开源协议|协议|声明|商用|使用须知/im;
/** Where links lead is said in lines of their own, often at the end of the section on the license, which is the last. */
const linkDefinition = /^ {0,3}\[[^\]\n]{1,100}\]:[^\n]*$/gm;
const sectionLength = 3_000;
const quoteLength = 400;

/**
 * What a README says of the license: its sections on it, and limits of use wherever they stand. A name in a README is never
 * certain; a restriction in it counts.
 */
export function licenseInReadme(markdown: string): ReadmeLicense | undefined {
  const text = markdown.slice(0, 400_000).replace(linkDefinition, '');
  const sections = licenseSections(text);
  const sentences = sections.flatMap(([start, end]) => sentencesIn(text, [start, end]));
  const additions = sentences.map(sentence => ({ ...sentence, kind: readmeKind(sentence) }));
  const said = sections.map(([start, end]) => text.slice(start, end)).join('\n');
  const { expression } = readNotices(said, additions);
  const restricting = new Set([
    ...additions.filter(({ kind }) => kind === 'restriction').map(sentence => sentence.text),
    ...limitingSentences(text),
  ]);
  if (expression === noAssertion && restricting.size === 0) return undefined;
  const quote = (restricting.size > 0 ? [...restricting].join(' … ') : said.trim()).slice(0, quoteLength);
  const stated = expression === noAssertion ? additionalTermsId : expression;
  const limited =
    restricting.size > 0 && !stated.includes('LicenseRef-') ? `${stated} AND ${additionalTermsId}` : stated;
  return { expression: limited, confidence: 'low', quote };
}

/** The sentences that limit what one may do with the work, under whatever heading. */
function limitingSentences(text: string): readonly string[] {
  return limitsIn(text).flatMap(([start, end]) => {
    const from = text.lastIndexOf('\n', start) + 1;
    const to = text.indexOf('\n', end);
    const line = sentencesIn(text, [from, to < 0 ? text.length : to]);
    const sentence = line.find(({ range }) => range[0] <= start && range[1] >= end) ?? { text: text.slice(start, end) };
    return isAllowing(sentence.text) ? [] : [sentence.text];
  });
}

function readmeKind(sentence: Sentence) {
  return isRestricting(sentence.text) ? 'restriction' : kindOf(sentence, []);
}

function licenseSections(text: string): readonly (readonly [number, number])[] {
  const headings = [...text.matchAll(heading)];
  return headings.flatMap((match, index) => {
    if (!licenseHeading.test(match[0])) return [];
    const start = match.index + match[0].length;
    const end = Math.min(headings[index + 1]?.index ?? text.length, start + sectionLength);
    return [[start, end] as const];
  });
}
