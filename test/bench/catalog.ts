/**
 * The embedded catalog in figures: `node test/bench/catalog.ts` prints them and writes `RESULTS-catalog.md`.
 * Each opening is a process of its own, because a second one in the same process finds everything compiled.
 */
import { execFile } from 'node:child_process';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompressSync, constants } from 'node:zlib';
import { z } from 'zod';
import { compileCatalogFolder } from '../../src/core/catalog/compile.ts';
import { readCatalogFolder } from '../../src/core/catalog/folder.ts';
import { root } from '../support/vscode/folders.ts';
import { createLifetime } from '../support/vscode/lifetime.ts';
import { median, percentile } from './figure.ts';

const run = promisify(execFile);
const openings = 15;

/** What `catalog-opening.ts` prints. Times in milliseconds, but of one look-up in microseconds; memory in bytes. */
const opening = z.object({
  open: z.number(),
  openProcessor: z.number(),
  firstAnswer: z.number(),
  lookUp: z.number(),
  lookUpSlow: z.number(),
  heap: z.number(),
});

const folder = path.join(root, 'src/core/catalog/data');
const data = await readCatalogFolder(folder);
const text = await compileCatalogFolder(folder);
const lifetime = createLifetime();
const file = path.join(lifetime.folder(), 'catalog.json.br');
await writeFile(file, brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));

const measured: z.infer<typeof opening>[] = [];
for (let at = 0; at < openings; at += 1) {
  const program = path.join(import.meta.dirname, 'catalog-opening.ts');
  const { stdout } = await run(process.execPath, ['--expose-gc', program, file]);
  measured.push(opening.parse(JSON.parse(stdout)));
}
lifetime.end();

const of = (key: keyof z.infer<typeof opening>) => measured.map(each => each[key]);
const sum = (maps: ReadonlyMap<string, { readonly size: number }>) =>
  [...maps.values()].reduce((total, { size }) => total + size, 0);
const rows: readonly (readonly [what: string, value: string, aim: string])[] = [
  ['projects', String(data.projects.length), '700'],
  ['publishers', String(data.publishers.length), ''],
  ['packages of publishers by name', String(data.publishedNames.length), ''],
  ['packages of others', String(sum(data.packages)), '6000'],
  ['silent names', String(sum(data.silent)), ''],
  ['its file in the package', `${((await built()) / 2 ** 20).toFixed(2)} MB`, '1.5 MB'],
  ['its text, unpacked', `${(Buffer.byteLength(text) / 2 ** 20).toFixed(2)} MB`, ''],
  [
    `unpacking and opening, fastest of ${openings} processes: other work only adds`,
    `${Math.min(...of('open')).toFixed(1)} ms`,
    '30 ms',
  ],
  ['unpacking and opening, median', `${median(of('open')).toFixed(1)} ms`, '30 ms'],
  ['unpacking and opening, slowest', `${percentile(of('open'), 100).toFixed(1)} ms`, '30 ms'],
  ['unpacking and opening, processor time, median', `${median(of('openProcessor')).toFixed(1)} ms`, ''],
  ['first answer after it (makes the indexes), median', `${median(of('firstAnswer')).toFixed(1)} ms`, ''],
  ['one look-up of a package URL, median', `${median(of('lookUp')).toFixed(2)} µs`, '5 µs'],
  ['one look-up, 99th percentile of batches', `${median(of('lookUpSlow')).toFixed(2)} µs`, '5 µs'],
  ['heap of the open catalog with its indexes', `${(median(of('heap')) / 2 ** 20).toFixed(1)} MB`, '20 MB'],
];

const width = Math.max(...rows.map(([what]) => what.length));
for (const [what, value, aim] of rows) console.log(`${what.padEnd(width)} ${value}${aim === '' ? '' : ` (${aim})`}`);

const load = os.loadavg()[0]?.toFixed(1) ?? '?';
await writeFile(
  path.join(import.meta.dirname, 'RESULTS-catalog.md'),
  `# Catalog: what was measured

${new Date().toISOString().slice(0, 10)}, ${os.cpus()[0]?.model ?? 'unknown processor'}, ${os.cpus().length} cores, Node ${process.versions.node}, load average ${load}
(above ${os.cpus().length}, other work made times longer). Repeat with \`node test/bench/catalog.ts\` after a build.

| what | measured | aim |
| --- | --- | --- |
${rows.map(row => `| ${row.join(' | ')} |`).join('\n')}

A look-up asks the questions that a suggestion asks first: whose package it is, who publishes it, what it is for, whether it
is to be left in peace. About one in three of the names asked for is in no list.
`,
);

/** Size of the built script that holds the catalog; 0 before the first build. */
async function built(): Promise<number> {
  const dist = path.join(root, 'dist');
  const files = await readdir(dist).catch(() => []);
  for (const name of files.filter(each => /^chunk-catalog-.*\.cjs$/.test(each))) {
    const found = path.join(dist, name);
    if ((await readFile(found, 'utf8')).includes('brotliDecompressSync')) return (await stat(found)).size;
  }
  return 0;
}
