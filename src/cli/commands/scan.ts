import type { Catalog } from '../../core/catalog/index.ts';
import { formatOf, readManifest, resolveManifests } from '../../core/manifests/index.ts';
import type { Manifest } from '../../core/model.ts';
import { cyclonedxReport, markdownReport, type ScannedManifest, sarifReport } from '../../core/reports/index.ts';
import { suggest } from '../../core/suggestions/index.ts';
import type { Context } from '../context.ts';
import { json, plain } from '../terminal.ts';
import { scanText } from '../text.ts';
import { readBounded, walk } from '../walk.ts';

/** Larger files are not read but named; bytes. The same limit as in the editor. */
const largestManifest = 5 * 1024 * 1024;

export interface ScanOptions {
  readonly format?: 'text' | 'json' | 'markdown' | 'sarif' | 'cyclonedx';
  readonly suggestions: boolean;
}

/** `scan`: every manifest below the given files and folders, with what the catalog has for each dependency. */
export async function printScan(
  { scout, terminal, options }: Context,
  targets: readonly string[],
  { format, suggestions }: ScanOptions,
): Promise<void> {
  const catalog = suggestions ? await scout.catalog() : undefined;
  const files = await scan(targets, catalog, sentence => terminal.say(`gitee-scout: ${sentence}`));
  const manifests = files.map(file => file.manifest);
  switch (format ?? (options.json ? 'json' : 'text')) {
    case 'json':
      return terminal.write(json({ version: 1, manifests }));
    case 'markdown':
      return terminal.write(plain(markdownReport(manifests)));
    case 'sarif':
      return terminal.write(sarifReport(files));
    case 'cyclonedx':
      return terminal.write(cyclonedxReport(manifests));
    case 'text':
      return terminal.write(plain(scanText(manifests)));
  }
}

/** A manifest and the text that its offsets point into. */
interface ScannedFile {
  readonly manifest: ScannedManifest;
  readonly text: string;
}

async function scan(
  targets: readonly string[],
  catalog: Catalog | undefined,
  onSkipped: (sentence: string) => void,
): Promise<readonly ScannedFile[]> {
  const scanned: ScannedFile[] = [];
  for (const target of targets) {
    const files = await walk(
      target,
      path => formatOf(path) !== undefined,
      path => onSkipped(`${path} cannot be read.`),
    );
    const read: { path: string; text: string; manifest: Manifest }[] = [];
    for (const { path, fullPath } of files) {
      const text = await readBounded(fullPath, largestManifest);
      if (text === undefined) {
        onSkipped(`${path} is not readable or larger than 5 MB.`);
        continue;
      }
      // A YAML file may be a manifest by its name and none by what it says.
      const manifest = readManifest(path, text);
      if (manifest) read.push({ path, text, manifest });
    }
    resolveManifests(read).forEach((manifest, index) => {
      const file = read[index];
      if (file) scanned.push({ text: file.text, manifest: { path: file.path, ...withSuggestions(manifest, catalog) } });
    });
  }
  return scanned;
}

function withSuggestions(
  { type, ecosystem, problems, dependencies }: Manifest,
  catalog: Catalog | undefined,
): Omit<ScannedManifest, 'path'> {
  return {
    type,
    ecosystem,
    problems,
    dependencies: dependencies.map(dependency => ({
      ...dependency,
      ...(catalog ? { suggestions: suggest(dependency.purl, catalog).suggestions } : {}),
    })),
  };
}
