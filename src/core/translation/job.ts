import type { Passage, SplitMarkdown, Token, WrittenPiece } from '../readme/index.ts';
import { namesIn } from './checks.ts';
import type { Glossary } from './glossary.ts';
import { isSpaced, mayBeIn, usesHan } from './languages.ts';
import { westernPunctuation } from './punctuation.ts';
import { buildSegment, readAnswer, type Segment } from './segment.ts';
import { type Sentence, sentencesOf } from './sentences.ts';

/** A piece of a core that is sent without any marks, or stays. */
type Run =
  | { readonly kind: 'segment'; readonly segment: Segment }
  | { readonly kind: 'tokens'; readonly tokens: readonly Token[] };

/** A sentence to be translated and the ways to do it, the best first. */
export interface Job {
  readonly sentence: Sentence;
  /** The sentence with its marks. */
  readonly whole: Segment;
  /** The same with its names as marks too, where an engine changes them. */
  readonly named: Segment | undefined;
  /** Its words between the marks, each on its own: worse language, but nothing to damage. */
  readonly runs: readonly Run[];
  /** What the glossary says, where it knows the whole text. */
  readonly known: string | undefined;
}

/** A passage with its sentences in order; those without a job stay. */
export interface PassageJobs {
  readonly passage: Passage;
  readonly sentences: readonly { readonly sentence: Sentence; readonly job: Job | undefined }[];
}

/** The work for a README: every passage that holds something to translate. */
export function collectJobs(
  { source, passages }: SplitMarkdown,
  glossary: Glossary,
  from: string,
): readonly PassageJobs[] {
  const isSource = mayBeIn(from);
  return passages.flatMap(passage => {
    const sentences = sentencesOf(source, passage, isSource).map(sentence => ({
      sentence,
      job: sentence.core.length > 0 ? jobOf(source, sentence, glossary, isSource) : undefined,
    }));
    return sentences.some(({ job }) => job) ? [{ passage, sentences }] : [];
  });
}

function jobOf(source: string, sentence: Sentence, glossary: Glossary, isSource: (text: string) => boolean): Job {
  const { core } = sentence;
  const rename = glossary.withNames;
  const whole = buildSegment(source, core, rename);
  const protectedCore = core.flatMap(token => namesApart(source, token));
  return {
    sentence,
    whole,
    named: protectedCore.length > core.length ? buildSegment(source, protectedCore, rename) : undefined,
    runs: runsOf(source, core, rename, isSource),
    known: whole.format === 'text' ? glossary.exact(buildSegment(source, core, text => text).text) : undefined,
  };
}

/** Cuts names out of words. */
function namesApart(source: string, token: Token): readonly Token[] {
  if (token.kind !== 'text') return [token];
  const tokens: Token[] = [];
  let last = token.range[0];
  for (const name of namesIn(source.slice(...token.range))) {
    const start = source.indexOf(name, last);
    if (start > last) tokens.push({ kind: 'text', range: [last, start] });
    last = start + name.length;
    tokens.push({ kind: 'void', role: 'name', range: [start, last] });
  }
  if (last < token.range[1]) tokens.push({ kind: 'text', range: [last, token.range[1]] });
  return tokens;
}

function runsOf(
  source: string,
  core: readonly Token[],
  rename: (text: string) => string,
  isSource: (text: string) => boolean,
): readonly Run[] {
  const runs: Run[] = [];
  let words: Token[] = [];
  const finish = () => {
    const hasWords = words.some(token => token.kind === 'text' && isSource(source.slice(...token.range)));
    if (hasWords) runs.push({ kind: 'segment', segment: buildSegment(source, words, rename) });
    else if (words.length > 0) runs.push({ kind: 'tokens', tokens: words });
    words = [];
  };
  for (const token of core) {
    if (token.kind === 'text' || token.kind === 'line') words.push(token);
    else {
      finish();
      runs.push({ kind: 'tokens', tokens: [token] });
    }
  }
  finish();
  return runs;
}

/** Segments of the last way of a job. */
export function runSegments({ runs }: Job): readonly Segment[] {
  return runs.flatMap(run => (run.kind === 'segment' ? [run.segment] : []));
}

/** What is known of segments. */
export interface Answers {
  /** The accepted answer. */
  answer(segment: Segment): string | undefined;
  /** What a person said of it; `null`: the original stays. */
  corrected(segment: Segment): string | null | undefined;
}

/**
 * The pieces of a sentence's core in the new language; `undefined` while no way has all its answers. What a person said
 * comes before all else.
 */
export function coreOf(
  source: string,
  job: Job,
  { answer: answers, corrected }: Answers,
  to: string,
): readonly WrittenPiece[] | undefined {
  const correction = corrected(job.whole);
  if (correction === null) return undefined;
  const better = correction === undefined ? undefined : readAnswer(job.whole, correction);
  if (better) return better;
  if (job.known !== undefined) return [{ kind: 'words', text: job.known }];
  for (const segment of [job.whole, job.named]) {
    const answer = segment && answers(segment);
    const pieces = segment && answer !== undefined ? readAnswer(segment, answer) : undefined;
    if (pieces) return pieces.map(piece => natural(source, piece, to));
  }
  const pieces: WrittenPiece[] = [];
  for (const run of job.runs) {
    if (run.kind === 'tokens') pieces.push(...run.tokens);
    else {
      const answer = answers(run.segment);
      if (answer === undefined) return undefined;
      pieces.push({ kind: 'words', text: answer });
    }
  }
  return pieces.map(piece => natural(source, piece, to));
}

/** Chinese punctuation in translated sentences becomes that of the language. */
function natural(source: string, piece: WrittenPiece, to: string): WrittenPiece {
  if (usesHan(to)) return piece;
  if (piece.kind === 'words') return { kind: 'words', text: westernPunctuation(piece.text) };
  if (piece.kind !== 'text') return piece;
  const text = source.slice(...piece.range);
  return /[\u3000-\u303f\uff01-\uff5e]/.test(text) ? { kind: 'words', text: westernPunctuation(text) } : piece;
}

/** The pieces of a whole passage; `undefined` when none of its sentences is translated. */
export function passagePieces(
  source: string,
  { sentences }: PassageJobs,
  answers: Answers,
  to: string,
): readonly WrittenPiece[] | undefined {
  const pieces: WrittenPiece[] = [];
  let any = false;
  let translatedBefore = false;
  for (const { sentence, job } of sentences) {
    const core = job && coreOf(source, job, answers, to);
    const around = (tokens: readonly Token[]) => (core ? tokens.map(token => natural(source, token, to)) : tokens);
    const next = [...around(sentence.before), ...(core ? trimmed(core) : sentence.core), ...around(sentence.after)];
    const joint =
      isSpaced(to) && (core !== undefined || translatedBefore) && needsSpace(source, pieces.at(-1), next[0]);
    if (joint) pieces.push({ kind: 'words', text: ' ' });
    pieces.push(...next);
    any ||= core !== undefined;
    translatedBefore = core !== undefined;
  }
  return any ? pieces : undefined;
}

function trimmed(core: readonly WrittenPiece[]): readonly WrittenPiece[] {
  return core.map((piece, index) => {
    if (piece.kind !== 'words') return piece;
    let { text } = piece;
    if (index === 0) text = text.trimStart();
    if (index === core.length - 1) text = text.trimEnd();
    return { kind: 'words', text };
  });
}

function needsSpace(source: string, before: WrittenPiece | undefined, after: WrittenPiece | undefined): boolean {
  if (!before || !after) return false;
  return !/\s$/.test(edgeText(source, before)) && !/^\s/.test(edgeText(source, after));
}

function edgeText(source: string, piece: WrittenPiece): string {
  if (piece.kind === 'words') return piece.text;
  // A shown break parts the sentences by itself.
  return piece.kind === 'break' ? '\n' : source.slice(...piece.range);
}
