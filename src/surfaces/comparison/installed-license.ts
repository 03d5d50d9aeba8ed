import * as vscode from 'vscode';
import type { Licenses } from '../../core/licenses/index.ts';
import type { LicenseEvidence } from '../../core/model.ts';

const licenseFile = /^(?:licen[cs]e|copying|unlicen[cs]e)(?:[-_.].*)?$/i;
const mostFiles = 4;
const mostBytes = 512 * 1024;

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
    const texts = await textsIn(folder);
    if (texts.length === 0) continue;
    const { identify, combine } = await licenses();
    const evidence = texts.map(({ file, text }): LicenseEvidence => {
      const { expression, confidence } = identify(text);
      return { place: file, expression, confidence, quote: text.slice(0, 100) };
    });
    const field: readonly LicenseEvidence[] =
      stated === undefined ? [] : [{ place: 'package.json', expression: stated, confidence: 'medium' }];
    const { expression, confidence } = combine([...evidence, ...field]);
    return { expression, confidence, place: `node_modules/${name}/${texts[0]?.file ?? ''}` };
  }
  return undefined;
}

async function textsIn(folder: vscode.Uri): Promise<readonly { readonly file: string; readonly text: string }[]> {
  const entries = await vscode.workspace.fs.readDirectory(folder).then(
    found => found,
    () => [],
  );
  const names = entries
    .filter(([name, type]) => (type & vscode.FileType.File) !== 0 && licenseFile.test(name))
    .map(([name]) => name)
    .slice(0, mostFiles);
  const texts = await Promise.all(
    names.map(async file => ({ file, text: await textOf(vscode.Uri.joinPath(folder, file)) })),
  );
  return texts.flatMap(({ file, text }) => (text === undefined ? [] : [{ file, text }]));
}

async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > mostBytes) return undefined;
    const { textOfBytes } = await import('../../core/licenses/index.ts');
    return textOfBytes(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined; // Gone since it was listed, or not for us to read: then it says nothing.
  }
}
