/** Keeps `data/verified.tsv`: one line for each package and each home that somebody was asked about. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Verification } from '../../src/core/catalog/folder.ts';

/** What was answered, by subject. */
export type Verifications = Map<string, Verification>;

export async function saveVerifications(folder: string, known: Verifications): Promise<void> {
  const rows = [...known.values()].sort((one, other) => (one.subject < other.subject ? -1 : 1)).map(line);
  await writeFile(path.join(folder, 'verified.tsv'), `${['subject\tdate\tresult\tdetail', ...rows].join('\n')}\n`);
}

function line({ subject, date, result, detail }: Verification): string {
  return [subject, date, result, detail.replace(/\s+/g, ' ')].join('\t');
}
