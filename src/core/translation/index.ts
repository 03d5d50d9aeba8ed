export {
  onThisDevice,
  type Term,
  type TranslatedSegment,
  type TranslationEngine,
  TranslationError,
  type TranslationErrorKind,
  type TranslationRequest,
} from './engine.ts';
export { createDeepL, type DeepLOptions } from './engines/deepl.ts';
export { createLibreTranslate, type LibreTranslateOptions } from './engines/libretranslate.ts';
export { createOpenAI, type OpenAIOptions } from './engines/openai.ts';
export { type Environment, engineFromEnvironment, environmentHelp } from './environment.ts';
export type { Fetch, HttpOptions } from './http.ts';
