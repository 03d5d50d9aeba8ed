import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Entries } from '../../../src/surfaces/workspace/entries.ts';
import type { CompactReading, Knowledge } from '../../../src/surfaces/workspace/knowledge.ts';
import { readAll } from '../../../src/surfaces/workspace/read-all.ts';

const preferences = {
  disabledEcosystems: new Set<string>(),
  ignoredPackages: new Set<string>(),
  exclude: [],
  maxBytes: 1_000_000,
  respectGitignore: false,
  patterns: [],
};
const entries = () =>
  new Entries(
    () => preferences,
    () => false,
  );
const found = Array.from({ length: 40 }, (_, index) => ({ uri: vscode.Uri.file(`/nowhere/${index}/package.json`) }));

/** Nothing is there to read; `reading` is called for each portion. */
function knowledge(reading: () => void): Knowledge {
  return {
    patterns: [],
    isManifestPath: () => true,
    read: async sources => {
      reading();
      return sources.map((): CompactReading => ({ kind: 'gone' }));
    },
    suggestions: async () => new Map(),
    offerOf: () => '',
    createResolver: () => ({ add: () => undefined, resolve: ({ manifest }) => manifest }),
    compact: () => [],
    rest: async () => undefined,
  };
}

describe('reading many manifests', () => {
  it('tells how far it is, up to the end', async () => {
    const told: number[] = [];

    await readAll(
      entries(),
      found,
      knowledge(() => undefined),
      undefined,
      done => told.push(done),
    );

    assert.equal(told.at(-1), found.length);
  });

  it('tells nothing any more once it was stopped, also of what was under way', async () => {
    const source = new vscode.CancellationTokenSource();
    const told: number[] = [];
    let portions = 0;
    const stopping = knowledge(() => {
      portions += 1;
      source.cancel();
    });

    await readAll(entries(), found, stopping, source.token, done => told.push(done));
    source.dispose();

    assert.ok(portions > 0);
    assert.deepEqual(told, []);
  });
});
