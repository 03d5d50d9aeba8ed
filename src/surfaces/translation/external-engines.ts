import * as vscode from 'vscode';
import * as z from 'zod';
import type { TranslationEngine } from '../../core/translation/index.ts';
import type { EngineRegistry } from './engine-registry.ts';
import type { ExternalEngine } from './extension-api.ts';

/** What an extension says of its engine in `package.json`. */
const Declared = z.object({
  id: z.string().regex(/^[\w.-]{1,60}$/),
  label: z.string().min(1).max(80),
  destination: z.string().min(1).max(120),
});
type Declared = Readonly<z.infer<typeof Declared>>;

const Segment = z.object({ index: z.number().int().min(0), text: z.string().max(100_000) });

const contributionPoint = 'giteeScoutTranslationEngines';
const idStart = 'extension:';

/** How long an extension may take to start and register what it declared, ms. */
const longestStart = 15_000;

/** The engines that other extensions bring: registered ones, and declared ones whose extension has not started yet. */
export function createExternalEngines(registry: EngineRegistry, startTime = longestStart) {
  const registered = (id: string) => registry.list().find(engine => engine.id === id);
  const changed = new vscode.EventEmitter<void>();
  const listening = [registry.onDidChange(() => changed.fire()), vscode.extensions.onDidChange(() => changed.fire())];

  const start = async (extension: vscode.Extension<unknown>, id: string): Promise<void> => {
    await extension.activate();
    if (registered(id)) return;
    await new Promise<void>(resolve => {
      const timer = setTimeout(end, startTime);
      const waiting = registry.onDidChange(() => registered(id) && end());
      function end(): void {
        clearTimeout(timer);
        waiting.dispose();
        resolve();
      }
    });
  };

  return {
    onDidChange: changed.event,
    /** Ids begin with `extension:`, so that none can pass for one of ours. */
    list(): readonly Declared[] {
      const own = registry.list();
      const declared = declarations().map(({ engine }) => engine);
      return [...own, ...declared.filter(({ id }) => !own.some(each => each.id === id))].map(
        ({ id, label, destination }) => ({ id: idStart + id, label, destination }),
      );
    },
    isExternal: (id: string) => id.startsWith(idStart),
    /** The engine, after its extension has started; `undefined` when it brings none. Rejects with a sentence. */
    async engine(externalId: string): Promise<TranslationEngine | undefined> {
      const id = externalId.slice(idStart.length);
      const declaration = declarations().find(({ engine }) => engine.id === id);
      if (declaration && !registered(id)) await start(declaration.extension, id);
      const engine = registered(id);
      // What was said before the extension started has to hold: the user agreed to that.
      if (engine && declaration && declaration.engine.destination !== engine.destination)
        throw new Error(
          vscode.l10n.t(
            'The engine {0} would send the text to {1}, but its extension announced {2}. Nothing was sent.',
            engine.label,
            engine.destination,
            declaration.engine.destination,
          ),
        );
      return engine && fromExternal(engine);
    },
    dispose: () => vscode.Disposable.from(changed, ...listening).dispose(),
  };
}

export type ExternalEngines = ReturnType<typeof createExternalEngines>;

function declarations(): readonly { readonly extension: vscode.Extension<unknown>; readonly engine: Declared }[] {
  return vscode.extensions.all.flatMap(extension => {
    const contributed: unknown = extension.packageJSON?.contributes?.[contributionPoint];
    return (Array.isArray(contributed) ? contributed : []).flatMap((each: unknown) => {
      const engine = Declared.safeParse(each).data;
      return engine ? [{ extension, engine }] : [];
    });
  });
}

/** The translator checks the words; here only the form is. */
function fromExternal(engine: ExternalEngine): TranslationEngine {
  const { id, label, destination, version } = engine;
  return {
    id: idStart + id,
    label,
    destination,
    version,
    async *translate({ segments, format, from, to, terms = [], signal = new AbortController().signal }) {
      for await (const answer of engine.translate({ segments, format, from, to, terms, signal })) {
        if (signal.aborted) return;
        const segment = Segment.safeParse(answer).data;
        if (segment && segment.index < segments.length) yield segment;
      }
    },
  };
}
