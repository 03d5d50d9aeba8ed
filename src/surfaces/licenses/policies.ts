import * as vscode from 'vscode';
import {
  type LicensePolicy,
  licensePolicyIn,
  type PolicyReading,
  readLicensePolicySetting,
} from '../../core/licenses/index.ts';
import { settings } from '../contributions.ts';
import { openUriFolder } from '../uri-folder.ts';

/** The policies that hold for a file, and those that cannot be followed. */
export interface Policies {
  readonly policies: readonly LicensePolicy[];
  /** A sentence for each policy that is wrong: while it is, nothing counts as allowed. */
  readonly broken: readonly string[];
}

/** Reads the policies of workspace folders and settings; remembered until `forget`. */
export function createPolicies() {
  const known = new Map<string, Promise<PolicyReading | undefined>>();
  const inFolder = ({ uri }: vscode.WorkspaceFolder) => {
    const key = uri.toString();
    const reading = known.get(key) ?? licensePolicyIn(openUriFolder(uri));
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
      const own = uri && vscode.workspace.getWorkspaceFolder(uri);
      const folders = own ? [own] : (vscode.workspace.workspaceFolders ?? []);
      const readings = await Promise.all([inSetting(uri), ...folders.map(inFolder)]);
      const found = readings.filter(reading => reading !== undefined);
      return {
        policies: found.flatMap(reading => (reading.kind === 'policy' ? [reading.policy] : [])),
        broken: found.flatMap(reading =>
          reading.kind === 'wrong' ? [vscode.l10n.t('{0} has errors and cannot be followed.', reading.name)] : [],
        ),
      };
    },
    forget: () => known.clear(),
  };
}
