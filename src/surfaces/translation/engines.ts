import * as vscode from 'vscode';
import type { TranslationEngine } from '../../core/translation/index.ts';
import { settings } from '../contributions.ts';

/** Engines that are set up by settings and keys; the on-device one needs neither. */
export const servedEngineIds = ['libretranslate', 'openai', 'deepl', 'vscode'] as const;
export type ServedEngineId = (typeof servedEngineIds)[number];
export const onDeviceId = 'bergamot';
export type EngineId = ServedEngineId | typeof onDeviceId;

/** Where the key of an engine lies in the secret storage. */
export function keyOf(engine: EngineId): string {
  return `giteeScout.translation.${engine}.key`;
}

export function setting(name: string): string {
  return vscode.workspace.getConfiguration(settings.section).get<string>(name, '').trim();
}

/** The engine that the user chose; `undefined` when READMEs are not to be translated. */
export function chosenEngine(): EngineId | undefined {
  const chosen = setting(settings.translationEngine);
  return [onDeviceId, ...servedEngineIds].find((id): id is EngineId => id === chosen);
}

/** Makes an engine from settings and keys; `undefined` while something that it needs is not set. */
export async function makeEngine(
  id: ServedEngineId,
  secrets: Pick<vscode.SecretStorage, 'get'>,
): Promise<TranslationEngine | undefined> {
  const { createDeepL, createLibreTranslate, createOpenAI } = await import('../../core/translation/index.ts');
  const key = await secrets.get(keyOf(id));
  switch (id) {
    case 'libretranslate': {
      const url = address(setting(settings.translationLibreTranslateUrl));
      return url === undefined ? undefined : createLibreTranslate({ url, key });
    }
    case 'openai': {
      const url = address(setting(settings.translationOpenAIUrl));
      const model = setting(settings.translationOpenAIModel);
      return url === undefined || model === '' ? undefined : createOpenAI({ url, model, key });
    }
    case 'deepl':
      return key === undefined ? undefined : createDeepL({ key });
    case 'vscode': {
      const { createLanguageModelEngine, languageModel } = await import('./language-model-engine.ts');
      const model = await languageModel(setting(settings.translationLanguageModel));
      return model && createLanguageModelEngine(model);
    }
  }
}

export function address(text: string): string | undefined {
  return /^https?:\/\//i.test(text) && URL.canParse(text) ? text : undefined;
}

/** Whether what is sent to this destination stays on this machine. */
export function isLocal(destination: string): boolean {
  return /^(?:this device$|localhost\b|127\.|\[::1\])/.test(destination);
}
