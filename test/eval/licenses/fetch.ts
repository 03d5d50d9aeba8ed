/**
 * Brings the license files that the labels speak of, from packages of the public registries by their ordinary clients,
 * into a folder outside of the repository. A file that is not the labeled one, by its hash, is refused.
 */
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { bring, readFileIn } from './archives.ts';

/** A license file of a published package, and what it is. */
export interface Label {
  /**
   * `npm:name@version`, `pypi:name==version`, `golang:module@version`, `maven:group:artifact:version`, `crate:name@version`,
   * `deb:name=version` (of the Debian release of the machine) or `debsrc:name=version` (the authors' archive of it).
   */
  readonly package: string;
  /** Path inside the package's archive. */
  readonly file: string;
  readonly sha256: string;
  /** Expressions that are right; `custom` for a text that must not be taken for any plain license. */
  readonly expression: readonly string[];
  readonly chinese: boolean;
  /** Why a label was corrected, or more than one reading is right. */
  readonly note?: string | undefined;
}

/** The folder that keeps the files between runs. */
export const folder = path.join(
  process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache'),
  'gitee-scout-eval-licenses',
);

/** The text of each labeled file; those that could not be brought are missing. */
export async function fetchFiles(labels: readonly Label[]): Promise<ReadonlyMap<Label, Buffer>> {
  await mkdir(folder, { recursive: true });
  const files = new Map<Label, Buffer>();
  const missing = new Map<string, Label[]>();
  for (const label of labels) {
    const kept = await readFile(path.join(folder, label.sha256)).catch(() => undefined);
    if (kept) files.set(label, kept);
    else missing.set(label.package, [...(missing.get(label.package) ?? []), label]);
  }
  for (const [name, wanted] of missing) {
    const work = await mkdtemp(path.join(tmpdir(), 'licenses-'));
    try {
      const archive = await bring(name, work);
      for (const label of wanted) files.set(label, await keep(label, await readFileIn(archive, label.file)));
    } catch (error) {
      console.error(`${name}: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  }
  return files;
}

/** Keeps a file between runs, when it is the labeled one. */
async function keep(label: Label, content: Buffer): Promise<Buffer> {
  const found = createHash('sha256').update(content).digest('hex');
  if (found !== label.sha256) throw new Error(`${label.file} is another file than the labeled one`);
  await writeFile(path.join(folder, label.sha256), content);
  return content;
}
