import type { DependencyOrigin } from '../../model.ts';

/** What an npm requirement says besides its range. */
export interface NpmRequirement {
  readonly origin: DependencyOrigin;
  /** The package that is really meant, where the name is an alias. */
  readonly target?: string | undefined;
  /** Set for `jsr:`. */
  readonly jsr?: boolean | undefined;
  /** The range without the alias. */
  readonly range?: string | undefined;
}

const repositoryShortcut = /^(?:github|gitlab|bitbucket|gist):|^[\w.-]+\/[\w.-]+(?:#.*)?$/;

/** https://docs.npmjs.com/cli/configuring-npm/package-json#dependencies, https://pnpm.io/aliases, https://pnpm.io/workspaces */
export function readNpmRequirement(name: string, written: string): NpmRequirement {
  const text = written.trim();
  if (text.startsWith('npm:')) return { origin: 'registry', ...aliasOf(name, text.slice(4)) };
  if (text.startsWith('jsr:')) return { origin: 'registry', jsr: true, ...aliasOf(name, text.slice(4)) };
  if (text.startsWith('workspace:')) {
    const rest = text.slice('workspace:'.length);
    const path = rest.startsWith('.') || rest.startsWith('/');
    return { origin: 'workspace', ...(path ? {} : aliasOf(name, rest)) };
  }
  if (/^(?:file|link|portal|patch|exec):/.test(text) || /^(?:\.{1,2}|~)?\//.test(text)) return { origin: 'path' };
  if (/^git(?:\+\w+)?:|^git@|^ssh:|\.git(?:#.*)?$/.test(text)) return { origin: 'git' };
  if (/^https?:/.test(text)) return { origin: 'url' };
  if (repositoryShortcut.test(text)) return { origin: 'git' };
  return { origin: 'registry' };
}

/** `@scope/name@^1` names another package; `^1` alone (Bun, pnpm, JSR) is only a range. */
function aliasOf(name: string, text: string): { target?: string; range: string } {
  const at = text.indexOf('@', 1);
  if (at > 0) return { target: text.slice(0, at), range: text.slice(at + 1) };
  if (text.startsWith('@') || (/^[a-z][\w.-]*$/i.test(text) && !/^[xv*\d]/i.test(text))) {
    return text === name ? { range: '*' } : { target: text, range: '*' };
  }
  return { range: text };
}
