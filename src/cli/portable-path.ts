import path, { type PlatformPath } from 'node:path';

/** A path below a folder as reports and files in a repository write it: with `/`, on every system. */
export function portablePath(folder: string, file: string, paths: PlatformPath = path): string {
  return paths.relative(folder, file).split(paths.sep).join('/');
}

/** The file that a path in a repository means on this system. A colleague on Windows may have written `\`. */
export function pathBelow(folder: string, portable: string, paths: PlatformPath = path): string {
  return paths.join(folder, ...portable.split(/[\\/]/));
}
