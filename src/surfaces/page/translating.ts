import * as vscode from 'vscode';
import type { Clock, Log } from '../../core/ports.ts';
import type { TranslationEngine, Translator } from '../../core/translation/index.ts';
import type { EngineChoice } from '../../webview/protocol.ts';
import { openUriFolder } from '../uri-folder.ts';
import { chosenEngine, engineIds, makeEngine } from './engines.ts';
import { setUpEngine } from './set-up-engine.ts';
import type { Translating } from './translation.ts';

export interface TranslatingDependencies {
  readonly context: Pick<vscode.ExtensionContext, 'secrets' | 'globalStorageUri'>;
  readonly clock: Clock;
  readonly log: Log;
}

/** The text so far is shown this often, ms: putting it together and drawing it takes a while. */
const drawEvery = 600;

/** Translation for the pages: the engines that the settings name, and the way to set one up. */
export function createTranslating({ context, clock, log }: TranslatingDependencies) {
  const { secrets } = context;
  const changed = new vscode.EventEmitter<void>();
  const listening = secrets.onDidChange(() => changed.fire());
  let translator: Promise<Translator> | undefined;

  const open = async (): Promise<Translator> => {
    const { createTranslator, openTranslationMemory } = await import('../../core/translation/index.ts');
    const folder = openUriFolder(vscode.Uri.joinPath(context.globalStorageUri, 'translations'));
    return createTranslator({ memory: openTranslationMemory({ folder, clock, log }), clock, log });
  };
  /** The chosen engine first, then the others that are set up; always what needs no engine at all. */
  const engines = async (): Promise<readonly TranslationEngine[]> => {
    const { createGlossaryEngine } = await import('../../core/translation/index.ts');
    const chosen = chosenEngine();
    const ids = chosen ? [chosen, ...engineIds.filter(id => id !== chosen && id !== 'vscode')] : [];
    const made = await Promise.all(ids.map(id => makeEngine(id, secrets)));
    return [...made.filter(engine => engine !== undefined), createGlossaryEngine()];
  };
  const translate: Translating['translate'] = async (markdown, { engine: id, from, to, signal, onProgress }) => {
    const engine = (await engines()).find(each => each.id === id);
    if (!engine) throw new Error(vscode.l10n.t('This engine is not set up any more. Choose another one.'));
    translator ??= open();
    let drawnAt = 0;
    const result = await (await translator).translateMarkdown(markdown, {
      engine,
      from,
      to,
      signal,
      onProgress: ({ done, total, markdown: soFar }) => {
        const due = done > 0 && clock.now() - drawnAt >= drawEvery;
        if (due) drawnAt = clock.now();
        onProgress({ done, total, ...(due ? { markdown: soFar() } : {}) });
      },
    });
    return { markdown: result.markdown, translatedAt: result.translatedAt, untranslated: result.untranslated.length };
  };

  return {
    onDidChange: changed.event,
    engines: async (): Promise<readonly EngineChoice[]> => {
      const { onThisDevice } = await import('../../core/translation/index.ts');
      return (await engines()).map(({ id, label, destination }) => ({
        id,
        label,
        destination: destination === onThisDevice ? '' : destination,
        partial: id === 'glossary',
      }));
    },
    translate,
    configure: () => setUpEngine(secrets),
    dispose: () => vscode.Disposable.from(changed, listening).dispose(),
  };
}
