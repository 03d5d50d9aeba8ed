import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { startBrowser } from '../vscode/browser.ts';
import { copySample, root } from '../vscode/folders.ts';
import { createLifetime } from '../vscode/lifetime.ts';
import { installExtension, startServer } from '../vscode/server.ts';
import { createWorkbench, type Workbench } from './workbench.ts';

export type Theme = 'light' | 'dark' | 'high contrast' | 'high contrast light';

export interface WorkbenchOptions {
  /** Absolute path of the folder to open; by default a fresh copy of the sample workspace. */
  readonly workspace?: string | undefined;
  /** A packaged extension to install, instead of running the one of this folder from its sources. */
  readonly vsix?: string | undefined;
  /** Another folder to run the extension from than the project's. */
  readonly extension?: string | undefined;
  readonly settings?: Readonly<Record<string, unknown>> | undefined;
  /** Settings that belong to this machine. */
  readonly machineSettings?: Readonly<Record<string, unknown>> | undefined;
  readonly environment?: Readonly<Record<string, string>> | undefined;
  /** Folders of more extensions that are installed beside it. */
  readonly neighbors?: readonly string[] | undefined;
  /** Root of the API; by default a port at which nobody answers, as if there were no network. */
  readonly baseUrl?: string | undefined;
  readonly theme?: Theme | undefined;
  /** Language of VS Code as it names it (`de`, `zh-cn`); its own texts stay English without a language pack. */
  readonly language?: string | undefined;
  /** `true`: messages appear over the window, as they do for a person, and not only in their list. Needs a `vsix`. */
  readonly toasts?: boolean | undefined;
  /** `true`: the folder opens in Restricted Mode. */
  readonly restricted?: boolean | undefined;
}

export interface OpenWorkbench extends Workbench {
  /** The folder that is open. */
  readonly workspace: string;
  close(): Promise<void>;
}

/** Nobody answers here: it is the port for discarding, below those that a program gets without asking. */
export const nobody = 'http://127.0.0.1:9/api/v5';

/** How settings name a theme, and the classes that the window has as soon as it is drawn in it. */
const themes: Readonly<Record<Theme, { readonly name: string; readonly shown: string }>> = {
  light: { name: 'Light Modern', shown: '.vs.vscode-theme-defaults-themes-light_modern-json' },
  dark: { name: 'Dark Modern', shown: '.vs-dark.vscode-theme-defaults-themes-dark_modern-json' },
  'high contrast': { name: 'Default High Contrast', shown: '.hc-black.vscode-theme-defaults-themes-hc_black-json' },
  'high contrast light': {
    name: 'Default High Contrast Light',
    shown: '.hc-light.vscode-theme-defaults-themes-hc_light-json',
  },
};

/** A real VS Code with the extension in a window of 1440 x 900, ready for a person; everything in it is new. */
export async function openWorkbench(options: WorkbenchOptions = {}): Promise<OpenWorkbench> {
  const lifetime = createLifetime();
  const theme = themes[options.theme ?? 'light'];
  try {
    const dataFolder = lifetime.folder();
    if (options.vsix !== undefined) await installExtension(dataFolder, options.vsix);
    const workspace = options.workspace ?? (await copySample(lifetime.folder('storefront')));
    const server = await startServer({
      lifetime,
      dataFolder,
      workspaceTrust: options.restricted,
      toasts: options.toasts,
      settings: { 'workbench.colorTheme': theme.name, ...options.settings },
      machineSettings: { 'giteeScout.baseUrl': options.baseUrl ?? nobody, ...options.machineSettings },
      neighbors: options.neighbors,
      // VS Code's own npm support asks the registry about every package that is hovered.
      environment: {
        npm_config_offline: 'true',
        npm_config_cache: path.join(dataFolder, 'npm'),
        // Written by a process that may outlive the folder.
        npm_config_logs_max: '0',
        ...options.environment,
      },
    });
    const browser = await startBrowser();
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.origin });
    await keepSecrets(context);
    // What a language pack says of itself before VS Code starts; extensions bring their own texts.
    if (options.language !== undefined) await context.addInitScript(setLanguage, options.language);
    const extension = options.vsix === undefined ? (options.extension ?? root) : undefined;
    const workbench = createWorkbench(await context.newPage(), server.address({ workspace, extension }));
    await workbench.load();
    await workbench.page.locator(`.monaco-workbench${theme.shown}`).waitFor({ timeout: 90_000 });
    return {
      ...workbench,
      workspace,
      close: async () => {
        await browser.close();
        await server.stop();
        lifetime.end();
      },
    };
  } catch (error) {
    lifetime.end();
    throw error;
  }
}

/**
 * VS Code in a browser keeps secrets in the browser's storage, sealed with a key that it asks of the program around this
 * server. The server alone has no such address, nothing is stored then, and every secret is gone after a reload.
 */
async function keepSecrets(context: BrowserContext): Promise<void> {
  const key = randomBytes(32);
  await context.route(
    ({ pathname }) => pathname.endsWith('/mint-key'),
    route => route.fulfill({ body: key, contentType: 'application/octet-stream' }),
  );
}

declare const window: { _VSCODE_NLS_LANGUAGE?: string };

/** Runs in the window. */
function setLanguage(language: string): void {
  window._VSCODE_NLS_LANGUAGE = language;
}
