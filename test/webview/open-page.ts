import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as esbuild from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { pageDocument } from '../../src/surfaces/page/document.ts';
import { inlineText } from '../../src/surfaces/page/page-code.ts';
import type { HostMessage, PageHistory, PageMessage, PageState, SavedPage } from '../../src/webview/protocol.ts';
import { themes } from './themes.ts';

const root = path.resolve(import.meta.dirname, '../..');
const origin = 'https://page.test';

export interface OpenedPage {
  readonly page: Page;
  /** What the page has said to its host so far. */
  readonly sent: readonly PageMessage[];
  /** Requests that left the page. */
  readonly requests: readonly string[];
  /** Says something to the page as its host would. */
  post(message: HostMessage): Promise<void>;
  /** What it keeps for its next life. */
  saved(): Promise<SavedPage | undefined>;
}

export interface Look {
  readonly theme?: keyof typeof themes;
  readonly width?: number;
  readonly imageHosts?: readonly string[];
  /** What it kept of its last life. */
  readonly saved?: SavedPage | undefined;
  readonly history?: PageHistory;
}

/** Opens the page's own document, script and style in a browser, with a host that only listens. */
export async function openPage(browser: Browser, state: PageState, look: Look = {}): Promise<OpenedPage> {
  const theme = themes[look.theme ?? 'dark'];
  const page = await browser.newPage({ viewport: { width: look.width ?? 1200, height: 900 } });
  const sent: PageMessage[] = [];
  const requests: string[] = [];
  const html = pageDocument({
    code: { script: inlineText(await script()), style: inlineText(await style(theme.variables)) },
    drawing: '1',
    language: 'en',
    imageHosts: look.imageHosts ?? [],
    title: state.page.name,
    loading: `Opening the page of ${state.page.name}…`,
    state,
    history: look.history ?? { entries: [{ reference: { project: state.page.id }, title: '', scroll: 0 }], at: 0 },
    words: {},
  }).replace('<body ', `<body class="${theme.kind}" `);
  await page.route('**/*', async route => {
    const { href } = new URL(route.request().url());
    if (href === `${origin}/`) return route.fulfill({ contentType: 'text/html', body: html });
    requests.push(href);
    return route.abort();
  });
  await page.exposeFunction('heard', (message: PageMessage) => void sent.push(message));
  await page.addInitScript(saved => {
    Reflect.set(globalThis, 'savedPage', saved);
    const api = {
      postMessage: (message: unknown) => Reflect.get(globalThis, 'heard')(message),
      getState: () => Reflect.get(globalThis, 'savedPage'),
      setState: (next: unknown) => Reflect.set(globalThis, 'savedPage', next),
    };
    Reflect.set(globalThis, 'acquireVsCodeApi', () => api);
  }, look.saved);
  await page.goto(`${origin}/`);
  return {
    page,
    sent,
    requests,
    saved: () => page.evaluate(() => Reflect.get(globalThis, 'savedPage')),
    post: message => page.evaluate(data => Reflect.get(globalThis, 'postMessage')(data, '*'), message),
  };
}

async function script(): Promise<string> {
  const built = await esbuild.build({
    entryPoints: [path.join(root, 'src/webview/scripts/page.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    loader: { '.svg': 'text' },
    tsconfig: path.join(root, 'src/webview/scripts/tsconfig.json'),
  });
  return built.outputFiles[0]?.text ?? '';
}

/** The page's style below the variables that VS Code sets on the root element. */
async function style(variables: Readonly<Record<string, string>>): Promise<string> {
  const css = await readFile(path.join(root, 'media/page.css'), 'utf8');
  const lines = Object.entries(variables).map(([name, value]) => `--vscode-${name}: ${value};`);
  return `:root { ${lines.join(' ')} }\n${css}`;
}
