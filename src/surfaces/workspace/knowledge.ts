import type { Catalog } from '../../core/catalog/index.ts';
import type { Manifest, Suggestions } from '../../core/model.ts';
import { createPathMatcher } from '../../core/patterns/index.ts';
import type { Log } from '../../core/ports.ts';
import { createResolver, offerOf, type WorkspaceResolver } from '../../core/references/index.ts';
import type { Answers } from './assess.ts';
import { createJob, type Job } from './reading/job.ts';
import type { Failed, FormatNames, Reading, Source } from './reading/messages.ts';
import type { ReadingThread } from './reading/thread.ts';
import { createSlices } from './slices.ts';

/** Parsers and catalog, loaded when the first manifest is looked at. */
export interface Knowledge {
  readonly patterns: readonly string[];
  /** Of a `/`-separated path. */
  isManifestPath(path: string): boolean;
  /** Whether a source may name a file of this machine. */
  readonly readsFiles: boolean;
  /** In the order of `sources`. */
  read(sources: readonly Source[]): Promise<readonly Reading[]>;
  suggestions(purls: Iterable<string>): Promise<Answers>;
  /** What others may take from a manifest: see the core. */
  offerOf(manifest: Manifest): string;
  createResolver(): WorkspaceResolver;
  /** Gives back memory that reading a whole workspace took. @param inUse somebody will soon have something read again */
  rest(inUse: boolean): Promise<void>;
}

/** Packages whose suggestions are remembered; a workspace of thousands of manifests names the same ones again and again. */
const mostRemembered = 20_000;
/** Packages of one question: its answer must not hold up the thread that takes it in. */
const askedAtOnce = 500;

/** @param thread the one to use; without one everything is done in this one */
export async function loadKnowledge({
  catalog,
  thread,
  log,
}: {
  readonly catalog: () => Promise<Catalog>;
  readonly thread?: ReadingThread | undefined;
  readonly log: Log;
}): Promise<Knowledge> {
  const { job, formats } = await startJob(catalog, thread, log);
  const remembered = new Map<string, Suggestions>();
  const matching = createPathMatcher(formats);
  return {
    patterns: [...new Set(formats.flatMap(format => format.patterns))],
    isManifestPath: path => matching(path).length > 0,
    readsFiles: job === thread,
    read: sources => job.read(sources),
    suggestions: async purls => {
      const answers = new Map<string, Suggestions>();
      const missing: string[] = [];
      for (const purl of new Set(purls)) {
        const known = remembered.get(purl);
        if (known) answers.set(purl, known);
        else missing.push(purl);
      }
      for (let start = 0; start < missing.length; start += askedAtOnce) {
        if (remembered.size >= mostRemembered) remembered.clear();
        const asked = missing.slice(start, start + askedAtOnce);
        for (const [position, answer] of (await job.suggest(asked)).entries()) {
          const purl = asked[position] ?? answer.purl;
          answers.set(purl, answer);
          remembered.set(purl, answer);
        }
      }
      return answers;
    },
    offerOf,
    createResolver,
    rest: async inUse => (inUse ? thread?.renew() : thread?.end()),
  };
}

/** A thread that cannot be started must not keep anybody from their suggestions. */
async function startJob(
  catalog: () => Promise<Catalog>,
  thread: ReadingThread | undefined,
  log: Log,
): Promise<{ readonly job: Job; readonly formats: readonly FormatNames[] }> {
  try {
    if (thread) return { job: thread, formats: await thread.formats() };
  } catch (error) {
    log.warn('Manifests are read without a thread of their own', error);
  }
  const slices = createSlices();
  const job = createJob({ catalog, fetchFile: notHere, pause: () => slices.pause() });
  return { job, formats: await job.formats() };
}

/** The extension host's thread must not wait for a disk: there files come as texts and bytes. */
function notHere(): Failed {
  return { kind: 'unreadable', message: 'not read here' };
}
