/**
 * What the extension costs the extension host's thread while somebody works in a large workspace. Part of `npm run bench`;
 * alone: `node test/bench/host.ts [PROFILE]`, after a build; PROFILE is the start of the names of CPU profiles, one for each
 * part.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { large, writeMonorepo } from '../support/monorepo/generate.ts';
import { createLifetime } from '../support/vscode/lifetime.ts';
import { measuredExtension } from '../support/vscode/measured-extension.ts';
import { type OpenWorkbench, openWorkbench } from '../support/workbench/open-workbench.ts';
import { type Figure, percentile } from './figure.ts';
import { manifestOf } from './typed-manifest.ts';
import { type Watched, watchHost } from './watched-host.ts';

/** Letters that are typed, ten a second. */
const letters = 50;
const dependencies = 2000;

/**
 * Typing in a package.json of 2,000 dependencies in a workspace of 10,000 manifests: without the extension, with it, while
 * it reads the workspace, and with the workspace read. All in one window, so that each is the peer of the others.
 */
export async function hostTimes(profile?: string): Promise<readonly Figure[]> {
  const lifetime = createLifetime();
  const workspace = lifetime.folder('monorepo');
  await writeMonorepo(workspace, large);
  await mkdir(path.join(workspace, 'typed'));
  await writeFile(path.join(workspace, 'typed/package.json'), manifestOf(dependencies - 1));
  const extension = lifetime.folder('measured');
  const host = watchHost(path.join(lifetime.folder(), 'control'), profile);
  await measuredExtension(extension, host.entry);
  // VS Code's own npm support asks the registry with each letter, which hides everything else.
  const settings = { 'npm.fetchOnlinePackageInfo': false };
  const workbench = await openWorkbench({ workspace, extension, settings });
  const { page, editor } = workbench;
  try {
    await workbench.openFile('typed/package.json');
    await editor.clickBehind('"moment');
    await sleep(5_000);
    const typed = async () => {
      await host.seen();
      await type(workbench);
      return host.seen();
    };
    const without = await typed();

    await host.start();
    await editor.annotationBehind('"moment"');
    await sleep(2_000);
    const alone = await typed();

    await host.seen();
    await workbench.openContainer();
    await editor.line('"moment').click();
    await page.keyboard.press('End');
    await type(workbench);
    await page.getByText('Reading manifests').waitFor({ state: 'hidden', timeout: 120_000 });
    await workbench.view('Suggestions').locator('.monaco-list-row').first().waitFor();
    const scanned = await host.seen();

    await sleep(10_000);
    const afterwards = await typed();
    return [
      ...figuresOf(`typing in a manifest of ${dependencies}, no extension`, without),
      ...figuresOf(`typing in a manifest of ${dependencies}`, alone, without),
      ...figuresOf('typing while 10,000 manifests are read', scanned),
      ...figuresOf('typing with 10,000 manifests read', afterwards, without),
    ];
  } finally {
    await workbench.close();
    lifetime.end();
  }
}

/** Behind a name, which is another one with each letter and itself again at the end. */
async function type({ page }: OpenWorkbench): Promise<void> {
  for (let letter = 0; letter < letters; letter += 1) {
    await page.keyboard.press(letter < letters / 2 ? 'x' : 'Backspace');
    await sleep(100);
  }
  // What comes when the typing pauses.
  await sleep(1_500);
}

function figuresOf(what: string, { turns, late, total }: Watched, base?: Watched): readonly Figure[] {
  const each = (total - (base?.total ?? 0)) / letters;
  return [
    { what: `${what}: turns of the thread, processor time, 99 of 100 below`, value: percentile(turns, 99), unit: 'ms' },
    { what: `${what}: longest turn, processor time`, value: Math.max(...turns), unit: 'ms' },
    {
      what: `${what}: turns above 16 ms, processor time`,
      value: turns.filter(turn => turn > 16).length,
      unit: 'turns',
    },
    { what: `${what}: turns come late by the clock, 99 of 100 below`, value: late, unit: 'ms' },
    base === undefined
      ? { what: `${what}: processor time of the thread, all in all`, value: total, unit: 'ms' }
      : { what: `${what}: processor time of the thread for a letter, more than without`, value: each, unit: 'ms' },
  ];
}

if (process.argv[1] === import.meta.filename) {
  for (const { what, value, unit } of await hostTimes(process.argv[2]))
    console.log(`${what} ${value.toFixed(1)} ${unit}`);
}
