import { stat } from 'node:fs/promises';
import path from 'node:path';
import { type LicensePolicy, readLicensePolicy } from '../core/licenses/index.ts';
import { usageError } from './errors.ts';
import { pathBelow, portablePath } from './portable-path.ts';
import { type FolderSettings, largestSettings, settingsOf } from './settings.ts';
import { readBounded } from './walk.ts';

/** Policies, each for what lies below its folder. */
export interface Policies {
  readonly all: readonly LicensePolicy[];
  /** Those of a folder and of all folders above it: all hold, the strictest decides. */
  for(folder: string): readonly LicensePolicy[];
}

interface PolicyPlace {
  readonly file: string;
  /** Called as people know it, not by where it happens to lie: the same input gives the same report everywhere. */
  readonly name: string;
  /** What it holds for; absent for everything. */
  readonly folder?: string;
}

/**
 * The policies that hold: the one that is named alone, else those of the folders that were named on the command line, of
 * the folders above them up to the root of their repository, and of those below them.
 *
 * @param below policy files found below the folders, with their paths there
 * @throws CommandError when one cannot be followed
 */
export async function readPolicies(
  settings: readonly FolderSettings[],
  named: string | undefined,
  below: readonly { readonly path: string; readonly fullPath: string }[] = [],
): Promise<Policies> {
  const places: readonly PolicyPlace[] =
    named === undefined
      ? [
          ...(await Promise.all(settings.map(placesOf))).flat(),
          ...below.map(found => ({
            file: found.fullPath,
            name: found.path,
            folder: path.dirname(path.dirname(found.fullPath)),
          })),
        ]
      : [{ file: path.resolve(named), name: named }];
  const once = places.filter(({ file }, index) => places.findIndex(other => other.file === file) === index);
  const found: { readonly policy: LicensePolicy; readonly folder: string | undefined }[] = [];
  for (const { file, name, folder } of once) {
    const policy = await readPolicy(file, name);
    if (policy) found.push({ policy, folder });
    else if (named !== undefined) throw usageError(`Cannot read the policy ${named}.`);
  }
  return {
    all: found.map(({ policy }) => policy),
    for: asked =>
      found.flatMap(({ policy, folder }) => (folder === undefined || liesIn(asked, folder) ? [policy] : [])),
  };
}

async function placesOf({ folder, config }: FolderSettings): Promise<readonly PolicyPlace[]> {
  const above = await foldersAbove(folder);
  const places = above.map(async (each): Promise<PolicyPlace> => {
    const file = pathBelow(each, (await settingsOf(each)).config.policy);
    return { file, name: portablePath(folder, file), folder: each };
  });
  return [{ file: pathBelow(folder, config.policy), name: config.policy, folder }, ...(await Promise.all(places))];
}

async function readPolicy(file: string, name: string): Promise<LicensePolicy | undefined> {
  const text = await readBounded(file, largestSettings);
  if (text === undefined) return undefined;
  const reading = await readLicensePolicy(text, name);
  if (reading.kind === 'policy') return reading.policy;
  throw usageError(reading.problems.map(({ line, message }) => `${reading.name}:${line}: ${message}`).join('\n'));
}

/** The folders above one up to the root of its repository, the nearest first; none where it lies in no repository. */
export async function foldersAbove(folder: string): Promise<readonly string[]> {
  const above: string[] = [];
  for (let at = folder; !(await exists(path.join(at, '.git'))); ) {
    const next = path.dirname(at);
    if (next === at) return [];
    above.push(next);
    at = next;
  }
  return above;
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

/** Whether a folder is another one or lies in it. */
export function liesIn(folder: string, other: string, paths: path.PlatformPath = path): boolean {
  const way = paths.relative(other, folder);
  return way === '' || !(way === '..' || way.startsWith(`..${paths.sep}`) || paths.isAbsolute(way));
}
