import type { DependencyOrigin, Manifest } from '../../model.ts';
import { githubPurl, purlOf } from '../../purl/index.ts';
import { fill } from '../../references/index.ts';
import { readRepository, repositoryPurl } from '../git/repository.ts';
import { ManifestBuilder, type Piece } from '../manifest.ts';
import { type CmakeArgument, type CmakeCommand, readCommands } from './language.ts';

const commands: ReadonlySet<string> = new Set([
  'set',
  'find_package',
  'find_dependency',
  'fetchcontent_declare',
  'externalproject_add',
  'cpmaddpackage',
  'cpmfindpackage',
]);

/** `find_package`, FetchContent, ExternalProject and CPM.cmake (https://github.com/cpm-cmake/CPM.cmake). */
export function parseCmake(text: string): Manifest {
  const manifest = new ManifestBuilder(text);
  const values = new Map<string, string>();
  for (const command of readCommands(text, commands)) {
    const [name, value] = command.arguments;
    if (command.name === 'set') {
      if (name && value) values.set(name.value, value.value);
    } else if (command.name.startsWith('find_')) addFound(manifest, command, values);
    else if (command.name.startsWith('cpm') && command.arguments.length === 1) addShort(manifest, command.arguments[0]);
    else addFetched(manifest, command, values);
  }
  return manifest.build('CMakeLists.txt', 'cmake');
}

/** Parts of CMake and of the tool chain that `find_package` finds, no packages. */
const builtIn =
  /^(?:Threads|Git|Doxygen|PkgConfig|Python\d?(?:Interp|Libs)?|Perl|BISON|FLEX|Java|JNI|CUDA(?:Toolkit)?|OpenMP|MPI|UnixCommands|Subversion|SWIG|LATEX)$/;

type Values = ReadonlyMap<string, string>;

const versionRange = /^\d+(?:\.\d+)*(?:\.\.\.<?\d+(?:\.\d+)*)?$/;

function addFound(
  manifest: ManifestBuilder,
  { name: command, arguments: [name, version] }: CmakeCommand,
  values: Values,
): void {
  if (!name || builtIn.test(name.value) || /[${}]/.test(name.value)) return;
  const resolved = version && fillIn(version.value, values);
  const isVersion = resolved !== undefined && versionRange.test(resolved);
  manifest.add(name, isVersion ? version : undefined, {
    purl: purlOf('cmake', '', name.value),
    place: command,
    resolved: isVersion ? resolved : undefined,
  });
}

/** Fills in what the same file sets. */
function fillIn(text: string, values: Values): string {
  return fill(text, name => values.get(name));
}

/** The argument behind a keyword. */
function after(found: readonly CmakeArgument[], keyword: string): CmakeArgument | undefined {
  const at = found.findIndex(({ value }) => value === keyword);
  return at < 0 ? undefined : found[at + 1];
}

/** The spelling of the documentation; CMake itself takes any. */
const spellings: ReadonlyMap<string, string> = new Map([
  ['fetchcontent_declare', 'FetchContent_Declare'],
  ['externalproject_add', 'ExternalProject_Add'],
  ['cpmaddpackage', 'CPMAddPackage'],
  ['cpmfindpackage', 'CPMFindPackage'],
]);

function addFetched(
  manifest: ManifestBuilder,
  { name: command, arguments: found }: CmakeCommand,
  values: Values,
): void {
  const name = command.startsWith('cpm') ? (after(found, 'NAME') ?? after(found, 'GITHUB_REPOSITORY')) : found[0];
  if (!name) return;
  const url = after(found, 'GIT_REPOSITORY') ?? after(found, 'URL');
  const github = after(found, 'GITHUB_REPOSITORY');
  const address = url && fillIn(url.value, values);
  const reference = address === undefined ? undefined : readRepository(address);
  const purl = github
    ? githubPurl(github.value)
    : reference && !address?.includes('${')
      ? repositoryPurl(withoutArchive(reference))
      : purlOf('generic', '', name.value);
  const origin: DependencyOrigin =
    github || after(found, 'GIT_REPOSITORY') ? 'git' : url ? 'url' : after(found, 'SOURCE_DIR') ? 'path' : 'registry';
  const version = after(found, 'GIT_TAG') ?? after(found, 'VERSION');
  manifest.add(name, version ?? tagInUrl(url), {
    purl,
    place: spellings.get(command) ?? command,
    origin,
    resolved: version && fillIn(version.value, values),
  });
}

type Reference = NonNullable<ReturnType<typeof readRepository>>;

/** `owner/name/archive/v1.tar.gz` and `owner/name/releases/...` are files of a repository. */
function withoutArchive(reference: Reference): Reference {
  return { ...reference, path: reference.path.replace(/\/(?:-\/)?(?:archive|releases|tarball|zipball)\/.*$/, '') };
}

/** The version in `.../archive/v1.2.tar.gz`. */
function tagInUrl(url: CmakeArgument | undefined): Piece | undefined {
  const match =
    url && /\/(?:archive|download)\/(?:refs\/tags\/)?([^/]+?)(?:\.tar\.\w+|\.zip|\.tgz|\/|$)/.exec(url.value);
  if (!url || !match?.[1]) return undefined;
  const start = url.start + match.index + match[0].indexOf(match[1]);
  return { start, end: start + match[1].length };
}

/** `gh:owner/name#tag`, `gh:owner/name@version`, `gl:`, `bb:` or a URL. */
function addShort(manifest: ManifestBuilder, argument: CmakeArgument | undefined): void {
  if (!argument) return;
  const match = /^(?:(gh|gl|bb):)?([^#@\s]+)([#@])?([^\s#@]*)/.exec(argument.value);
  const [, host, path = '', mark, version = ''] = match ?? [];
  if (!path || argument.value.includes('${')) return;
  const start = argument.start + (host ? 3 : 0);
  const reference = host ? undefined : readRepository(path);
  if (!host && !reference) return;
  const hosts = new Map([
    ['gl', 'gitlab.com'],
    ['bb', 'bitbucket.org'],
  ]);
  const purl =
    host === 'gh'
      ? githubPurl(path)
      : repositoryPurl(reference ?? { host: hosts.get(host ?? '') ?? '', path, name: argument });
  const from = start + path.length + (mark ? 1 : 0);
  manifest.add({ start, end: start + path.length }, version ? { start: from, end: from + version.length } : undefined, {
    purl,
    place: 'CPMAddPackage',
    origin: 'git',
  });
}
