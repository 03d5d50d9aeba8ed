import type { Confidence, LicenseIdentification } from '../model.ts';
import { combineEvidence } from './evidence.ts';
import { noAssertion, noLicense } from './identifiers.ts';
import { manifestLicense } from './workspace/manifest-license.ts';

/** The license of one's own work and the file that says it. */
export interface WorkspaceLicense {
  readonly expression: string;
  readonly place: string;
  readonly confidence: Confidence;
}

interface NamedText {
  readonly path: string;
  readonly text: string;
}

interface Statement extends WorkspaceLicense {
  readonly expression: string;
}

const licenseFile = /^(licen[cs]es?|copying|unlicense|许可证?|许可协议)([-_.].*)?$/i;

/**
 * The license of one's own work: REUSE.toml, then the manifest's field, then the license text, each folder by itself,
 * the first folder that says something. Two places that differ make it uncertain, and both are named.
 */
export function workspaceLicense(
  files: readonly NamedText[],
  identify: (text: string) => LicenseIdentification,
): WorkspaceLicense | undefined {
  for (const folder of foldersOf(files)) {
    const found = folderLicense(folder, identify);
    if (found) return found;
  }
  return undefined;
}

function foldersOf(files: readonly NamedText[]): readonly (readonly NamedText[])[] {
  const folders = new Map<string, NamedText[]>();
  for (const file of files) {
    const folder = file.path.slice(0, Math.max(0, file.path.lastIndexOf('/')));
    folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  return [...folders.values()];
}

function folderLicense(
  files: readonly NamedText[],
  identify: (text: string) => LicenseIdentification,
): WorkspaceLicense | undefined {
  const stated = files.flatMap(({ path, text }): readonly Statement[] => {
    const found = manifestLicense(path, text);
    if (!found) return [];
    const named =
      found.file === undefined ? undefined : files.find(file => nameOf(file.path) === nameOf(found.file ?? ''));
    const expression = named ? identify(named.text).expression : found.expression;
    return expression === noAssertion ? [] : [{ expression, place: path, confidence: found.guess ? 'low' : 'medium' }];
  });
  const texts = files
    .filter(({ path, text }) => licenseFile.test(nameOf(path)) && text.trim() !== '')
    .map(({ path, text }) => ({ ...identify(text), place: path }))
    .filter(({ expression }) => expression !== noAssertion)
    .map(({ expression, place, confidence }): Statement => ({ expression, place, confidence }));
  // A private manifest without a license says less than a license file beside it.
  const silent = stated.filter(({ expression }) => expression === noLicense);
  const said = [...stated.filter(({ expression }) => expression !== noLicense), ...texts];
  const [first] = said;
  if (!first) return silent[0] && { ...silent[0], expression: 'proprietary', confidence: 'low' };
  if (said.length === 1) return first;
  const { expression, confidence, conflict } = combineEvidence(said);
  return conflict === undefined
    ? { expression, place: first.place, confidence }
    : { expression: noAssertion, place: said.map(({ place }) => place).join(', '), confidence: 'low' };
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
