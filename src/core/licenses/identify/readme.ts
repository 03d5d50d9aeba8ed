import type { Confidence } from '../../model.ts';
import { noAssertion } from '../identifiers.ts';
import { kindOf } from './leftover.ts';
import { readNotices } from './notices.ts';
import { isRestricting } from './restrictions.ts';
import { type Sentence, sentencesIn } from './sentences.ts';

export interface ReadmeLicense {
  readonly expression: string;
  readonly confidence: Confidence;
  readonly quote?: string;
}

const heading = /^\s{0,3}(?:#{1,6}\s*(.*)|<h[1-6][^>]*>(.*?)<\/h[1-6]>|(.{1,40})\n[=-]{3,}\s*$)/gim;
const licenseHeading = /licen[cs]e|licen[cs]ing|copyright|许可|版权|授权|开源协议|协议|声明|商用/i;
const sectionLength = 3_000;
const quoteLength = 400;

/** What a README's sections on the license say. A name in a README is never certain; a restriction in it counts. */
export function licenseInReadme(markdown: string): ReadmeLicense | undefined {
  const text = markdown.slice(0, 400_000);
  const sections = licenseSections(text);
  if (sections.length === 0) return undefined;
  const sentences = sections.flatMap(([start, end]) => sentencesIn(text, [start, end]));
  const additions = sentences.map(sentence => ({ ...sentence, kind: readmeKind(sentence) }));
  const said = sections.map(([start, end]) => text.slice(start, end)).join('\n');
  const { expression } = readNotices(said, additions);
  const restricting = additions.filter(({ kind }) => kind === 'restriction');
  if (expression === noAssertion && restricting.length === 0) return undefined;
  const quote = (restricting.length > 0 ? restricting.map(one => one.text).join(' … ') : said.trim()).slice(
    0,
    quoteLength,
  );
  const stated = expression === noAssertion ? 'LicenseRef-additional-terms' : expression;
  return { expression: stated, confidence: 'low', quote };
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
