import * as vscode from 'vscode';
import type { TranslationEngine } from '../../core/translation/index.ts';
import { settings } from '../contributions.ts';

export const engineIds = ['libretranslate', 'openai', 'deepl', 'vscode'] as const;
export type EngineId = (typeof engineIds)[number];

/** Where the key of an engine lies in the secret storage. */
export function keyOf(engine: EngineId): string {
  return `giteeScout.translation.${engine}.key`;
}

function setting(name: string): string {
  return vscode.workspace.getConfiguration(settings.section).get<string>(name, '').trim();
}

/** The engine that the user chose; nothing is sent anywhere before that. */
export function chosenEngine(): EngineId | undefined {
  return engineIds.find(id => id === setting(settings.translationEngine));
}

/** Makes an engine from settings and keys; `undefined` while something that it needs is not set. */
export async function makeEngine(id: EngineId, secrets: vscode.SecretStorage): Promise<TranslationEngine | undefined> {
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
      const { createLanguageModelEngine, firstLanguageModel } = await import('./language-model-engine.ts');
      const model = await firstLanguageModel();
      return model && createLanguageModelEngine(model);
    }
  }
}

export function address(text: string): string | undefined {
  return /^https?:\/\//i.test(text) && URL.canParse(text) ? text : undefined;
}
