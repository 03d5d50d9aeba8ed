import type { Manifest } from '../../model.ts';
import { isMarker, readIni } from '../ini/read.ts';
import { ManifestBuilder, type Piece } from '../manifest.ts';
import { addPythonRequirement, type PythonPlace } from '../python/requirement.ts';

/** https://setuptools.pypa.io/en/latest/userguide/declarative_config.html */
export function parseSetupCfg(text: string): Manifest {
  const manifest = new ManifestBuilder(text);
  for (const { section, key, lines } of readIni(text)) {
    const where = placeOf(section, key);
    if (where) readValue(manifest, text, lines, where);
  }
  return manifest.build('setup.cfg', 'pypi');
}

/** Lines, in a single line also semicolons between; or `file: one.txt, two.txt`. */
function readValue(manifest: ManifestBuilder, text: string, lines: readonly Piece[], where: PythonPlace): void {
  const [first] = lines;
  const files = first && /^file:(.*)$/.exec(text.slice(first.start, first.end))?.[1];
  if (files !== undefined) {
    for (const file of files.split(',')) if (file.trim()) manifest.include(file.trim(), 'requirements.txt');
    return;
  }
  const pieces = first && lines.length === 1 ? splitAtSemicolons(text, first) : lines;
  for (const piece of pieces) addPythonRequirement(manifest, text, piece, where);
}

/** What stands behind a semicolon may also be a marker of the package in front. */
function splitAtSemicolons(text: string, { start, end }: Piece): readonly Piece[] {
  const written = text.slice(start, end);
  const pieces: Piece[] = [];
  let from = 0;
  for (const { index } of written.matchAll(/;/g)) {
    if (isMarker(text, start + index, ';')) continue;
    pieces.push({ start: start + from, end: start + index });
    from = index + 1;
  }
  return [...pieces, { start: start + from, end }].map(piece => trimmed(text, piece));
}

function trimmed(text: string, { start, end }: Piece): Piece {
  const written = text.slice(start, end);
  const from = start + written.length - written.trimStart().length;
  return { start: from, end: from + written.trim().length };
}

function placeOf(section: string, key: string): PythonPlace | undefined {
  if (section === 'options.extras_require') return { place: `[options.extras_require] ${key}`, scope: 'optional' };
  if (section !== 'options') return undefined;
  if (key === 'install_requires') return { place: 'install_requires' };
  if (key === 'setup_requires') return { place: 'setup_requires', scope: 'build' };
  return key === 'tests_require' ? { place: 'tests_require', scope: 'test' } : undefined;
}
