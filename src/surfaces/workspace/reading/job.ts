import type { Catalog } from '../../../core/catalog/index.ts';
import { manifestText } from '../../../core/files/index.ts';
import type { Suggestions } from '../../../core/model.ts';
import type { Failed, FormatNames, Reading, Source } from './messages.ts';

/** What is done with manifests: in a thread of its own or, where there can be none, in that of the extension host. */
export interface Job {
  formats(): Promise<readonly FormatNames[]>;
  /** In the order of `sources`. */
  read(sources: readonly Source[]): Promise<readonly Reading[]>;
  /** What the catalog has for packages, in their order. */
  suggest(purls: readonly string[]): Promise<readonly Suggestions[]>;
}

/** What came of a file: its bytes, or why there are none. */
export type Fetched = Uint8Array | Failed;

/**
 * @param catalog is opened when it is first asked
 * @param fetchFile reads a file of this machine that is no larger than it may be, at once or later
 * @param pause lets others have their turn
 */
export function createJob({
  catalog,
  fetchFile,
  pause = () => Promise.resolve(),
}: {
  readonly catalog: () => Promise<Catalog>;
  readonly fetchFile: (file: string, maxBytes: number) => Fetched | Promise<Fetched>;
  readonly pause?: () => Promise<void>;
}): Job {
  const parsers = () => import('../../../core/manifests/index.ts');
  const textOf = async (source: Source): Promise<string | Failed> => {
    if ('text' in source) return source.text;
    const bytes = 'bytes' in source ? source.bytes : await fetchFile(source.file, source.maxBytes);
    if (!(bytes instanceof Uint8Array)) return bytes;
    return manifestText(bytes);
  };
  return {
    formats: async () => (await parsers()).formats.map(({ id, patterns }) => ({ id, patterns })),
    read: async sources => {
      const { readManifest } = await parsers();
      return each(sources, pause, async (source): Promise<Reading> => {
        try {
          const text = await textOf(source);
          if (typeof text !== 'string') return text;
          return { kind: 'read', manifest: readManifest(source.path, text, source.format) };
        } catch (error) {
          // Nothing that a file holds may keep the others from being read.
          return { kind: 'unreadable', message: error instanceof Error ? error.message : String(error) };
        }
      });
    },
    suggest: async purls => {
      const [{ suggest }, known] = await Promise.all([import('../../../core/suggestions/index.ts'), catalog()]);
      return each(purls, pause, purl => suggest(purl, known));
    },
  };
}

async function each<In, Out>(items: readonly In[], pause: () => Promise<void>, work: (item: In) => Out | Promise<Out>) {
  const made: Out[] = [];
  for (const item of items) {
    made.push(await work(item));
    await pause();
  }
  return made;
}
