import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { RateLimit } from '../../src/core/model.ts';
import { registerDecorations } from '../../src/surfaces/decoration/index.ts';
import { registerDiagnostics } from '../../src/surfaces/diagnostics/index.ts';
import { registerHover } from '../../src/surfaces/hover/index.ts';
import { registerLens } from '../../src/surfaces/lens/index.ts';
import type { ManifestIndex } from '../../src/surfaces/manifest-index.ts';
import { createNetworkState } from '../../src/surfaces/network-state.ts';
import { registerStatus } from '../../src/surfaces/status/index.ts';
import { sampleCatalog } from './sample-catalog.ts';
import { silentLog } from './silent-log.ts';

/** An index that counts who listens to it. */
function countingIndex() {
  let listeners = 0;
  const index: ManifestIndex = {
    state: { kind: 'ready' },
    manifests: new Map(),
    skipped: [],
    onDidChange: () => {
      listeners += 1;
      return new vscode.Disposable(() => {
        listeners -= 1;
      });
    },
    onDidProgress: () => {
      listeners += 1;
      return new vscode.Disposable(() => {
        listeners -= 1;
      });
    },
    scan: async () => undefined,
    refresh: async () => undefined,
    cancel: () => undefined,
    read: async () => undefined,
  };
  return { index, count: () => listeners };
}

describe('the surfaces in an editor', () => {
  it('leave no listener behind, however often they come and go', () => {
    const { index, count } = countingIndex();
    const switching = new vscode.EventEmitter<void>();
    let listening = 0;
    const annotations = {
      modeOf: () => 'decoration' as const,
      hasHover: () => true,
      hasHints: () => true,
      usesLenses: () => true,
      isHidden: () => false,
      onDidChange: (...args: Parameters<typeof switching.event>) => {
        listening += 1;
        const subscription = switching.event(...args);
        return new vscode.Disposable(() => {
          listening -= 1;
          subscription.dispose();
        });
      },
      dispose: () => undefined,
    };

    for (let round = 0; round < 50; round += 1) {
      const network = createNetworkState(new vscode.EventEmitter<RateLimit>().event);
      const surfaces = [
        network,
        registerDecorations({ index, annotations }),
        registerLens({ index, annotations, catalog: sampleCatalog }),
        registerDiagnostics({ index, annotations }),
        registerHover({
          index,
          annotations,
          catalog: sampleCatalog,
          licenses: { judge: async () => ({ own: null }) },
          log: silentLog,
        }),
        registerStatus({ index, network }),
      ];
      assert.ok(count() > 0);
      vscode.Disposable.from(...surfaces).dispose();
    }

    assert.equal(count(), 0);
    assert.equal(listening, 0);
  });
});
