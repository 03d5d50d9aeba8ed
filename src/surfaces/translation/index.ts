import * as vscode from 'vscode';
import type { Clock } from '../../core/ports.ts';
import { commands } from '../contributions.ts';
import type { Translations } from '../translations.ts';
import { createEngineRegistry } from './engine-registry.ts';
import type { GiteeScoutApi } from './extension-api.ts';
import type { Translating } from './translating.ts';

export type { GiteeScoutApi } from './extension-api.ts';

export interface TranslationDependencies {
  readonly context: Pick<vscode.ExtensionContext, 'secrets' | 'globalStorageUri' | 'extensionUri'>;
  readonly clock: Clock;
  readonly log: vscode.LogOutputChannel;
}

export interface TranslationSurface extends vscode.Disposable {
  /** Loaded when the first page needs it. */
  readonly translations: () => Promise<Translations>;
  /** What other extensions get from `activate`. */
  readonly api: GiteeScoutApi;
}

/** Machine translation: its commands, what pages use, and the door for engines of other extensions. */
export function registerTranslation({ context, clock, log }: TranslationDependencies): TranslationSurface {
  const registry = createEngineRegistry();
  let loaded: Promise<Translating> | undefined;
  const load = (): Promise<Translating> => {
    loaded ??= import('./translating.ts').then(({ createTranslating }) =>
      createTranslating({ context, registry, clock, log }),
    );
    return loaded;
  };
  const register = (id: string, run: (translating: Translating) => PromiseLike<unknown>) =>
    vscode.commands.registerCommand(id, async () => run(await load()));
  const registered = vscode.Disposable.from(
    registry,
    register(commands.setUpTranslation, ({ translations }) => translations.configure()),
    register(commands.installModel, translating => translating.installModel()),
    register(commands.installModelFromFile, translating => translating.installModelFromFile()),
    register(commands.removeModels, translating => translating.removeModels()),
    register(commands.exportTranslations, translating => translating.exportMemory()),
    register(commands.importTranslations, translating => translating.importMemory()),
  );
  return {
    translations: async () => (await load()).translations,
    api: { version: 1, registerTranslationEngine: engine => registry.register(engine) },
    dispose: () => {
      registered.dispose();
      loaded?.then(
        translating => translating.dispose(),
        () => undefined,
      );
    },
  };
}
