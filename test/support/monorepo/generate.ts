/** A large workspace for benches, in the shape of real ones: the same text for the same size, every time. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { dependenciesOfEach, type GeneratedFile, manifestOf, shared } from './manifests.ts';

export interface MonorepoSize {
  readonly manifests: number;
  /** Files that are no manifests: sources and documents. */
  readonly others: number;
}

/** 10,000 manifests with 150,000 dependencies, among 20,000 other files. */
export const large: MonorepoSize = { manifests: 10_000, others: 20_000 };

/** Every file of the workspace; manifests first. */
export function* generateMonorepo({ manifests, others }: MonorepoSize): Generator<GeneratedFile> {
  yield* shared;
  for (let index = shared.length; index < manifests; index += 1) yield manifestOf(index, dependenciesOfEach);
  for (let index = 0; index < others; index += 1) {
    const ending = ['ts', 'java', 'md', 'json'][index % 4];
    yield { path: `${folderOf(index)}/src/file-${index}.${ending}`, text: `file ${index}\n`.repeat(20) };
  }
}

function folderOf(index: number): string {
  return `parts/area-${index % 50}/part-${Math.floor(index / 50) % 200}`;
}

/** Writes the workspace below `folder`. */
export async function writeMonorepo(folder: string, size: MonorepoSize = large): Promise<void> {
  const made = new Set<string>();
  for (const { path: relative, text } of generateMonorepo(size)) {
    const file = path.join(folder, relative);
    const parent = path.dirname(file);
    if (!made.has(parent)) await mkdir(parent, { recursive: true });
    made.add(parent);
    await writeFile(file, text);
  }
}
