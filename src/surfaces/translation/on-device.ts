import path from 'node:path';
import type { Log } from '../../core/ports.ts';
import type { ModelPackage, ModelStore, TranslationEngine } from '../../core/translation/index.ts';
import type { Languages } from '../translations.ts';

export interface OnDeviceDependencies {
  /** A folder of this machine for models. */
  readonly folder: string;
  /** The folder of the built extension: the engine's program lies there. */
  readonly program: string;
  readonly mirrors: () => readonly string[];
  readonly log: Log;
  /** All that can be had, unless told. */
  readonly models?: readonly ModelPackage[] | undefined;
  /** Ms without work after which the engine gives its memory back. */
  readonly idleTime?: number | undefined;
}

type Model = Pick<ModelStore, 'model' | 'files'>;

/** What is there and what is missing for a pair of languages. */
export interface OnDeviceState {
  /** Labels of the models, in their order. */
  readonly labels: readonly string[];
  readonly missing: readonly ModelStore[];
  /** Bytes to download. */
  readonly bytes: number;
}

/** The on-device engine and its models. One engine runs at a time: each takes most of a gigabyte. */
export function createOnDevice({ folder, program, mirrors, log, models, idleTime }: OnDeviceDependencies) {
  const core = () => import('../../core/translation/index.ts');
  /** A person's own model is for the script for which it was brought. */
  const adoptedFolder = (isTraditional: boolean) => path.join(folder, isTraditional ? 'own-zh-Hant' : 'own');
  let running: { readonly version: string; readonly engine: TranslationEngine } | undefined;

  const storeOf = async (model: ModelPackage): Promise<ModelStore> => {
    const { createModelStore } = await core();
    return createModelStore({ folder, log, model, mirrors: mirrors() });
  };
  /** The models of a way, with a person's own in place of the first where there is one. */
  const chain = async ({ from, to }: Languages): Promise<readonly (Model | ModelStore)[] | undefined> => {
    const { adoptedModel, allModels, modelChain } = await core();
    const found = modelChain(from, to, models ?? allModels);
    if (!found) return undefined;
    const own = await adoptedModel(adoptedFolder(found[0].from === 'zh-Hant'), { from: found[0].from });
    const stores = await Promise.all(found.flatMap(model => (model ? [storeOf(model)] : [])));
    const isOwn = own && stores[0]?.model.from === own.model.from && stores[0].model.to === own.model.to;
    return isOwn ? [own, ...stores.slice(1)] : stores;
  };
  const missingOf = async (parts: readonly (Model | ModelStore)[]): Promise<readonly ModelStore[]> => {
    const stores = parts.filter((part): part is ModelStore => 'isInstalled' in part);
    const installed = await Promise.all(stores.map(store => store.isInstalled()));
    return stores.filter((_, index) => !installed[index]);
  };
  const stop = async () => {
    const ending = running;
    running = undefined;
    await ending?.engine.dispose?.();
  };

  return {
    /** `undefined` when there are no models for these languages. */
    async state(languages: Languages): Promise<OnDeviceState | undefined> {
      const parts = await chain(languages);
      if (!parts) return undefined;
      const missing = await missingOf(parts);
      return {
        labels: parts.map(({ model }) => model.label),
        missing,
        bytes: missing.reduce((sum, { downloadBytes }) => sum + downloadBytes, 0),
      };
    },
    /** `undefined` unless every model is there. */
    async engine(languages: Languages): Promise<TranslationEngine | undefined> {
      const parts = await chain(languages);
      const [store, second] = parts ?? [];
      if (!parts || !store || (await missingOf(parts)).length > 0) return undefined;
      const version = parts.map(({ model }) => model.id).join('+');
      if (running?.version === version) return running.engine;
      await stop();
      const { bergamotAssetsIn, createBergamot } = await core();
      const engine = createBergamot({ store, second, assets: bergamotAssetsIn(program), log, idleTime });
      running = { version, engine };
      return engine;
    },
    /** Takes known models from files; gives the labels of those that are whole now and were not before. */
    async installFrom(paths: readonly string[]): Promise<readonly string[]> {
      const { allModels, TranslationError } = await core();
      const stores = await Promise.all((models ?? allModels).map(storeOf));
      const installed: string[] = [];
      for (const store of stores) {
        if (await store.isInstalled()) continue;
        try {
          await store.installFrom(paths);
          installed.push(store.model.label);
        } catch (error) {
          if (!(error instanceof TranslationError)) throw error;
        }
      }
      return installed;
    },
    /** Takes files of a model that nobody here knows. The user has been asked. */
    async adopt(paths: readonly string[], { from }: Pick<Languages, 'from'>): Promise<void> {
      const { adoptModel, isForm } = await core();
      await stop();
      await adoptModel(paths, adoptedFolder(isForm('zh-Hant', from)));
    },
    /** Removes every model; false when there was none. */
    async remove(): Promise<boolean> {
      const { adoptedModel, allModels, removeAdopted } = await core();
      await stop();
      const stores = await Promise.all((models ?? allModels).map(storeOf));
      const installed = await Promise.all(stores.map(store => store.isInstalled()));
      const folders = [adoptedFolder(false), adoptedFolder(true)];
      const own = await Promise.all(folders.map(place => adoptedModel(place)));
      await Promise.all([...stores.map(store => store.remove()), ...folders.map(place => removeAdopted(place))]);
      return own.some(model => model !== undefined) || installed.includes(true);
    },
    stop,
  };
}

export type OnDevice = ReturnType<typeof createOnDevice>;
