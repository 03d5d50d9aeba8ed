import * as vscode from 'vscode';
import type { Config } from '../../core/config/index.ts';
import { settings } from '../contributions.ts';

/** What the user does not want suggestions for, and how large a manifest may be. */
export interface Preferences {
  readonly disabledEcosystems: ReadonlySet<string>;
  readonly ignoredPackages: ReadonlySet<string>;
  /** Globs of manifests to leave out. */
  readonly exclude: readonly string[];
  /** Bytes. */
  readonly maxBytes: number;
  readonly respectGitignore: boolean;
  /** Globs within the workspace folder of more files to read, each with the id of the format to read them as. */
  readonly patterns: readonly (readonly [glob: string, format: string])[];
}

const megabyte = 1024 * 1024;

/** Reads preferences once for each workspace folder: ten thousand manifests must not ask ten thousand times. */
export function createPreferences(
  configOf: (folder: vscode.Uri) => Config | undefined,
  ignoredByTeam: (folder: vscode.Uri) => ReadonlySet<string>,
): {
  of(uri: vscode.Uri): Preferences;
  forget(): void;
} {
  const byFolder = new Map<string, Preferences>();
  return {
    of: uri => {
      const folder = vscode.workspace.getWorkspaceFolder(uri);
      const key = folder?.uri.toString() ?? '';
      const preferences =
        byFolder.get(key) ?? read(folder?.uri, folder && configOf(folder.uri), folder && ignoredByTeam(folder.uri));
      byFolder.set(key, preferences);
      return preferences;
    },
    forget: () => byFolder.clear(),
  };
}

/** What a repository says in its own file adds to what its reader has set. */
function read(
  scope: vscode.Uri | undefined,
  config: Config | undefined,
  ignoredByTeam: ReadonlySet<string> | undefined,
): Preferences {
  const configuration = vscode.workspace.getConfiguration(settings.section, scope);
  return {
    disabledEcosystems: new Set([
      ...strings(configuration.get(settings.disabledEcosystems)),
      ...(config?.disabledEcosystems ?? []),
    ]),
    ignoredPackages: new Set([
      ...strings(configuration.get(settings.ignoredPackages)),
      ...(config?.ignoredPackages ?? []),
      ...(ignoredByTeam ?? []),
    ]),
    exclude: [...strings(configuration.get(settings.exclude)), ...(config?.exclude ?? [])],
    maxBytes: megabytes(configuration.get(settings.maxManifestSize)) * megabyte,
    respectGitignore: configuration.get(settings.respectGitignore) === true,
    patterns: pairs(configuration.get(settings.manifestPatterns)),
  };
}

/** Settings hold whatever a person typed. */
function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter(item => typeof item === 'string') : [];
}

/** More patterns than this would slow down every listing of the workspace. */
const mostPatterns = 50;

function pairs(value: unknown): readonly (readonly [string, string])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .flatMap(([glob, format]) => (glob !== '' && typeof format === 'string' ? [[glob, format] as const] : []))
    .slice(0, mostPatterns);
}

function megabytes(value: unknown): number {
  return typeof value === 'number' && value > 0 ? Math.min(value, 50) : 5;
}
