import * as vscode from 'vscode';
import {
  type LicensePolicy,
  licensePolicyIn,
  type PolicyReading,
  readLicensePolicySetting,
} from '../../core/licenses/index.ts';
import { settings } from '../contributions.ts';
import { openUriFolder } from '../uri-folder.ts';
import { foldersUp } from './folders-up.ts';

/** The policies that hold for a file, and those that cannot be followed. */
export interface Policies {
  readonly policies: readonly LicensePolicy[];
  /** The names of policies that are wrong: while one is, nothing counts as allowed. */
  readonly broken: readonly string[];
}

/**
 * Reads the policies of settings, and of each folder from that of a file up to its workspace folder; remembered until
 * `forget`.
 */
export function createPolicies() {
  const known = new Map<string, Promise<PolicyReading | undefined>>();
  const inFolder = (folder: vscode.Uri, root: vscode.Uri) => {
    const key = folder.toString();
    const below = folder.path.slice(root.path.replace(/\/$/, '').length + 1);
    const reading = known.get(key) ?? licensePolicyIn(openUriFolder(folder), below);
    known.set(key, reading);
    reading.catch(() => known.delete(key));
    return reading;
  };
  const inSetting = (uri: vscode.Uri | undefined) => {
    const value = vscode.workspace.getConfiguration(settings.section, uri).get<unknown>(settings.licensePolicy);
    if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) return undefined;
    return readLicensePolicySetting(value, vscode.l10n.t('your settings'));
  };
  return {
    async find(uri: vscode.Uri | undefined): Promise<Policies> {
      const own = uri && vscode.workspace.getWorkspaceFolder(uri)?.uri;
      const roots = own ? [own] : (vscode.workspace.workspaceFolders ?? []).map(folder => folder.uri);
      // All of them hold, the strictest decides: a folder of its own can ask for more, and loosens nothing.
      const inFolders = roots.flatMap(root => foldersUp(own && uri, root).map(folder => inFolder(folder, root)));
      const readings = await Promise.all([inSetting(uri), ...inFolders]);
      const found = readings.filter(reading => reading !== undefined);
      return {
        policies: found.flatMap(reading => (reading.kind === 'policy' ? [reading.policy] : [])),
        broken: found.flatMap(reading => (reading.kind === 'wrong' ? [reading.name] : [])),
      };
    },
    forget: () => known.clear(),
  };
}
