/**
 * Brings READMEs of real projects out of packages of the npm registry, by its ordinary client, into `.cache/readmes/`
 * (never committed). Versions and SHA-256 of the archives are pinned in translation-readmes.json; `--pin` writes what is
 * missing there. Run: `node test/eval/translation-readmes.ts [--pin]`.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as z from 'zod';

const Pin = z.object({ name: z.string(), version: z.string(), sha256: z.string() });
type Pin = z.infer<typeof Pin>;
const pinsFile = path.join(import.meta.dirname, 'translation-readmes.json');
const cache = path.join(import.meta.dirname, '../../.cache/readmes');

export interface RealReadme {
  /** Package and file, such as `mockjs README.md`. */
  readonly name: string;
  readonly package: string;
  readonly file: string;
  readonly text: string;
}

/** The READMEs that have been brought; none without a run of this script. */
export function realReadmes(): readonly RealReadme[] {
  if (!existsSync(cache)) return [];
  return readdirSync(cache).flatMap(folder =>
    readdirSync(path.join(cache, folder)).map(file => {
      const name = folder.replaceAll('__', '/');
      return {
        name: `${name} ${file}`,
        package: name,
        file,
        text: readFileSync(path.join(cache, folder, file), 'utf8'),
      };
    }),
  );
}

function bring({ name, version, sha256 }: Pin): string {
  const folder = path.join(cache, name.replaceAll('/', '__'));
  if (existsSync(folder) && sha256 !== '') return sha256;
  const work = mkdtempSync(path.join(tmpdir(), 'readmes-'));
  try {
    execFileSync('npm', ['pack', `${name}@${version}`, '--ignore-scripts', '--silent'], {
      cwd: work,
      stdio: 'pipe',
      timeout: 120_000,
    });
    const [archive = ''] = readdirSync(work);
    const hash = createHash('sha256')
      .update(readFileSync(path.join(work, archive)))
      .digest('hex');
    if (sha256 !== '' && sha256 !== hash) throw new Error(`${name}@${version} has another hash than the pinned one`);
    execFileSync('tar', ['-xzf', archive], { cwd: work });
    const inner = readdirSync(work, { withFileTypes: true }).find(entry => entry.isDirectory())?.name ?? '';
    mkdirSync(folder, { recursive: true });
    for (const file of readdirSync(path.join(work, inner))) {
      if (/^readme.*\.(?:md|markdown)$/i.test(file))
        writeFileSync(path.join(folder, file), readFileSync(path.join(work, inner, file)));
    }
    return hash;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Brings what is not there yet; says what could not be had, and how many READMEs there are. */
export function bringReadmes(pinning = false): void {
  const pins = z.array(Pin).parse(JSON.parse(readFileSync(pinsFile, 'utf8')));
  const done: Pin[] = [];
  for (const pin of pins) {
    if (pin.sha256 === '' && !pinning) throw new Error(`${pin.name} is not pinned; run with --pin`);
    try {
      done.push({ ...pin, sha256: bring(pin) });
    } catch (cause) {
      console.error(`${pin.name}: ${cause instanceof Error ? cause.message : String(cause)}`);
    }
  }
  if (pinning) writeFileSync(pinsFile, `[\n${done.map(pin => `  ${JSON.stringify(pin)}`).join(',\n')}\n]\n`);
  console.log(`${done.length} of ${pins.length} packages, ${realReadmes().length} READMEs`);
}

if (process.argv[1] === import.meta.filename) bringReadmes(process.argv.includes('--pin'));
