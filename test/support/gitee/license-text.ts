import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Gitee's keys of the GNU licenses do not say "only" or "or later". */
const spdxIds: Readonly<Record<string, string>> = {
  'GPL-2.0': 'GPL-2.0-only',
  'GPL-3.0': 'GPL-3.0-only',
  'LGPL-2.1': 'LGPL-2.1-only',
  'LGPL-3.0': 'LGPL-3.0-only',
  'AGPL-3.0': 'AGPL-3.0-only',
};

/** The text of a license by Gitee's key; `undefined` for a key that SPDX does not know. */
export async function licenseText(key: string): Promise<string | undefined> {
  const id = spdxIds[key] ?? key;
  if (!/^[\w.+-]+$/.test(id)) return undefined;
  const file = require.resolve('spdx-license-list/package.json').replace(/package\.json$/, `licenses/${id}.json`);
  const record: unknown = JSON.parse(await readFile(file, 'utf8').catch(() => 'null'));
  if (typeof record !== 'object' || record === null || !('licenseText' in record)) return undefined;
  return String(record.licenseText);
}
