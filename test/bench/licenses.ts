/**
 * Identifying license files in figures: `node test/bench/licenses.ts` identifies 1,000 texts made of the SPDX texts,
 * with names filled in, and prints ms per file by the clock and of processor time, the time to open the index, and its size.
 */
import { createRequire } from 'node:module';
import { z } from 'zod';
import { compileLicenseIndex } from '../../src/core/licenses/compile.ts';
import { openLicenses } from '../../src/core/licenses/index.ts';

/** Licenses as often as one meets them. */
const usual = [
  'MIT',
  'MIT',
  'MIT',
  'MIT',
  'Apache-2.0',
  'Apache-2.0',
  'BSD-3-Clause',
  'MulanPSL-2.0',
  'ISC',
  'GPL-3.0-only',
];
const files = 1_000;

const texts = z
  .record(z.string(), z.object({ licenseText: z.string() }))
  .parse(createRequire(import.meta.url)('spdx-license-list/spdx-full.json'));

const index = await compileLicenseIndex();
const opened = performance.now();
const { identify } = openLicenses(index);
const opening = performance.now() - opened;

const times: number[] = [];
/** Processor time, which waits for nobody; ms. */
const work: number[] = [];
for (let file = 0; file < files; file += 1) {
  const text = texts[usual[file % usual.length] ?? 'MIT']?.licenseText ?? '';
  const copy = `Project ${file}\n\n${text.replace(/<year>.*$/m, `${2000 + (file % 25)} Author ${file}`)}`;
  const [started, before] = [performance.now(), process.cpuUsage()];
  identify(copy);
  const { user, system } = process.cpuUsage(before);
  times.push(performance.now() - started);
  work.push((user + system) / 1000);
}
const at = (list: readonly number[], share: number) =>
  ([...list].sort((one, other) => one - other)[Math.floor(list.length * share)] ?? 0).toFixed(2);

console.log(`index: ${(index.length / 1024).toFixed(0)} KB, opened in ${opening.toFixed(0)} ms`);
for (const [name, list] of [
  ['by the clock', times],
  ['processor time', work],
] as const) {
  console.log(
    `identify ${files} files, ${name}: p50 ${at(list, 0.5)} ms, p95 ${at(list, 0.95)} ms, p99 ${at(list, 0.99)} ms`,
  );
}
