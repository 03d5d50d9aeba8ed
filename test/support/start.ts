/**
 * A real VS Code with the extension, for a person to try: `npm start -- [FOLDER] [--offline-demo] [--restricted] [--port N]`.
 * Settings and findings are kept in `.vscode-test/home`, so that they are there again tomorrow.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startGitee } from './gitee/server.ts';
import { copySample, exists, fetched } from './vscode/folders.ts';
import { openEditor } from './vscode/launch.ts';

const { values, positionals } = parseArgs({
  options: {
    'offline-demo': { type: 'boolean', default: false },
    restricted: { type: 'boolean', default: false },
    port: { type: 'string' },
  },
  allowPositionals: true,
});

const dataFolder = path.join(fetched, values['offline-demo'] ? 'home-demo' : 'home');
await mkdir(dataFolder, { recursive: true });
const standIn = values['offline-demo'] ? await startGitee({ limit: 5000 }) : undefined;
if (standIn) print(`A stand-in for Gitee answers at ${standIn.apiUrl}; nothing is asked of gitee.com.`);

try {
  await openEditor({
    // npm runs scripts in the project's folder; a relative path is meant from where the person is.
    workspace: await workspaceOf(positionals[0]),
    extension: path.resolve(import.meta.dirname, '../..'),
    dataFolder,
    port: values.port === undefined ? undefined : Number(values.port),
    workspaceTrust: values.restricted,
    machineSettings: standIn ? { 'giteeScout.baseUrl': standIn.apiUrl } : {},
    onReady: where => print(`VS Code with Gitee Scout is ready:\n\n  ${where}\n\nCtrl+C ends it.`),
  });
} finally {
  await standIn?.close();
}

async function workspaceOf(wanted: string | undefined): Promise<string> {
  if (wanted === undefined) return copySample(path.join(fetched, 'storefront'));
  const folder = path.resolve(process.env.INIT_CWD ?? process.cwd(), wanted);
  if (!(await exists(folder))) throw new Error(`there is no folder ${folder}`);
  return folder;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
