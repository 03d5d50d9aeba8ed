import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { exists, once } from './folders.ts';
import { installPackages } from './run-command.ts';

/** The browser inside a package of the npm registry, for machines that have none. */
const packagedVersion = '153.0.0';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Quiet: a test browser looks nothing up for itself. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts a headless Chromium: the one that GITEE_SCOUT_TEST_BROWSER names (`packaged` is the one inside the npm
 * package), else an installed one, else the packaged one.
 */
export async function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await findChromium(), args: flags, headless: true });
}

async function findChromium(): Promise<string> {
  const wanted = process.env.GITEE_SCOUT_TEST_BROWSER;
  if (wanted !== undefined && wanted !== 'packaged') return wanted;
  if (wanted === undefined) for (const candidate of installed) if (await exists(candidate)) return candidate;
  const folder = await once(`chromium-${packagedVersion}`, async draft => {
    await installPackages(draft, [`@sparticuz/chromium@${packagedVersion}`]);
  });
  const entry = path.join(folder, 'node_modules/@sparticuz/chromium/build/index.js');
  const module: unknown = await import(pathToFileURL(entry).href);
  if (!isPackagedBrowser(module)) throw new Error(`${entry} has another shape than expected`);
  return module.default.executablePath();
}

interface PackagedBrowser {
  readonly default: { executablePath(): Promise<string> };
}

function isPackagedBrowser(module: unknown): module is PackagedBrowser {
  if (typeof module !== 'object' || module === null || !('default' in module)) return false;
  const browser = module.default;
  return (
    (typeof browser === 'object' || typeof browser === 'function') && browser !== null && 'executablePath' in browser
  );
}
