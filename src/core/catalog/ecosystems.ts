import type { Ecosystem } from '../model.ts';

/** All ecosystems that the catalog may have a file for. */
export const ecosystems = [
  'npm',
  'jsr',
  'bower',
  'pypi',
  'conda',
  'maven',
  'clojars',
  'golang',
  'cargo',
  'nuget',
  'composer',
  'gem',
  'pub',
  'hex',
  'swift',
  'cocoapods',
  'conan',
  'vcpkg',
  'cmake',
  'platformio',
  'idf',
  'zephyr',
  'ros',
  'bazel',
  'docker',
  'helm',
  'terraform',
  'github',
  'ohpm',
  'unity',
  'generic',
] as const satisfies readonly Ecosystem[];

/**
 * Ecosystems whose packages can be used from another one: the Java virtual machine, the browser and Node.js, Python, C and
 * C++, where a library is as often built from its repository. A library elsewhere is out of reach.
 */
const reachable: Readonly<Record<string, readonly string[]>> = {
  clojars: ['maven'],
  jsr: ['npm'],
  bower: ['npm'],
  conda: ['pypi'],
  conan: ['vcpkg', 'cmake', 'github'],
  vcpkg: ['conan', 'cmake', 'github'],
  cmake: ['conan', 'vcpkg', 'github'],
  bazel: ['conan', 'vcpkg', 'cmake', 'github'],
  // A firmware is built from sources: what has no package of its own there is taken from its repository.
  platformio: ['github', 'idf'],
  idf: ['github'],
  zephyr: ['github'],
  // What CMake and PlatformIO fetch from a repository. Actions stand under the same type and have no capabilities.
  github: ['conan', 'vcpkg', 'cmake', 'platformio'],
};

/** Can a package of the second ecosystem be used where one of the first stands? */
export function usableFrom(from: string, library: string): boolean {
  return from === library || (reachable[from]?.includes(library) ?? false);
}
