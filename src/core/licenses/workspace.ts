import type { Confidence, LicenseIdentification } from '../model.ts';
import { combineEvidence } from './evidence.ts';
import { formatExpression, joinExpressions, parseExpression } from './expression.ts';
import { noAssertion, noLicense } from './identifiers.ts';
import { manifestLicense } from './workspace/manifest-license.ts';

/** The license of one's own work and the file that says it. */
export interface WorkspaceLicense {
  /** SPDX expression or `proprietary`; `NOASSERTION` where two places differ. */
  readonly expression: string;
  /** Path of the file that decided, or of those that differ. */
  readonly place: string;
  readonly confidence: Confidence;
}

/** Names of files of a folder that can say what license the work has. */
export const ownLicenseFile =
  /^(licen[cs]e|copying|unlicense|许可)([-_.证协].*)?$|^(package\.json|pyproject\.toml|setup\.cfg|Cargo\.toml|composer\.json|pom\.xml|pubspec\.yaml|REUSE\.toml|.*\.(csproj|gemspec|nuspec))$/i;

interface NamedText {
  readonly path: string;
  readonly text: string;
}

const licenseFile = /^(licen[cs]es?|copying|unlicense|许可证?|许可协议)([-_.].*)?$/i;
/** REUSE keeps the texts of all licenses of a work here, each under its id. */
const reuseFolder = /(?:^|\/)LICENSES\/([^/]+?)(?:\.(?:txt|md))?$/;

/**
 * The license of one's own work by the files of folders, given from the nearest to the farthest; the first folder that
 * says something decides. Within a folder: REUSE.toml for the whole work; the manifest's field and the license text
 * together, and two that differ make it unclear; a single text in LICENSES/; SPDX headers of files that all agree; last a
 * private manifest that says nothing.
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
    // What lies in LICENSES/ speaks for the folder above it.
    const path = file.path.replace(/(^|\/)LICENSES\/[^/]+$/, '$1x');
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  return [...folders.values()];
}

function folderLicense(
  files: readonly NamedText[],
  identify: (text: string) => LicenseIdentification,
): WorkspaceLicense | undefined {
  const stated = files.flatMap(file => statedIn(file, files, identify));
  const reuse = stated.find(({ place }) => nameOf(place).toLowerCase() === 'reuse.toml');
  if (reuse) return { ...reuse, confidence: 'high' };
  const texts = files
    .filter(({ path, text }) => licenseFile.test(nameOf(path)) && !reuseFolder.test(path) && text.trim() !== '')
    .map(({ path, text }) => ({ ...identify(text), place: path }))
    .filter(({ expression }) => expression !== noAssertion)
    .map(({ expression, place, confidence }): WorkspaceLicense => ({ expression, place, confidence }));
  // A private manifest without a license says less than a license file beside it.
  const silent = stated.find(({ expression }) => expression === noLicense);
  const said = [...stated.filter(({ expression }) => expression !== noLicense), ...texts];
  return (
    agreed(said) ??
    fromReuseFolder(files) ??
    fromHeaders(files) ??
    (silent && { ...silent, expression: 'proprietary', confidence: 'low' })
  );
}

function statedIn(
  { path, text }: NamedText,
  files: readonly NamedText[],
  identify: (text: string) => LicenseIdentification,
): readonly WorkspaceLicense[] {
  const found = manifestLicense(path, text);
  if (!found) return [];
  const named =
    found.file === undefined ? undefined : files.find(file => nameOf(file.path) === nameOf(found.file ?? ''));
  const expression = named ? identify(named.text).expression : found.expression;
  return expression === noAssertion ? [] : [{ expression, place: path, confidence: found.guess ? 'low' : 'medium' }];
}

function agreed(said: readonly WorkspaceLicense[]): WorkspaceLicense | undefined {
  const [first] = said;
  if (!first || said.length === 1) return first;
  const { expression, confidence, conflict } = combineEvidence(said);
  return conflict === undefined
    ? { expression, place: first.place, confidence }
    : { expression: noAssertion, place: said.map(({ place }) => place).join(', '), confidence: 'low' };
}

/** With several texts nobody can tell which is that of the work and which that of its pictures. */
function fromReuseFolder(files: readonly NamedText[]): WorkspaceLicense | undefined {
  const kept = files.flatMap(({ path }) => {
    const parsed = parseExpression(reuseFolder.exec(path)?.[1] ?? '');
    return parsed ? [{ path, expression: formatExpression(parsed) }] : [];
  });
  const [only] = kept;
  return only && kept.length === 1
    ? { expression: only.expression, place: only.path, confidence: 'medium' }
    : undefined;
}

const header = /SPDX-License-Identifier:\s*([^\r\n*]{1,200}?)\s*(?:\*\/|-->|$)/m;
const headerLength = 2_000;

function fromHeaders(files: readonly NamedText[]): WorkspaceLicense | undefined {
  const found = files.flatMap(({ path, text }) => {
    const parsed = parseExpression(header.exec(text.slice(0, headerLength))?.[1] ?? '');
    return parsed ? [{ path, parsed }] : [];
  });
  const [first] = found;
  if (!first) return undefined;
  const expression = formatExpression(
    joinExpressions(
      'and',
      found.map(({ parsed }) => parsed),
    ),
  );
  return expression === formatExpression(first.parsed)
    ? { expression, place: first.path, confidence: 'medium' }
    : { expression: noAssertion, place: found.map(({ path }) => path).join(', '), confidence: 'low' };
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
