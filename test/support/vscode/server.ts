import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { once, root } from './folders.ts';
import type { Lifetime } from './lifetime.ts';
import { installPackages, runCommand } from './run-command.ts';

/** 4.139.1 holds VS Code 1.139.1. */
const serverVersion = '4.139.1';

export interface ServerOptions {
  readonly lifetime: Lifetime;
  /** Where settings, extensions and stored data are; made when absent. */
  readonly dataFolder: string;
  readonly settings?: Readonly<Record<string, unknown>> | undefined;
  /** Settings of scope `machine` belong here. */
  readonly machineSettings?: Readonly<Record<string, unknown>> | undefined;
  /** `true`: a folder opens in Restricted Mode until a person trusts it. */
  /** `true`: messages appear over the window, as they do for a person; no extension runs from its sources then. */
  readonly toasts?: boolean | undefined;
  readonly workspaceTrust?: boolean | undefined;
  readonly port?: number | undefined;
  /** Folders of more extensions, installed before it starts: it runs only one from its sources. */
  readonly neighbors?: readonly string[] | undefined;
  readonly environment?: Readonly<Record<string, string>> | undefined;
}

export interface OpenOptions {
  /** Absolute path of a folder or of a `.code-workspace` file; `undefined` opens an empty window. */
  readonly workspace?: string | undefined;
  /** Absolute path of the folder of an extension that is run from its sources. */
  readonly extension?: string | undefined;
  /** Absolute path of the module with a `run` function that the extension host shall call. */
  readonly tests?: string | undefined;
  /** Absolute path of a file to open. */
  readonly file?: string | undefined;
}

export interface EditorServer {
  readonly origin: string;
  readonly dataFolder: string;
  /** The address at which a browser shows this. */
  address(options: OpenOptions): string;
  /** Settles when the server has ended, for whatever reason. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** The folder of the VS Code server, fetched from the npm registry when it is not there. */
export async function installServer(): Promise<string> {
  const folder = await once(`code-server-${serverVersion}`, async draft => {
    await installPackages(draft, [`code-server@${serverVersion}`]);
    // It brings its own list of locked dependencies, and would install them in a script.
    await installPackages(path.join(draft, 'node_modules/code-server/lib/vscode'), []);
  });
  return path.join(folder, 'node_modules/code-server/lib/vscode');
}

/** Starts the VS Code server on a free port (or the wanted one) of this machine only, guarded by a random token. */
export async function startServer(options: ServerOptions): Promise<EditorServer> {
  const { lifetime, dataFolder } = options;
  const server = await installServer();
  await writeSettings(path.join(dataFolder, 'data/User'), { ...calm, ...options.settings });
  await writeSettings(path.join(dataFolder, 'data/Machine'), options.machineSettings ?? {});
  for (const neighbor of options.neighbors ?? [])
    await cp(neighbor, path.join(dataFolder, 'extensions', path.basename(neighbor)), { recursive: true });
  const project = await linkToProject(dataFolder);
  const token = randomBytes(16).toString('hex');
  const parameters = [
    path.join(server, 'out/server-main.js'),
    ...['--host', '127.0.0.1', '--port', String(options.port ?? 0), '--connection-token', token],
    ...['--accept-server-license-terms', '--disable-telemetry'],
    // With it an extension runs from its sources, and messages are only in their list, not over what is clicked.
    ...(options.toasts ? [] : ['--enable-smoke-test-driver']),
    ...(options.workspaceTrust ? [] : ['--disable-workspace-trust']),
    ...['--server-data-dir', dataFolder],
  ];
  const child = lifetime.own(
    spawn(process.execPath, parameters, {
      cwd: dataFolder,
      env: { ...cleanEnvironment(), ...options.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    }),
  );
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()));
  const port = await listeningPort(child);
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    dataFolder,
    address: open =>
      `${origin}/?${queryOf({ ...open, extension: open.extension === root ? project : open.extension }, port, token)}`,
    ended,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Installs a packaged extension into the data folder, as a person would by the command line. */
export async function installExtension(dataFolder: string, vsix: string): Promise<string> {
  const entry = path.join(await installServer(), 'out/server-main.js');
  const where = ['--server-data-dir', dataFolder, '--accept-server-license-terms'];
  await runCommand(process.execPath, [entry, ...where, '--install-extension', vsix], dataFolder);
  return runCommand(process.execPath, [entry, ...where, '--list-extensions', '--show-versions'], dataFolder);
}

/** Nothing that moves, greets or asks the internet by itself. */
const calm = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': 'off',
  'extensions.ignoreRecommendations': true,
  'json.schemaDownload.enable': false,
  'npm.fetchOnlinePackageInfo': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'security.workspace.trust.startupPrompt': 'never',
  'window.titleBarStyle': 'custom',
} as const;

/**
 * Another name of the project's folder. VS Code starts with a theme of the extension that is being developed, whatever the
 * settings say, and takes its own themes for such as long as this server lies below the extension's folder.
 */
async function linkToProject(dataFolder: string): Promise<string> {
  const link = path.join(dataFolder, 'project');
  await rm(link, { force: true });
  await symlink(root, link, 'junction');
  return link;
}

async function writeSettings(folder: string, settings: Readonly<Record<string, unknown>>): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'settings.json'), `${JSON.stringify(settings, null, 2)}\n`);
}

/**
 * What npm and an outer VS Code put into the environment would confuse an inner one; where this machine gets its packages
 * from would decide which names count as private.
 */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const foreign = /^(npm_|PIP_|UV_|CARGO_|VSCODE_|ELECTRON_|NODE_OPTIONS$|NODE_COMPILE_CACHE$)/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

function queryOf({ workspace, extension, tests, file }: OpenOptions, port: string, token: string): string {
  const remote = (place: string) => `vscode-remote://127.0.0.1:${port}${encodeURI(slashed(place))}`;
  const payload = [
    ['skipWelcome', 'true'],
    ...(extension === undefined ? [] : [['extensionDevelopmentPath', remote(extension)]]),
    ...(tests === undefined ? [] : [['extensionTestsPath', remote(tests)]]),
    ...(file === undefined ? [] : [['openFile', remote(file)]]),
  ];
  const query = new URLSearchParams({ tkn: token });
  if (workspace === undefined) query.set('ew', 'true');
  else query.set(workspace.endsWith('.code-workspace') ? 'workspace' : 'folder', slashed(workspace));
  query.set('payload', JSON.stringify(payload));
  return query.toString().replaceAll('+', '%20');
}

function slashed(place: string): string {
  const forward = place.replaceAll('\\', '/');
  return forward.startsWith('/') ? forward : `/${forward}`;
}

async function listeningPort(child: ReturnType<typeof spawn>): Promise<string> {
  const output: string[] = [];
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`the VS Code server ${why}:\n${output.join('').slice(-4000)}`));
    const timer = setTimeout(() => fail('did not start within 60 s'), 60_000);
    const read = (text: string) => {
      output.push(text);
      const port = /Extension host agent listening on (\d+)/.exec(output.join(''))?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(port);
    };
    child.stdout?.setEncoding('utf8').on('data', read);
    child.stderr?.setEncoding('utf8').on('data', (text: string) => output.push(text));
    child.once('exit', code => {
      clearTimeout(timer);
      fail(`ended with ${code}`);
    });
  });
}
