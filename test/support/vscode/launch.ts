import { chooseBackend } from './backend.ts';
import { startBrowser } from './browser.ts';
import { openInElectron, runTestsInElectron } from './electron.ts';
import { createLifetime, type Lifetime } from './lifetime.ts';
import { startServer } from './server.ts';

/** What to run inside the extension host of a real VS Code. All paths are absolute. */
export interface TestRun {
  /** The folder of the extension under test. */
  readonly extension: string;
  /** Folders of more extensions that run beside it. */
  readonly neighbors?: readonly string[] | undefined;
  /** A CommonJS module with `run(): Promise<void>`. */
  readonly tests: string;
  readonly workspace: string;
  readonly environment?: Readonly<Record<string, string>> | undefined;
  readonly settings?: Readonly<Record<string, unknown>> | undefined;
  readonly machineSettings?: Readonly<Record<string, unknown>> | undefined;
  /** What the extension host prints. */
  print(text: string): void;
}

/** What to open for a person. */
export interface OpenWindow {
  readonly extension: string;
  readonly workspace: string;
  /** Where settings and stored data are. */
  readonly dataFolder: string;
  readonly port?: number | undefined;
  readonly workspaceTrust?: boolean | undefined;
  readonly settings?: Readonly<Record<string, unknown>> | undefined;
  readonly machineSettings?: Readonly<Record<string, unknown>> | undefined;
  /** Called with the address, or with what was opened. */
  onReady(where: string): void;
}

/** A run that hangs is ended. */
const longestRun = 10 * 60_000;

/** Runs tests inside a real VS Code, whichever can be had here; gives the exit code. */
export async function runInEditor(run: TestRun): Promise<number> {
  const lifetime = createLifetime();
  try {
    const backend = await chooseBackend();
    return backend === 'electron' ? await runTestsInElectron(run, lifetime) : await runTestsInServer(run, lifetime);
  } finally {
    lifetime.end();
  }
}

/** Opens a real VS Code for a person, and waits until it is closed or this process is interrupted. */
export async function openEditor(open: OpenWindow): Promise<void> {
  const lifetime = createLifetime();
  try {
    const backend = await chooseBackend();
    if (backend === 'electron') return await openInElectron(open, lifetime);
    const server = await startServer({ ...open, lifetime });
    open.onReady(server.address(open));
    await server.ended;
  } finally {
    lifetime.end();
  }
}

async function runTestsInServer(run: TestRun, lifetime: Lifetime): Promise<number> {
  const server = await startServer({ ...run, lifetime, dataFolder: lifetime.folder() });
  const browser = await startBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const ended = new Promise<number>((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error('the tests in VS Code did not end within 10 minutes')),
        longestRun,
      );
      const exit = (code: number) => {
        clearTimeout(timer);
        resolve(code);
      };
      page.once('crash', () => reject(new Error('the browser crashed')));
      void page.exposeFunction('codeAutomationExit', exit).catch(reject);
    });
    await page.exposeFunction('codeAutomationLog', (_type: string, parts: readonly unknown[]) => {
      if (!isNoise(parts)) run.print(`${parts.map(String).join(' ')}\n`);
    });
    await page.goto(server.address(run));
    return await ended;
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** The server runs without its native modules, which only the editor's own log and watchdog would use. */
function isNoise(parts: readonly unknown[]): boolean {
  const text = parts.map(String).join(' ');
  return /spdlog|watchdog|bindings file|localStorage is not available|ExperimentalWarning/i.test(text);
}
