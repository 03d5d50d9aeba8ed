/**
 * `npm run eval:mappings`: judges what the catalog makes of the packages that it names (`data/packages/`; `catalog:pairs`
 * prints all of it). Coverage looks at what real programs depend on; this looks at every mapping, also of packages that nobody at hand uses.
 *
 * - `--sample SIZE SEED ECOSYSTEM...` draws pairs of a package and any of its suggestions, as rows to judge.
 * - Without an option: how many of the judged pairs (`mapping-judgments.tsv`) an expert of the field would sign, by sample.
 *
 * The judgments were made from knowledge of the packages and the projects, after all mappings outside npm and PyPI had been
 * read once; what a sample showed was mended by its cause before the next was drawn. What counts is the share when a sample
 * was drawn: that a pair is no longer shown because it was judged wrong says nothing about the others.
 *
 * The samples 2026112642, 2026112662, 2026112671, 2026112672 and 2026112673 are others: second and third suggestions for
 * dependencies of the third, the fourth, the fifth, the first and the sixth set of applications (see coverage.ts), each judged by
 * somebody who had not seen how the catalog was made. The sample 2026112654 was drawn from all places
 * outside npm, PyPI, Composer, RubyGems, pub and Swift when those pairs had been read a second time; every doubt was a no. The
 * sample 2026112655 is its like for npm, PyPI, Composer, RubyGems, pub and Swift, drawn when their pairs had been read place by
 * place; it was judged by who had read them.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { compileCatalogFolder } from '../../src/core/catalog/compile.ts';
import { readCatalogFolder } from '../../src/core/catalog/folder.ts';
import { openCatalog } from '../../src/core/catalog/index.ts';
import { suggest } from '../../src/core/suggestions/index.ts';

const folder = path.join(import.meta.dirname, '../../src/core/catalog/data');
const judgmentsFile = path.join(import.meta.dirname, 'mapping-judgments.tsv');
const { packages } = await readCatalogFolder(folder);
const catalog = openCatalog(await compileCatalogFolder(folder));
const [option, ...rest] = process.argv.slice(2);
if (option === '--sample') printSample(Number(rest[0]), Number(rest[1]), rest.slice(2));
else printJudgments();

/** A name that stands for all that begin so is asked about as it is without its star. */
function purlOf(ecosystem: string, name: string): string {
  return `pkg:${ecosystem}/${name.replace(/\*$/, '').split('/').map(encodeURIComponent).join('/')}`;
}

/** A seeded sample of all pairs of the ecosystems that are not judged yet, so that anybody can draw it again. */
function printSample(size: number, seed: number, ecosystems: readonly string[]): void {
  const judged = new Set(judgments().map(({ purl, project }) => `${purl}\t${project}`));
  const pairs = (ecosystems.length > 0 ? ecosystems : [...packages.keys()].sort())
    .flatMap(ecosystem => [...(packages.get(ecosystem)?.keys() ?? [])].map(name => purlOf(ecosystem, name)))
    .flatMap(purl => suggest(purl, catalog).suggestions.map(suggestion => ({ purl, ...suggestion })))
    .filter(({ purl, project }) => !judged.has(`${purl}\t${project}`));
  let state = seed;
  for (let place = 0; place < Math.min(size, pairs.length); place += 1) {
    // The constants of Numerical Recipes' linear congruential generator.
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    const other = place + Math.floor((state / 2 ** 32) * (pairs.length - place));
    const [one, two] = [pairs[place], pairs[other]];
    if (one === undefined || two === undefined) return;
    pairs[place] = two;
    pairs[other] = one;
    console.log([seed, two.purl, two.project, two.relation, '', two.reason].join('\t'));
  }
}

interface Judgment {
  readonly sample: string;
  readonly purl: string;
  readonly project: string;
  readonly agree: boolean;
}

function judgments(): readonly Judgment[] {
  return readFileSync(judgmentsFile, 'utf8')
    .split('\n')
    .slice(1)
    .filter(line => line !== '')
    .map(line => line.split('\t'))
    .map(([sample = '', purl = '', project = '', , agree = '']) => ({ sample, purl, project, agree: agree === 'yes' }));
}

function printJudgments(): void {
  const all = judgments();
  for (const sample of new Set(all.map(each => each.sample))) {
    const drawn = all.filter(each => each.sample === sample);
    const shown = drawn.filter(({ purl, project }) =>
      suggest(purl, catalog).suggestions.some(each => each.project === project),
    );
    const agreed = (list: readonly Judgment[]) =>
      `${list.filter(({ agree }) => agree).length} of ${list.length} (${((100 * list.filter(({ agree }) => agree).length) / list.length).toFixed(1)} %)`;
    console.log(
      `sample of seed ${sample}: an expert agreed with ${agreed(drawn)} when it was drawn; with ${agreed(shown)} of those shown today`,
    );
  }
}
