/** Unpacks and opens the compiled catalog once and prints what that took: `node --expose-gc catalog-opening.ts FILE`. */
import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { openCatalog } from '../../src/core/catalog/index.ts';
import { percentile } from './figure.ts';

const rounds = 400;

const packed = readFileSync(process.argv[2] ?? '');
// The library that checks the text is loaded by everything in the product: its first use is not the catalog's cost.
try {
  openCatalog('{}');
} catch {
  // As meant: this text is not a catalog.
}
global.gc?.();
const before = process.memoryUsage().heapUsed;
const processor = process.cpuUsage();
const started = performance.now();
const catalog = openCatalog(brotliDecompressSync(packed).toString('utf8'));
const open = performance.now() - started;
const spent = process.cpuUsage(processor);

const asked = performance.now();
catalog.byPurl('pkg:npm/no-such-package');
catalog.publisherOf('pkg:npm/no-such-package');
catalog.capabilitiesOf('pkg:npm/no-such-package');
catalog.isSilent('pkg:npm/no-such-package');
catalog.withCapability('charting');
catalog.edgesFrom('pkg:npm/no-such-package');
const firstAnswer = performance.now() - asked;

const known = catalog.projects().flatMap(({ purls }) => purls);
const purls = [
  ...known,
  ...catalog.publishers().flatMap(({ families }) => families.map(family => `${family}unheard-of`)),
  ...catalog
    .publishers()
    .flatMap(({ accounts }) =>
      accounts.map(({ account }) => `pkg:golang/github.com/${account.toLowerCase()}/unheard-of`),
    ),
  ...known.map(purl => `${purl}-unheard-of`),
  ...['react', 'express', 'd3', 'lodash', '%40mui/material', 'typescript'].map(name => `pkg:npm/${name}@1.2.3`),
  ...known.map((_, at) => `pkg:pypi/flask-${at % 50}`),
];
for (const purl of purls) askAll(purl);
const times: number[] = [];
for (let round = 0; round < rounds; round += 1) {
  const begun = performance.now();
  for (let at = round % 7; at < purls.length; at += 7) askAll(purls[at] ?? '');
  times.push(((performance.now() - begun) * 1000) / (purls.length / 7));
}
global.gc?.();
const heap = process.memoryUsage().heapUsed - before;

process.stdout.write(
  JSON.stringify({
    open,
    openProcessor: (spent.user + spent.system) / 1000,
    firstAnswer,
    lookUp: percentile(times, 50),
    lookUpSlow: percentile(times, 99),
    heap,
    kept: catalog.projects().length,
  }),
);

function askAll(purl: string): boolean {
  return (
    catalog.byPurl(purl) !== undefined ||
    catalog.publisherOf(purl) !== undefined ||
    catalog.capabilitiesOf(purl).length > 0 ||
    catalog.isSilent(purl)
  );
}
