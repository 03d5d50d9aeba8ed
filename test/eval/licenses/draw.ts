/**
 * Draws license files for a new set: `node test/eval/licenses/draw.ts SEED DRAFT SIZE all|unusual [LABELS...]`. At random by the seed,
 * from the packages of the catalog's projects and of the mapped ones that no set named has, about half of Chinese
 * projects. Writes labels without expressions to DRAFT, and keeps the files where the evaluation finds them. A file whose
 * bytes a set holds already is counted and left out: it would not be unseen. `unusual` leaves out, too, what a matcher by
 * word sets can name: most packages carry a bare standard text, which every program knows. Of Python packages only wheels are taken, so that no code of theirs runs.
 */
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { readCatalogFolder } from '../../../src/core/catalog/folder.ts';
import { textOfBytes } from '../../../src/core/licenses/index.ts';
import { bringLatest, filesIn, readFileIn } from './archives.ts';
import { openDice } from './dice.ts';
import { folder } from './fetch.ts';

const [seed = '1', draft = 'draft.json', size = '150', kind = 'all', ...sets] = process.argv.slice(2);

/** Of each hundred files so many come from a registry: first of Chinese projects, then of others. */
const shares = {
  npm: [17, 15],
  pypi: [14, 13],
  crate: [6, 5],
  golang: [6, 4],
  maven: [8, 5],
  debsrc: [0, 7],
} as const;

const licenseName =
  /(?:^|\/)(?:(?:un)?licen[cs]es?|copying|copyright|[\w.+-]{1,30}[-_.]licen[cs]e|许可证?|许可协议)(?:[-_. ][^/]*)?$/i;
const noText =
  /\.(?:js|mjs|cjs|ts|py|pyc|go|rs|java|class|json|ya?ml|toml|xml|png|svg|css|map|sh|c|h|gz|xz|asc|sig|svelte|vue|mts|cts)$/i;
const [shortest, longest] = [40, 250_000];

const known = z
  .array(z.object({ package: z.string(), sha256: z.string() }))
  .parse((await Promise.all(sets.map(async set => JSON.parse(await readFile(set, 'utf8'))))).flat());
const seenPackages = new Set(known.map(one => nameOf(one.package)));
const seenFiles = new Set(known.map(one => one.sha256));
let alreadySeen = 0;
const nameByWords = await openDice();

const drawn: { package: string; file: string; sha256: string; expression: string[]; chinese: boolean }[] = [];
await mkdir(folder, { recursive: true });
for (const [registry, [ofChinese, ofOthers]] of Object.entries(shares)) {
  for (const [chinese, share] of [[true, ofChinese] as const, [false, ofOthers] as const]) {
    await drawFrom(registry, chinese, Math.round((share * Number(size)) / 100));
  }
}
console.log(`${drawn.length} files drawn, ${alreadySeen} of bytes that a set holds already left out`);

async function drawFrom(registry: string, chinese: boolean, wanted: number): Promise<void> {
  const random = randomFrom(`${seed} ${registry} ${chinese}`);
  const names = shuffled(await packagesOf(registry, chinese), random);
  let found = 0;
  for (const name of names.filter(each => !seenPackages.has(each))) {
    if (found >= wanted) return;
    const work = await mkdtemp(path.join(tmpdir(), 'draw-'));
    try {
      const { file: archive, pinned } = await bringLatest(name, work);
      const files = (await filesIn(archive)).filter(file => licenseName.test(file) && !noText.test(file)).sort();
      // Most packages have one file; of those with many, two are enough.
      const kept = await keepSome(archive, pinned, chinese, shuffled(files, random), random() < 0.4 ? 2 : 1);
      found += kept;
      if (kept > 0) console.log(`${pinned} ${kept}`);
    } catch (error) {
      console.error(`${name}: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  }
}

async function keepSome(
  archive: string,
  pinned: string,
  chinese: boolean,
  files: readonly string[],
  most: number,
): Promise<number> {
  let kept = 0;
  for (const file of files) {
    if (kept >= most) break;
    const content = await readFileIn(archive, file);
    if (content.length < shortest || content.length > longest) continue;
    const sha256 = createHash('sha256').update(content).digest('hex');
    if (seenFiles.has(sha256)) {
      alreadySeen += 1;
      continue;
    }
    if (kind === 'unusual' && nameByWords(textOfBytes(content) ?? '') !== 'NOASSERTION') continue;
    seenFiles.add(sha256);
    await writeFile(path.join(folder, sha256), content);
    drawn.push({ package: pinned, file, sha256, expression: [], chinese });
    kept += 1;
    await writeFile(draft, `${JSON.stringify(drawn, null, 2)}\n`);
  }
  return kept;
}

/** Names as `bringLatest` takes them, in a fixed order. */
async function packagesOf(registry: string, chinese: boolean): Promise<readonly string[]> {
  const catalog = await readCatalogFolder(new URL('../../../src/core/catalog/data', import.meta.url).pathname);
  const mapped = (ecosystem: string) => [...(catalog.packages.get(ecosystem)?.keys() ?? [])];
  // Debian's sources of libraries that C and C++ projects take from vcpkg and Conan.
  if (registry === 'debsrc') return unique([...mapped('vcpkg'), ...mapped('conan')].map(name => `debsrc:${name}`));
  const ecosystem = registry === 'crate' ? 'cargo' : registry;
  const names = chinese
    ? catalog.projects.flatMap(({ purls }) => purls.flatMap(purl => nameIn(purl, ecosystem)))
    : mapped(ecosystem);
  // A name that ends with a stroke stands for a whole group.
  const whole = names.filter(name => !name.endsWith('/'));
  return unique(whole.map(name => `${registry}:${registry === 'maven' ? name.replace('/', ':') : name}`));
}

function nameIn(purl: string, ecosystem: string): readonly string[] {
  const prefix = `pkg:${ecosystem}/`;
  return purl.startsWith(prefix) ? [decodeURIComponent(purl.slice(prefix.length))] : [];
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort();
}

function nameOf(pinned: string): string {
  return pinned.replace(/^maven:([^:]+:[^:]+):.*$/, 'maven:$1').replace(/(?<=.{5})(?:@|==|=)[^@=]+$/, '');
}

function shuffled<T>(list: readonly T[], random: () => number): readonly T[] {
  const copy = [...list];
  for (let index = copy.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    const [one, two] = [copy[index], copy[other]];
    if (one !== undefined && two !== undefined) [copy[index], copy[other]] = [two, one];
  }
  return copy;
}

/** Numbers from 0 to 1, the same for the same seed. */
function randomFrom(text: string): () => number {
  let state = createHash('sha256').update(text).digest().readUInt32BE(0);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
