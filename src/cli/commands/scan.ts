import { dirname, join, resolve } from 'node:path';
import picomatch from 'picomatch';
import type { Catalog } from '../../core/catalog/index.ts';
import { type LicensePolicy, policyFile } from '../../core/licenses/index.ts';
import { formatOf, readManifest } from '../../core/manifests/index.ts';
import type { Manifest } from '../../core/model.ts';
import { inclusionsOf, resolveManifests } from '../../core/references/index.ts';
import {
  type PolicyViolation,
  policyViolations,
  type ReportFormat,
  type ScannedDependency,
  type ScannedFile,
  type ScannedManifest,
  writeReport,
} from '../../core/reports/index.ts';
import { suggest } from '../../core/suggestions/index.ts';
import type { Context } from '../context.ts';
import { policyError, usageError } from '../errors.ts';
import { liesIn, readPolicies } from '../policies.ts';
import { type FolderSettings, settingsOf } from '../settings.ts';
import { json, plain } from '../terminal.ts';
import { highlighted, scanText, violationsText } from '../text.ts';
import { type FoundFile, readBounded, walk } from '../walk.ts';

/** Larger files are not read but named; bytes. The same limit as in the editor. */
const largestManifest = 5 * 1024 * 1024;

export interface PolicyOptions {
  /** Path of the policy; by default the one of the scanned folder. */
  readonly policy?: string;
  readonly failOn?: 'review' | 'denied';
}

export interface ScanOptions extends PolicyOptions {
  readonly format?: 'text' | 'json' | ReportFormat;
  readonly suggestions: boolean;
}

/** `scan`: every manifest below the given files and folders, with what the catalog has for each dependency. */
export async function printScan(context: Context, targets: readonly string[], choice: ScanOptions): Promise<void> {
  const { terminal, options } = context;
  const { files, violations, policies, failOn } = await scanWithPolicy(context, targets, choice);
  const manifests = files.map(file => file.manifest);
  const format = choice.format ?? (options.json ? 'json' : 'text');
  if (format === 'json') {
    const against = policies.length > 0 ? { policy: violations.map(violationRecord) } : {};
    terminal.write(json({ version: 1, manifests, ...against }));
  } else if (format === 'text') {
    terminal.write(
      highlighted(plain(`${scanText(manifests)}${violationsText(violations, policies)}`), terminal.colors),
    );
  } else {
    const title = 'Chinese open source for this workspace';
    const input = { title, version: context.version, files, findings: [], violations, policies };
    terminal.write(writeReport(format, input, choice.suggestions ? await context.scout.catalog() : undefined));
  }
  failIfAgainst(violations, failOn);
}

export interface PolicyScan {
  readonly files: readonly ScannedFile[];
  readonly violations: readonly PolicyViolation[];
  /** Names of the policies. */
  readonly policies: readonly string[];
  /** Those that hold for a manifest or, without one, for what lies in the folders that were named. */
  policiesFor(file?: ScannedFile): readonly LicensePolicy[];
  readonly failOn: 'review' | 'denied' | undefined;
  readonly settings: readonly FolderSettings[];
}

/** Reads manifests under the configuration of their folders, and holds them against the policies. */
export async function scanWithPolicy(
  { scout, terminal }: Context,
  targets: readonly string[],
  { policy, failOn: wanted, suggestions = true }: PolicyOptions & { readonly suggestions?: boolean },
): Promise<PolicyScan> {
  const settings = await Promise.all(targets.map(settingsOf));
  const failOn = wanted ?? settings.map(({ config }) => config.failOn).find(each => each !== undefined);
  const catalog = suggestions ? await scout.catalog() : undefined;
  const found: { readonly file: ScannedFile; readonly folder: string }[] = [];
  const policyFiles: FoundFile[] = [];
  for (const [index, target] of targets.entries()) {
    const own = settings[index];
    if (!own) continue;
    const scanned = await scan(
      [target],
      catalog,
      sentence => terminal.say(`gitee-scout: ${sentence}`),
      (done, total) => terminal.progress({ what: 'Reading manifests', done, total }),
    );
    const kept = withConfig(scanned.files, own);
    found.push(...kept.map(file => ({ file, folder: dirname(resolve(own.folder, file.manifest.path)) })));
    policyFiles.push(...scanned.policies);
  }
  terminal.progress();
  // One that lies above no manifest, such as in a folder that is excluded, holds for nothing.
  const inUse = policyFiles.filter(({ fullPath }) =>
    found.some(({ folder }) => liesIn(folder, dirname(dirname(fullPath)))),
  );
  const policies = await readPolicies(settings, policy, inUse);
  if (failOn !== undefined && policies.all.length === 0) {
    throw usageError(
      'Failing on a policy needs one: write .gitee-scout/policy.yaml, or name another file with --policy.',
    );
  }
  const folders = new Map(found.map(({ file, folder }) => [file, folder]));
  const general = [...new Set(settings.flatMap(({ folder }) => policies.for(folder)))];
  const policiesFor = (file?: ScannedFile) => (file ? policies.for(folders.get(file) ?? '') : general);
  const files = found.map(({ file }) => file);
  const known = policies.all.length > 0 ? await scout.catalog() : undefined;
  const byPurl = (purl: string) => known?.byPurl(purl);
  const violations = policyViolations(policiesFor, { files, findings: [], byPurl });
  return { files, violations, policies: policies.all.map(({ name }) => name), policiesFor, failOn, settings };
}

/** Ends with exit code 1 when something is against the policy that must not be. */
export function failIfAgainst(violations: readonly PolicyViolation[], failOn: 'review' | 'denied' | undefined): void {
  if (failOn === undefined) return;
  const count = violations.filter(({ decision }) => failOn === 'review' || decision === 'denied').length;
  if (count > 0) throw policyError(`${count} against the policy.`);
}

/** A violation as `--json` prints it. */
export function violationRecord({ decision, reason, project, license, place }: PolicyViolation) {
  const where =
    place.kind === 'dependency'
      ? {
          manifest: place.manifest,
          dependency: place.dependency.name,
          purl: place.dependency.purl,
          nameRange: place.dependency.nameRange,
        }
      : { finding: place.finding.id };
  return { decision, reason, project, license, ...where };
}

/** Leaves out what the configuration of the folder does not want. */
function withConfig(files: readonly ScannedFile[], { config }: FolderSettings): readonly ScannedFile[] {
  const isExcluded = picomatch([...config.exclude], { dot: true });
  const ignored = new Set(config.ignoredPackages);
  return files
    .filter(({ manifest }) => config.exclude.length === 0 || !isExcluded(manifest.path))
    .map(({ manifest, text }) => {
      const silent = config.disabledEcosystems.includes(manifest.ecosystem);
      const dependencies = manifest.dependencies.map(dependency =>
        dependency.suggestions && (silent || ignored.has(dependency.purl))
          ? { ...dependency, suggestions: [], publisher: undefined }
          : dependency,
      );
      return { manifest: { ...manifest, dependencies }, text };
    });
}

async function scan(
  targets: readonly string[],
  catalog: Catalog | undefined,
  onSkipped: (sentence: string) => void,
  onRead: (done: number, total: number) => void,
): Promise<{ readonly files: readonly ScannedFile[]; readonly policies: readonly FoundFile[] }> {
  const scanned: ScannedFile[] = [];
  const policies: FoundFile[] = [];
  for (const target of targets) {
    const all = await walk(
      target,
      file => formatOf(file) !== undefined || isPolicy(file),
      file => onSkipped(`${file} cannot be read.`),
    );
    policies.push(...all.filter(file => isPolicy(file.path)));
    const files = all.filter(file => formatOf(file.path) !== undefined);
    const read: { path: string; text: string; manifest: Manifest }[] = [];
    // Grows by the files that manifests take in.
    const open: (FoundFile & { readonly format?: string })[] = [...files];
    const known = new Set(files.map(({ path }) => path));
    for (const [index, { path, fullPath, format }] of open.entries()) {
      onRead(index + 1, open.length);
      const text = await readBounded(fullPath, largestManifest);
      if (text === undefined) {
        onSkipped(`${path} is not readable or larger than 5 MB.`);
        continue;
      }
      // A YAML file may be a manifest by its name and none by what it says.
      const manifest = readManifest(path, text, format);
      if (!manifest) continue;
      read.push({ path, text, manifest });
      const top = fullPath.slice(0, -path.length);
      for (const inclusion of inclusionsOf({ path, manifest })) {
        if (!known.has(inclusion.path)) open.push({ ...inclusion, fullPath: join(top, inclusion.path) });
        known.add(inclusion.path);
      }
    }
    resolveManifests(read).forEach((manifest, index) => {
      const file = read[index];
      if (file) scanned.push({ text: file.text, manifest: { path: file.path, ...withSuggestions(manifest, catalog) } });
    });
  }
  return { files: scanned, policies };
}

/** A policy of a folder below the one that was named. */
function isPolicy(file: string): boolean {
  return file.endsWith(`/${policyFile}`);
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
      ...(catalog ? known(dependency.purl, catalog) : {}),
    })),
  };
}

function known(purl: string, catalog: Catalog): Pick<ScannedDependency, 'suggestions' | 'publisher'> {
  const { suggestions, publisher } = suggest(purl, catalog);
  return publisher ? { suggestions, publisher } : { suggestions };
}
