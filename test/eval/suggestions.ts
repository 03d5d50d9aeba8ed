/**
 * `npm run eval:suggestions`: measures the suggestions on a labelled set. `suggestions.tsv` was written from knowledge of the
 * fields (what would an expert name?), not from the catalog's output: `equivalent` names projects of which at least one
 * should be among the first five, `chinese` the project that a package belongs to, `silent` wants nothing at all.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { compileCatalogFolder } from '../../src/core/catalog/compile.ts';
import { openCatalog } from '../../src/core/catalog/index.ts';
import { suggest } from '../../src/core/suggestions/index.ts';

const catalog = openCatalog(await compileCatalogFolder(path.join(import.meta.dirname, '../../src/core/catalog/data')));
const rows = (await readFile(path.join(import.meta.dirname, 'suggestions.tsv'), 'utf8'))
  .split('\n')
  .slice(1)
  .filter(line => line !== '')
  .map(line => line.split('\t'));

interface Tally {
  right: number;
  all: number;
  readonly misses: string[];
}
const tallies = new Map<string, Tally>();
const ecosystems = new Map<string, Tally>();
let named = 0;
let offered = 0;

for (const [purl = '', expectation = '', projects = ''] of rows) {
  const { origin, suggestions } = suggest(purl, catalog);
  const equivalents = suggestions.filter(({ relation }) => relation !== 'complementary').map(each => each.project);
  const expected = projects.split(' ').filter(id => id !== '');
  const hit = equivalents.slice(0, 5).some(id => expected.includes(id));
  const right =
    expectation === 'silent' ? suggestions.length === 0 : hit && (expectation === 'chinese') === (origin === 'chinese');
  if (expectation === 'equivalent' && origin !== 'chinese') {
    offered += Math.min(equivalents.length, 2);
    named += equivalents.slice(0, 2).filter(id => expected.includes(id)).length;
  }
  const miss = `${purl}: wanted ${expectation} ${projects}, got ${origin} ${equivalents.join(' ') || 'nothing'}`;
  count(tallies, expectation, right, miss);
  count(ecosystems, /^pkg:([^/]+)/.exec(purl)?.[1] ?? '', right, miss);
}

for (const { misses } of tallies.values()) for (const miss of misses) console.log(`  ${miss}`);
console.log(`${rows.length} labelled packages`);
const share = ({ right, all }: Tally) => `${right} of ${all} (${((100 * right) / all).toFixed(1)} %)`;
const names: Readonly<Record<string, string>> = {
  equivalent: 'an expected project among the first five',
  chinese: 'Chinese origin recognized',
  silent: 'silence kept',
};
for (const [expectation, tally] of tallies) console.log(`${names[expectation]}: ${share(tally)}`);
console.log(
  `of the first two offered, named by the labels: ${named} of ${offered} (labels name one or two projects of a field only)`,
);
console.log([...ecosystems].map(([name, { right, all }]) => `${name} ${right}/${all}`).join(', '));

function count(into: Map<string, Tally>, key: string, right: boolean, miss: string): void {
  const tally = into.get(key) ?? { right: 0, all: 0, misses: [] };
  tally.all += 1;
  if (right) tally.right += 1;
  else tally.misses.push(miss);
  into.set(key, tally);
}
