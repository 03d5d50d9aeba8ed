import * as vscode from 'vscode';
import type { Licenses } from '../../core/licenses/index.ts';
import type { LicenseEvidence } from '../../core/model.ts';
import { namesIn, textsOf } from '../license-texts.ts';

const licenseFile = /^(?:licen[cs]e|copying|unlicen[cs]e)(?:[-_.].*)?$/i;
const mostFiles = 4;

/** What the files of an installed package say of its license. */
export interface InstalledLicense {
  readonly expression: string;
  readonly confidence: 'high' | 'medium' | 'low';
  /** Path of the text that was read, below the workspace folder. */
  readonly place: string;
}

/**
 * The license of an npm package by its text, where the package lies installed in the workspace: a text says more than the
 * field of a registry. `undefined` for other ecosystems and for what is not installed. `stated` is what the registry says.
 */
export async function installedLicense(
  purl: string,
  stated: string | undefined,
  licenses: () => Promise<Pick<Licenses, 'identify' | 'combine'>>,
): Promise<InstalledLicense | undefined> {
  const encoded = /^pkg:npm\/([^?#]+)$/.exec(purl)?.[1];
  const name = encoded?.replace(/^%40/, '@');
  if (name === undefined || !/^(@[\w-][\w.-]*\/)?\w[\w.-]*$/.test(name)) return undefined;
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
    const folder = vscode.Uri.joinPath(uri, 'node_modules', ...name.split('/'));
    const files = (await namesIn(folder)).filter(file => licenseFile.test(file)).slice(0, mostFiles);
    const texts = await textsOf(folder, files);
    if (texts.length === 0) continue;
    const { identify, combine } = await licenses();
    const evidence = texts.map(({ path, text }): LicenseEvidence => {
      const { expression, confidence } = identify(text);
      return { place: path, expression, confidence, quote: text.slice(0, 100) };
    });
    const field: readonly LicenseEvidence[] =
      stated === undefined ? [] : [{ place: 'package.json', expression: stated, confidence: 'medium' }];
    const { expression, confidence } = combine([...evidence, ...field]);
    return { expression, confidence, place: `node_modules/${name}/${texts[0]?.path ?? ''}` };
  }
  return undefined;
}
