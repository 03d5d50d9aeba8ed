import type { Catalog } from '../../core/catalog/index.ts';
import type { Log } from '../../core/ports.ts';
import type { Knowledge } from './knowledge.ts';
import type { ReadingThread } from './reading/thread.ts';

export interface KnowledgeDependencies {
  readonly catalog: () => Promise<Catalog>;
  readonly log: Log;
  /** Path of the built thread that reads manifests with the built-in catalog; without one everything is done here. */
  readonly reader?: string | undefined;
}

/** Parsers and catalog, loaded with the first manifest: most windows never show one. */
export interface KnowledgeSource {
  /** Rejects when they cannot be loaded; the next one to ask tries again. */
  get(): Promise<Knowledge>;
  end(): Promise<void>;
}

export function createKnowledgeSource({ catalog, log, reader }: KnowledgeDependencies): KnowledgeSource {
  let thread: ReadingThread | undefined;
  let loading: Promise<Knowledge> | undefined;
  const load = async () => {
    const [{ loadKnowledge }, { createReadingThread }] = await Promise.all([
      import('./knowledge.ts'),
      import('./reading/thread.ts'),
    ]);
    if (reader !== undefined) thread ??= createReadingThread(reader, log);
    return loadKnowledge({ catalog, thread, log });
  };
  return {
    get: () => {
      loading ??= load().catch((cause: unknown) => {
        loading = undefined;
        throw cause;
      });
      return loading;
    },
    end: async () => thread?.end(),
  };
}
