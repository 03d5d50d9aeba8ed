import type { Log } from '../ports.ts';
import { bergamotAssetsIn } from './bergamot/assets.ts';
import { createBergamot } from './bergamot/bergamot.ts';
import { openModelFolder } from './bergamot/model-folder.ts';
import type { TranslationEngine } from './engine.ts';
import { createDeepL } from './engines/deepl.ts';
import { createLibreTranslate } from './engines/libretranslate.ts';
import { createOpenAI } from './engines/openai.ts';
import type { HttpOptions } from './http.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface EnvironmentOptions extends HttpOptions {
  /** What the on-device engine needs besides a model: the folder of the built program, and a log. */
  readonly bergamot?: { readonly program: string; readonly log: Log } | undefined;
}

/**
 * The engine that the environment sets up: the named one, else the first of LibreTranslate, OpenAI-compatible, DeepL, on this device.
 * `undefined` when its variables are not set; `environmentHelp` says which.
 */
export function engineFromEnvironment(
  environment: Environment,
  id?: string,
  options: EnvironmentOptions = {},
): TranslationEngine | undefined {
  if (id !== undefined) return Object.hasOwn(makers, id) ? makers[id]?.(environment, options) : undefined;
  for (const make of Object.values(makers)) {
    const engine = make(environment, options);
    if (engine) return engine;
  }
  return undefined;
}

/** Which variables an engine needs, in a sentence. */
export function environmentHelp(id?: string): string {
  if (id !== undefined && Object.hasOwn(needs, id)) return `The engine "${id}" needs ${needs[id]}.`;
  return 'No translation engine is set up. Set GITEE_SCOUT_LIBRETRANSLATE_URL, GITEE_SCOUT_OPENAI_URL and GITEE_SCOUT_OPENAI_MODEL, or GITEE_SCOUT_DEEPL_KEY.';
}

const needs: Readonly<Record<string, string>> = {
  libretranslate: 'the environment variable GITEE_SCOUT_LIBRETRANSLATE_URL, such as http://127.0.0.1:5000',
  openai:
    'the environment variables GITEE_SCOUT_OPENAI_URL (such as http://127.0.0.1:11434/v1) and GITEE_SCOUT_OPENAI_MODEL',
  deepl: 'the environment variable GITEE_SCOUT_DEEPL_KEY',
  bergamot: 'the environment variable GITEE_SCOUT_BERGAMOT_MODEL, a folder with the files of a model',
};

type Maker = (environment: Environment, options: EnvironmentOptions) => TranslationEngine | undefined;

const makers: Readonly<Record<string, Maker>> = {
  libretranslate(environment, options) {
    const url = address(environment.GITEE_SCOUT_LIBRETRANSLATE_URL);
    return url === undefined
      ? undefined
      : createLibreTranslate({ url, key: environment.GITEE_SCOUT_LIBRETRANSLATE_KEY, ...options });
  },
  openai(environment, options) {
    const url = address(environment.GITEE_SCOUT_OPENAI_URL);
    const model = environment.GITEE_SCOUT_OPENAI_MODEL?.trim();
    return url === undefined || !model
      ? undefined
      : createOpenAI({ url, model, key: environment.GITEE_SCOUT_OPENAI_KEY, ...options });
  },
  deepl(environment, options) {
    const key = environment.GITEE_SCOUT_DEEPL_KEY?.trim();
    const url = address(environment.GITEE_SCOUT_DEEPL_URL);
    // A server of one's own that speaks DeepL's language may do without a key.
    return key || url ? createDeepL({ key: key ?? '', url, ...options }) : undefined;
  },
  bergamot(environment, { bergamot }) {
    const folder = environment.GITEE_SCOUT_BERGAMOT_MODEL?.trim();
    if (!folder || !bergamot) return undefined;
    const { program, log } = bergamot;
    return createBergamot({ store: openModelFolder({ folder }), assets: bergamotAssetsIn(program), log });
  },
};

function address(text: string | undefined): string | undefined {
  const trimmed = text?.trim() ?? '';
  return /^https?:\/\//i.test(trimmed) && URL.canParse(trimmed) ? trimmed : undefined;
}
