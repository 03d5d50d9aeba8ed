export { type BergamotAssets, bergamotAssetsIn } from './bergamot/assets.ts';
export { type BergamotOptions, createBergamot } from './bergamot/bergamot.ts';
export { allModels, isForm, modelChain } from './bergamot/model-chain.ts';
export {
  adoptedModel,
  adoptModel,
  type FolderModelOptions,
  openModelFolder,
  removeAdopted,
} from './bergamot/model-folder.ts';
export {
  chineseEnglish,
  type ModelFile,
  type ModelPackage,
  traditionalChineseEnglish,
} from './bergamot/model-package.ts';
export {
  createModelStore,
  type ModelProgress,
  type ModelStore,
  type ModelStoreOptions,
} from './bergamot/model-store.ts';
export {
  Correction,
  correctionsText,
  mergeCorrections,
  readCorrections,
} from './corrections.ts';
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
export { type Environment, type EnvironmentOptions, engineFromEnvironment, environmentHelp } from './environment.ts';
export { createGlossary, type Glossary, type Note } from './glossary.ts';
export { createGlossaryEngine } from './glossary-engine.ts';
export { GlossaryEntry } from './glossary-entry.ts';
export { readGlossary } from './glossary-file.ts';
export type { Fetch, HttpOptions } from './http.ts';
export {
  MemoryError,
  type MemoryImport,
  type MemoryOptions,
  type MemoryScope,
  openTranslationMemory,
  type TranslationMemory,
} from './memory.ts';
export { createRememberedEngine } from './remembered-engine.ts';
export { keepsMarks } from './segment.ts';
export {
  createTranslator,
  type TranslatedMarkdown,
  type TranslatedSentence,
  type TranslateOptions,
  type TranslationProgress,
  type Translator,
  type TranslatorOptions,
  type Untranslated,
} from './translator.ts';
