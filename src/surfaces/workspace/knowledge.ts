import type { Catalog } from '../../core/catalog/index.ts';
import type { Manifest } from '../../core/model.ts';
import { createPathMatcher } from '../../core/patterns/index.ts';
import type { Log } from '../../core/ports.ts';
import { createResolver, offerOf, type WorkspaceResolver } from '../../core/references/index.ts';
import { createSlices } from '../slices.ts';
import { createAnswers } from './answers.ts';
import type { Answers } from './assess.ts';
import type { CompactManifest } from './reading/compact-manifest.ts';
import { fetchFile } from './reading/fetch-file.ts';
import { createJob } from './reading/job.ts';
import type { Reading, Source } from './reading/messages.ts';
import { createCompactor } from './reading/packed.ts';
import { createSteadyJob } from './reading/steady-job.ts';
import type { ReadingThread } from './reading/thread.ts';

/** Parsers and catalog, loaded when the first manifest is looked at. */
export interface Knowledge {
  readonly patterns: readonly string[];
  /** Of a `/`-separated path. */
  isManifestPath(path: string): boolean;
  /** In the order of `sources`. */
  read(sources: readonly Source[]): Promise<readonly CompactReading[]>;
  /** Of those packages that the catalog knows. */
  suggestions(purls: ReadonlySet<string>): Promise<Answers>;
  /** What others may take from a manifest: see the core. */
  offerOf(manifest: Manifest): string;
  createResolver(): WorkspaceResolver;
  /** For what is kept for long; in their order. */
  compact(manifests: readonly Manifest[]): readonly CompactManifest[];
  /** Gives back memory that reading a whole workspace took. @param inUse somebody will soon have something read again */
  rest(inUse: boolean): Promise<void>;
}

/** What came of a source, as it is kept. */
export type CompactReading =
  | Exclude<Reading, { kind: 'read' }>
  | { readonly kind: 'read'; readonly manifest: CompactManifest | undefined };

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
  const slices = createSlices();
  const here = createJob({ catalog, fetchFile, pause: async () => slices.pause() });
  const job = thread ? createSteadyJob(thread, here, log) : here;
  const formats = await job.formats();
  const compact = createCompactor();
  const matching = createPathMatcher(formats);
  return {
    patterns: [...new Set(formats.flatMap(format => format.patterns))],
    isManifestPath: path => matching(path).length > 0,
    read: async sources =>
      (await job.read(sources)).map(reading => {
        if (reading.kind !== 'read') return reading;
        const [manifest] = reading.manifest ? compact([reading.manifest]) : [];
        return { kind: 'read', manifest };
      }),
    suggestions: createAnswers(purls => job.suggest(purls)),
    offerOf,
    createResolver,
    compact,
    rest: async inUse => (inUse ? thread?.renew() : thread?.end()),
  };
}
