import * as vscode from 'vscode';
import type { Clock } from '../../core/ports.ts';
import type { TranslatedMarkdown, TranslationEngine, TranslationMemory } from '../../core/translation/index.ts';
import type { EngineChoice } from '../../webview/protocol.ts';
import { settings } from '../contributions.ts';
import { readerLanguage } from '../reader-language.ts';
import type { Languages, Translation, Translations } from '../translations.ts';
import { openUriFolder } from '../uri-folder.ts';
import { correctSentence } from './correct.ts';
import type { EngineRegistry } from './engine-registry.ts';
import { chosenEngine, isLocal, makeEngine, onDeviceId, servedEngineIds } from './engines.ts';
import { createExternalEngines } from './external-engines.ts';
import { exportMemory, importMemory } from './memory-commands.ts';
import { createModelDialogs } from './model-dialogs.ts';
import { createOnDevice } from './on-device.ts';
import { setUpEngine } from './set-up-engine.ts';
import { createTeamFiles } from './team-files.ts';

export interface TranslatingDependencies {
  readonly context: Pick<vscode.ExtensionContext, 'secrets' | 'globalStorageUri' | 'extensionUri'>;
  readonly registry: EngineRegistry;
  readonly clock: Clock;
  readonly log: vscode.LogOutputChannel;
}

/** The text so far is shown this often, ms: putting it together and drawing it takes a while. */
const drawEvery = 600;

/** All of translation that is loaded when the first page or command needs it. */
export function createTranslating({ context, registry, clock, log }: TranslatingDependencies) {
  const { secrets, globalStorageUri, extensionUri } = context;
  const configuration = () => vscode.workspace.getConfiguration(settings.section);
  const isOffline = () => configuration().get<boolean>(settings.offline) ?? false;
  const changed = new vscode.EventEmitter<void>();
  const team = createTeamFiles(log);
  const external = createExternalEngines(registry);
  const onDevice = createOnDevice({
    folder: vscode.Uri.joinPath(globalStorageUri, 'models').fsPath,
    program: vscode.Uri.joinPath(extensionUri, 'dist').fsPath,
    mirrors: () => configuration().get<readonly string[]>(settings.translationModelMirrors, []),
    log,
  });
  const dialogs = createModelDialogs(onDevice, isOffline);
  const listening = [
    secrets.onDidChange(() => changed.fire()),
    external.onDidChange(() => changed.fire()),
    team.onDidChange(() => changed.fire()),
    vscode.lm.onDidChangeChatModels(() => changed.fire()),
  ];
  let memory: Promise<TranslationMemory> | undefined;
  const openMemory = () => {
    memory ??= import('../../core/translation/index.ts').then(({ openTranslationMemory }) =>
      openTranslationMemory({
        folder: openUriFolder(vscode.Uri.joinPath(globalStorageUri, 'translations')),
        team: team.corrections,
        clock,
        log,
      }),
    );
    return memory;
  };

  /** Engines that are set up, the chosen one first; those that would use the network only when it is allowed. */
  const served = async (): Promise<readonly TranslationEngine[]> => {
    const chosen = chosenEngine();
    const ids = chosen ? servedEngineIds.filter(id => id === chosen || id !== 'vscode') : [];
    const sorted = [...ids].sort((one, other) => Number(other === chosen) - Number(one === chosen));
    const made = await Promise.all(sorted.map(id => makeEngine(id, secrets)));
    return made
      .filter(engine => engine !== undefined)
      .filter(({ destination }) => !isOffline() || isLocal(destination));
  };
  const onDeviceChoice = async (languages: Languages): Promise<readonly EngineChoice[]> => {
    const state = chosenEngine() ? await onDevice.state(languages) : undefined;
    if (!state) return [];
    const megabytes = Math.round(state.bytes / 1e6);
    const first =
      state.missing.length > 0
        ? vscode.l10n.t('Once, a model of {0} MB is downloaded, after you agree.', megabytes)
        : undefined;
    const label = vscode.l10n.t('Bergamot on this device');
    return [{ id: onDeviceId, label, destination: '', partial: false, ...(first === undefined ? {} : { first }) }];
  };
  const externalChoices = (): readonly EngineChoice[] =>
    external
      .list()
      .filter(({ destination }) => !isOffline() || isLocal(destination))
      .map(({ id, label, destination }) => ({ id, label, destination: shown(destination), partial: false }));

  const engineOf = async (id: string, languages: Languages): Promise<TranslationEngine> => {
    const { createGlossaryEngine } = await import('../../core/translation/index.ts');
    if (id === 'glossary') return createGlossaryEngine();
    if (id === onDeviceId) {
      const ready = await onDevice.engine(languages);
      if (ready) return ready;
      const installed = await dialogs.install(languages).finally(() => changed.fire());
      const engine = installed ? await onDevice.engine(languages) : undefined;
      if (engine) return engine;
      throw await notWanted();
    }
    const engine = external.isExternal(id) ? await external.engine(id) : (await served()).find(each => each.id === id);
    if (!engine) throw new Error(vscode.l10n.t('This engine is not set up any more. Choose another one.'));
    return engine;
  };

  /** The translator with the words of the team, and what it says of them. */
  const openTranslator = async (to: string) => {
    const { createGlossary, createTranslator } = await import('../../core/translation/index.ts');
    const glossary = createGlossary(await team.glossary(), to);
    const translator = createTranslator({ memory: await openMemory(), clock, log, glossary });
    const given = (original: string, engineVersion: string, result: TranslatedMarkdown): Translation => {
      const { markdown, translatedAt, untranslated, sentences } = result;
      return {
        markdown,
        engineVersion,
        translatedAt,
        untranslated: untranslated.length,
        missing: untranslated.filter(({ reason }) => reason !== 'reported' && reason !== 'structure').length,
        left: untranslated,
        sentences,
        notes: glossary.notesIn(original),
      };
    };
    return { translator, given };
  };

  const translations: Translations = {
    onDidChange: changed.event,
    async engines(languages) {
      const { createGlossaryEngine } = await import('../../core/translation/index.ts');
      const fromServers = (await served()).map(({ id, label, destination }) => ({
        id,
        label,
        destination: shown(destination),
        partial: false,
      }));
      const here = await onDeviceChoice(languages);
      const { id, label } = createGlossaryEngine();
      return [
        ...(chosenEngine() === onDeviceId ? [...here, ...fromServers] : [...fromServers, ...here]),
        ...externalChoices(),
        { id, label, destination: '', partial: true },
      ];
    },
    async translate(markdown, { engine: id, from, to, codeComments, signal, onProgress }) {
      const engine = await engineOf(id, { from, to });
      const { translator, given } = await openTranslator(to);
      let drawnAt = 0;
      const result = await translator.translateMarkdown(markdown, {
        engine,
        from,
        to,
        codeComments,
        signal,
        onProgress: ({ done, total, markdown: soFar }) => {
          const due = done > 0 && clock.now() - drawnAt >= drawEvery;
          if (due) drawnAt = clock.now();
          onProgress({ done, total, ...(due ? { markdown: soFar() } : {}) });
        },
      });
      return given(markdown, engine.version, result);
    },
    async remembered(markdown, { engine: id, engineVersion, from, to, codeComments }) {
      const { createRememberedEngine } = await import('../../core/translation/index.ts');
      const { translator, given } = await openTranslator(to);
      const engine = createRememberedEngine(id, engineVersion);
      const result = await translator.translateMarkdown(markdown, { engine, from, to, codeComments });
      return result.sentences.length > 0 ? given(markdown, engineVersion, result) : undefined;
    },
    installFromFile: async languages => dialogs.installFromFile(languages).finally(() => changed.fire()),
    setMirror: () => dialogs.setMirror(),
    configure: () => setUpEngine({ secrets, installModel: bringModel }),
    correct: async (sentences, chosen, languages) => correctSentence(await openMemory(), sentences, chosen, languages),
  };

  /** For the reader's language, or English where there is no model for it. */
  const modelLanguages = async (): Promise<Languages> => {
    const wanted = { from: 'zh', to: readerLanguage() };
    return (await onDevice.state(wanted)) ? wanted : { from: 'zh', to: 'en' };
  };
  const bringModel = async (): Promise<boolean> => {
    const languages = await modelLanguages();
    return dialogs.installOrOffer(languages).finally(() => changed.fire());
  };

  return {
    translations,
    installModel: bringModel,
    async installModelFromFile(): Promise<void> {
      await translations.installFromFile(await modelLanguages());
    },
    async removeModels(): Promise<void> {
      await dialogs.remove(() => changed.fire());
    },
    exportMemory: async () => exportMemory(await openMemory()),
    async importMemory(): Promise<void> {
      if (await importMemory(await openMemory())) changed.fire();
    },
    dispose: () => {
      onDevice.stop().catch((error: unknown) => log.error('ending the translation engine', error));
      vscode.Disposable.from(changed, team, external, ...listening).dispose();
    },
  };
}

export type Translating = ReturnType<typeof createTranslating>;

/** For the page: empty for this device. */
function shown(destination: string): string {
  return destination === 'this device' ? '' : destination;
}

async function notWanted(): Promise<Error> {
  const { TranslationError } = await import('../../core/translation/index.ts');
  return new TranslationError('canceled', vscode.l10n.t('The translation was canceled.'));
}
