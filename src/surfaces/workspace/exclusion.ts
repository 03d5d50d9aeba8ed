/** Folders of installed packages and of version control: their manifests are not the user's. */
export const foreignFolders = [
  'node_modules',
  'bower_components',
  'jspm_packages',
  'oh_modules',
  'site-packages',
  '.venv',
  '.tox',
  '.gradle',
  '.git',
  '.hg',
  '.svn',
  'Pods',
] as const;

const foreign: ReadonlySet<string> = new Set(foreignFolders);

/** Whether a `/`-separated path lies in a folder of installed packages. */
export function isForeign(path: string): boolean {
  return path.split('/').some(segment => foreign.has(segment));
}

/**
 * Globs of everything to leave out, without braces: files, and folders with all that is below them.
 *
 * @param settings values of `files.exclude` and `search.exclude`: globs that are on (`true`), off, or depend on siblings
 * @param extra globs of our own setting
 */
export function exclusionGlobs(settings: readonly unknown[], extra: readonly string[]): readonly string[] {
  const globs = [...foreignFolders.map(folder => `**/${folder}`), ...settings.flatMap(switchedOn), ...extra];
  const all = globs.flatMap(expandBraces).flatMap(glob => {
    const clean = glob.replace(/\/(\*\*)?$/, '');
    return clean === '' ? [] : [clean, `${clean}/**`];
  });
  return [...new Set(all)];
}

/** The same as one glob for VS Code. */
export function exclusionGlob(globs: readonly string[]): string {
  // A comma that is no separator cannot be escaped inside braces; one unknown character is close enough.
  return `{${globs.map(glob => glob.replaceAll(',', '?')).join(',')}}`;
}

function switchedOn(setting: unknown): readonly string[] {
  if (typeof setting !== 'object' || setting === null) return [];
  return Object.entries(setting).flatMap(([glob, on]) => (on === true ? [glob] : []));
}

/** `*.{a,b}` as `*.a` and `*.b`, because VS Code does not understand braces in braces. Bounded; odd braces stay. */
export function expandBraces(glob: string): readonly string[] {
  const match = /^(.*?)\{([^{}]*)\}(.*)$/.exec(glob);
  if (!match || glob.length > 1000) return [glob];
  const [, before = '', choices = '', after = ''] = match;
  const rest = expandBraces(after);
  return choices
    .split(',')
    .flatMap(choice => rest.map(end => `${before}${choice}${end}`))
    .slice(0, 100);
}
