import * as vscode from 'vscode';
import type { ExternalEngine } from './extension-api.ts';

/** Engines that other extensions registered. Small, for it is there from the start. */
export interface EngineRegistry extends vscode.Disposable {
  readonly onDidChange: vscode.Event<void>;
  /** Throws TypeError for what is no engine, or an id in use. */
  register(engine: unknown): vscode.Disposable;
  list(): readonly ExternalEngine[];
}

export function createEngineRegistry(): EngineRegistry {
  const engines = new Map<string, ExternalEngine>();
  const changed = new vscode.EventEmitter<void>();
  return {
    onDidChange: changed.event,
    register(engine) {
      if (!isEngine(engine))
        throw new TypeError('A translation engine needs id, label, destination, version and translate().');
      const { id } = engine;
      if (engines.has(id)) throw new TypeError(`There is already a translation engine "${id}".`);
      engines.set(id, engine);
      changed.fire();
      return new vscode.Disposable(() => {
        if (engines.get(id) === engine && engines.delete(id)) changed.fire();
      });
    },
    list: () => [...engines.values()],
    dispose: () => changed.dispose(),
  };
}

/** Checked by hand: a schema would be loaded at the start of the editor. */
function isEngine(value: unknown): value is ExternalEngine {
  if (typeof value !== 'object' || value === null) return false;
  const { id, label, destination, version, translate } = { ...emptyEngine, ...value };
  const texts = [
    [id, 60],
    [label, 80],
    [destination, 120],
    [version, 200],
  ] as const;
  return (
    texts.every(([text, longest]) => typeof text === 'string' && text.trim() !== '' && text.length <= longest) &&
    /^[\w.-]+$/.test(String(id)) &&
    typeof translate === 'function'
  );
}

const emptyEngine: Readonly<Record<keyof ExternalEngine, unknown>> = {
  id: undefined,
  label: undefined,
  destination: undefined,
  version: undefined,
  translate: undefined,
};
