import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { fetched } from './folders.ts';
import type { OpenWindow, TestRun } from './launch.ts';
import type { Lifetime } from './lifetime.ts';

/** The same release as the server backend's. */
const version = '1.139.1';

const quiet = ['--disable-telemetry', '--disable-updates', '--skip-welcome', '--skip-release-notes', '--no-sandbox'];

/** Runs the tests module in the extension host of a downloaded VS Code; gives the exit code. */
export async function runTestsInElectron(run: TestRun, lifetime: Lifetime): Promise<number> {
  const profile = lifetime.folder();
  await writeUserSettings(profile, { ...run.settings, ...run.machineSettings });
  const vscodeExecutablePath = await downloadAndUnzipVSCode({ version, cachePath: fetched });
  return runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: [run.extension, ...(run.neighbors ?? [])],
    extensionTestsPath: run.tests,
    extensionTestsEnv: { ...run.environment },
    launchArgs: [run.workspace, ...quiet, '--disable-workspace-trust', ...profileOf(profile)],
  });
}

/** Opens a window and waits until a person closes it. */
export async function openInElectron(open: OpenWindow, lifetime: Lifetime): Promise<void> {
  await writeUserSettings(open.dataFolder, { ...open.settings, ...open.machineSettings });
  const executable = await downloadAndUnzipVSCode({ version, cachePath: fetched });
  const parameters = [
    open.workspace,
    `--extensionDevelopmentPath=${open.extension}`,
    ...quiet,
    ...(open.workspaceTrust ? [] : ['--disable-workspace-trust']),
    ...profileOf(open.dataFolder),
    '--wait',
  ];
  const child = lifetime.own(spawn(executable, parameters, { stdio: 'ignore' }));
  open.onReady(`a window of VS Code ${version}`);
  await new Promise((resolve, reject) => child.once('exit', resolve).once('error', reject));
}

function profileOf(folder: string): readonly string[] {
  return [`--user-data-dir=${folder}`, `--extensions-dir=${path.join(folder, 'extensions')}`];
}

async function writeUserSettings(profile: string, settings: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const folder = path.join(profile, 'User');
  await mkdir(folder, { recursive: true });
  await writeFile(
    path.join(folder, 'settings.json'),
    JSON.stringify({ 'workbench.startupEditor': 'none', ...settings }),
  );
}
