import type * as vscode from 'vscode';
import type { Log } from '../../core/ports.ts';
import type { IndexedManifest } from '../manifest-index.ts';
import { answersFor, type Entries, entryFrom } from './entries.ts';
import { formatForDocument } from './find-manifests.ts';
import type { Knowledge } from './knowledge.ts';
import { readDocument } from './read-manifests.ts';

/** Manifests as they stand in editors; each version of a text is read once. */
export interface Documents {
  /** `undefined` when it is no manifest or larger than the limit. */
  read(document: vscode.TextDocument): Promise<IndexedManifest | undefined>;
  /** What was read means something else now. */
  forget(): void;
}

export interface DocumentsDependencies {
  readonly entries: Entries;
  /** Parsers alone: enough to see that a document is no manifest. */
  readonly parsers: () => Promise<Pick<Knowledge, 'isManifestPath'>>;
  /** The same, once the files that configure the workspace were read. */
  readonly knowledge: () => Promise<Knowledge>;
  readonly log: Log;
}

export function createDocuments({ entries, parsers, knowledge, log }: DocumentsDependencies): Documents {
  let documents = new WeakMap<vscode.TextDocument, { version: number; read: Promise<IndexedManifest | undefined> }>();
  const read = async (document: vscode.TextDocument): Promise<IndexedManifest | undefined> => {
    const { uri } = document;
    try {
      const format = formatForDocument(document, entries.preferencesOf(uri)) ?? entries.formatOf(uri);
      if (format === undefined && !(await parsers()).isManifestPath(uri.path)) return undefined;
      const known = await knowledge();
      const preferences = entries.preferencesOf(uri);
      const reading = await readDocument(document, format, known, preferences.maxBytes);
      const entry = entryFrom({ uri, reading }, await answersFor([reading], known), preferences);
      return entry && (await entries.follow(entry, known));
    } catch (error) {
      log.error(`${uri.toString()} could not be looked at`, error);
      return undefined;
    }
  };
  return {
    read: document => {
      const { version } = document;
      const known = documents.get(document);
      if (known?.version === version) return known.read;
      const reading = read(document);
      documents.set(document, { version, read: reading });
      return reading;
    },
    forget: () => {
      documents = new WeakMap();
    },
  };
}
