import type { TextRange } from '../model.ts';
import type { Clock, Log } from '../ports.ts';
import {
  type Passage,
  pageOutline,
  type SplitMarkdown,
  spliceMarkdown,
  splitMarkdown,
  type Token,
  type WrittenPiece,
} from '../readme/index.ts';
import { say } from '../sentences/index.ts';
import { type Asking, askEngine, checkAnswer, segmentKey } from './asking.ts';
import type { Fault } from './checks.ts';
import { canceled, type TranslationEngine, TranslationError } from './engine.ts';
import { createGlossary, type Glossary } from './glossary.ts';
import { type Answers, collectJobs, coreOf, type Job, type PassageJobs, passagePieces, runSegments } from './job.ts';
import { isSpaced } from './languages.ts';
import type { MemoryScope, TranslationMemory } from './memory.ts';
import type { Segment } from './segment.ts';
import { lineTexts } from './sentences.ts';

export interface TranslatorOptions {
  readonly memory: TranslationMemory;
  readonly clock: Clock;
  readonly log: Log;
  /** For English, the built-in words unless given. */
  readonly glossary?: Glossary | undefined;
}

export interface TranslateOptions {
  readonly engine: TranslationEngine;
  /** BCP 47 tags; from Chinese to English unless told. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Also the comments in code blocks. */
  readonly codeComments?: boolean | undefined;
  /** Instead of the translator's own. */
  readonly glossary?: Glossary | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called as sentences come, in the order of the text as far as the engine keeps it. */
  readonly onProgress?: ((progress: TranslationProgress) => void) | undefined;
}

export interface TranslationProgress {
  /** Sentences. */
  readonly done: number;
  readonly total: number;
  /** The whole text as far as it is translated; costs some milliseconds. */
  markdown(): string;
}

export interface Untranslated {
  readonly text: string;
  /** `missing`, `damaged`, `chatter`, ..., `reported` when a person said so, or the engine's own sentence. */
  readonly reason: Fault | 'structure' | 'reported' | (string & {});
  /** Where it stands in the original. */
  readonly range: TextRange;
  /** Its words, for a reader. */
  readonly original: string;
  /** The number of the block that holds it, as `renderMarkdown` gives it; `undefined` inside of HTML. */
  readonly block: number | undefined;
}

export interface TranslatedSentence {
  /** In the original. */
  readonly range: TextRange;
  /** As it went to the engine: what a correction names. */
  readonly segment: string;
  /** As the engine or a person gave it, with the same marks; empty while the original stays. */
  readonly translation: string;
  /** The original's words, for a reader. */
  readonly original: string;
  /** The translation's words between its marks, as they stand in the text. */
  readonly words: readonly string[];
  /** The number of the block that holds it, as `renderMarkdown` gives it; `undefined` inside of HTML. */
  readonly block: number | undefined;
  /** `person`: corrected or reported; `glossary`: known without any engine. */
  readonly by: 'engine' | 'glossary' | 'person';
}

export interface TranslatedMarkdown {
  readonly markdown: string;
  /** The engine's id. */
  readonly engine: string;
  /** How many sentences there were to translate. */
  readonly segments: number;
  /** How many of them were remembered or known from the glossary. */
  readonly cached: number;
  readonly untranslated: readonly Untranslated[];
  /** ISO 8601. */
  readonly translatedAt: string;
  /** Names of the original's headings in their order, for `renderMarkdown`: links to them go on working. */
  readonly anchors: readonly string[];
  readonly sentences: readonly TranslatedSentence[];
}

export interface Translator {
  /**
   * Translates a README and leaves everything but its words as it is. What an engine damages stays in the original and is
   * listed. Rejects with TranslationError when the engine gave nothing at all, or when it was canceled; what was translated
   * until then is remembered.
   */
  translateMarkdown(markdown: string, options: TranslateOptions): Promise<TranslatedMarkdown>;
}

/** UTF-16 units. */
const longest = 400_000;
/** Sentences that go through all ways together: small, so that the top of the page comes first. */
const chunkSize = 24;

export function createTranslator({ memory, clock, log, glossary: given }: TranslatorOptions): Translator {
  return {
    async translateMarkdown(
      markdown,
      { engine, from = 'zh', to = 'en', codeComments, signal, onProgress, ...options },
    ) {
      if (markdown.length > longest)
        throw new TranslationError('unsupported', say('This text is too long to be translated.'));
      if (signal?.aborted) throw canceled();
      const glossary = options.glossary ?? given ?? createGlossary([], to);
      const split = splitMarkdown(markdown, { codeComments });
      const passages = collectJobs(split, glossary, from);
      const work = createWork(split, passages, to);
      const scope: MemoryScope = { from, to, engine: engine.id, version: engine.version, glossary: glossary.version };
      work.correct(await memory.corrected(scope, work.wholes()));
      await work.remember(await memory.find(scope, work.texts()));
      const cached = work.done();
      const report = () =>
        onProgress?.({ done: work.done(), total: work.jobs.length, markdown: () => work.splice().markdown });
      report();

      const asking: Asking = { engine, from, to, terms: glossary.termsIn, signal };
      let trouble: TranslationError | undefined;
      try {
        for (const chunk of chunksOf(work.open())) {
          const fresh = new Map<string, string>();
          try {
            await translateChunk(work, chunk, asking, (segment, answer) => {
              fresh.set(segmentKey(segment), answer);
              report();
            });
          } finally {
            await memory.store(scope, fresh);
          }
        }
      } catch (cause) {
        if (!(cause instanceof TranslationError) || cause.kind === 'canceled' || work.done() === 0) throw cause;
        log.warn(`translation with ${engine.id} ended early: ${cause.message}`);
        trouble = cause;
      }
      const { markdown: translated, reverted } = work.splice();
      const outline = pageOutline(markdown);
      return {
        markdown: translated,
        engine: engine.id,
        segments: work.jobs.length,
        cached,
        untranslated: work.untranslated(reverted, trouble, outline.blockAt),
        translatedAt: new Date(clock.now()).toISOString(),
        anchors: outline.anchors,
        sentences: work.sentences(outline.blockAt),
      };
    },
  };
}

/** All ways for some sentences: whole, with names protected, in runs. */
async function translateChunk(
  work: Work,
  jobs: readonly Job[],
  asking: Asking,
  onAnswer: (segment: Segment, answer: string) => void,
) {
  const ask = async (segments: readonly Segment[], names: boolean) => {
    const open = segments.filter(segment => work.answer(segment) === undefined);
    const unique = [...new Map(open.map(segment => [segmentKey(segment), segment])).values()];
    const faults = await askEngine(unique, asking, names, (segment, answer) => {
      work.accept(segment, answer);
      onAnswer(segment, answer);
    });
    work.note(faults);
  };
  const open = () => jobs.filter(job => !work.isDone(job));
  await ask(
    open().map(({ whole }) => whole),
    true,
  );
  await ask(
    open().flatMap(job => (job.named && work.fault(job.whole) === 'name-lost' ? [job.named] : [])),
    false,
  );
  await ask(open().flatMap(runSegments), false);
}

type Work = ReturnType<typeof createWork>;

/** What is known of a README's sentences while it is being translated. */
function createWork(split: SplitMarkdown, passages: readonly PassageJobs[], to: string) {
  const { source } = split;
  const jobs = passages.flatMap(({ sentences }) => sentences.flatMap(({ job }) => job ?? []));
  const answers = new Map<string, string>();
  const corrections = new Map<string, string | null>();
  const faults = new Map<string, Fault>();
  const finished = new Set<Job>();
  const known: Answers = {
    answer: segment => answers.get(segmentKey(segment)),
    corrected: segment => corrections.get(segmentKey(segment)),
  };
  const isReported = (job: Job) => known.corrected(job.whole) === null;
  const isDone = (job: Job): boolean => {
    if (!finished.has(job) && (isReported(job) || coreOf(source, job, known, to))) finished.add(job);
    return finished.has(job);
  };
  const segmentsOf = (job: Job) => [job.whole, ...(job.named ? [job.named] : []), ...runSegments(job)];
  const rangeOf = ({ sentence: { core } }: Job): TextRange => [core[0]?.range[0] ?? 0, core.at(-1)?.range[1] ?? 0];

  return {
    jobs,
    answer: known.answer,
    isDone,
    accept: (segment: Segment, text: string) => answers.set(segmentKey(segment), text),
    fault: (segment: Segment) => faults.get(segmentKey(segment)),
    note(found: ReadonlyMap<string, Fault>): void {
      for (const [key, fault] of found) faults.set(key, fault);
    },
    wholes: () => [...new Set(jobs.map(({ whole }) => segmentKey(whole)))],
    correct(found: ReadonlyMap<string, string | null>): void {
      for (const [key, text] of found) corrections.set(key, text);
    },
    texts: () => [
      ...new Set(
        jobs
          .filter(job => !isDone(job))
          .flatMap(segmentsOf)
          .map(segmentKey),
      ),
    ],
    async remember(found: ReadonlyMap<string, string>): Promise<void> {
      for (const segment of jobs.flatMap(segmentsOf)) {
        const text = found.get(segmentKey(segment));
        if (text !== undefined && checkAnswer(segment, text, to, false) === undefined)
          answers.set(segmentKey(segment), text);
      }
    },
    done: () => jobs.filter(isDone).length,
    open: () => jobs.filter(job => !isDone(job)),
    splice() {
      const pieces = new Map<Passage, readonly WrittenPiece[]>();
      for (const jobsOfPassage of passages) {
        const written = passagePieces(source, jobsOfPassage, known, to);
        if (written) pieces.set(jobsOfPassage.passage, written);
      }
      return spliceMarkdown(split, pieces, { spaced: isSpaced(to), check: true });
    },
    untranslated(
      reverted: readonly Passage[],
      trouble: TranslationError | undefined,
      blockAt: (offset: number) => number | undefined,
    ): readonly Untranslated[] {
      const lost = new Set(reverted);
      return passages.flatMap(({ passage, sentences }) =>
        sentences.flatMap(({ job }): readonly Untranslated[] => {
          if (!job || (isDone(job) && !isReported(job) && !lost.has(passage))) return [];
          const range = rangeOf(job);
          const fault = faults.get(segmentKey(job.whole));
          const found = isReported(job) ? 'reported' : 'structure';
          const reason = isDone(job) ? found : (fault ?? trouble?.message ?? 'missing');
          const original = readable(source, job.sentence.core);
          return [{ text: source.slice(...range), reason, range, original, block: blockAt(range[0]) }];
        }),
      );
    },
    sentences: (blockAt: (offset: number) => number | undefined): readonly TranslatedSentence[] =>
      jobs.flatMap(job => {
        const pieces = coreOf(source, job, known, to);
        if (!pieces && !isReported(job)) return [];
        const range = rangeOf(job);
        const corrected = known.corrected(job.whole);
        const given = corrected === undefined ? (job.known ?? known.answer(job.whole)) : corrected;
        const words = (pieces ?? []).flatMap(piece => (piece.kind === 'words' ? [piece.text] : []));
        return [
          {
            range,
            segment: segmentKey(job.whole),
            translation: given ?? words.join(' '),
            original: readable(source, job.sentence.core),
            words,
            block: blockAt(range[0]),
            by: corrected !== undefined ? 'person' : job.known !== undefined ? 'glossary' : 'engine',
          } as const,
        ];
      }),
  };
}

/** A sentence as a reader sees it: with its code and names, without marks and pictures. */
function readable(source: string, core: readonly Token[]): string {
  const texts = lineTexts(source, core);
  const shown = core.map((token, index) => {
    if (token.kind === 'text' || token.kind === 'line') return texts[index] ?? '';
    const isShown = token.kind === 'void' && token.role !== 'image' && token.role !== 'tag';
    return isShown ? source.slice(...token.range).replace(/^`+|`+$/g, '') : '';
  });
  return shown.join('').replace(/\s+/g, ' ').trim();
}

function chunksOf(jobs: readonly Job[]): readonly (readonly Job[])[] {
  const chunks: Job[][] = [];
  for (let start = 0; start < jobs.length; start += chunkSize) chunks.push(jobs.slice(start, start + chunkSize));
  return chunks;
}
