import type { Manifest } from '../../model.ts';
import { purlOfPath } from '../../purl/index.ts';
import { repositoryName, repositoryPurl } from '../git/repository.ts';
import { readIni } from '../ini/read.ts';
import { ManifestBuilder, type Piece } from '../manifest.ts';

/** https://docs.platformio.org/en/latest/projectconf/ */
export function parsePlatformio(text: string): Manifest {
  const manifest = new ManifestBuilder(text);
  for (const { section, key, lines } of readIni(text)) {
    if (key !== 'lib_deps' && key !== 'platform' && key !== 'platform_packages') continue;
    for (const line of lines) {
      for (const piece of splitAtCommas(text, line))
        add(manifest, text, piece, `[${section}] ${key}`, key === 'lib_deps');
    }
  }
  return manifest.build('platformio.ini', 'platformio');
}

function splitAtCommas(text: string, { start, end }: Piece): readonly Piece[] {
  const pieces: Piece[] = [];
  // A comma behind a digit or an operator belongs to the version: `name@>=1.0,<2.0`.
  for (const match of text.slice(start, end).matchAll(/(?:[^,]|,(?=\s*[<>=~^!]))+/g)) {
    const trimmed = match[0].trim();
    const from = start + match.index + match[0].indexOf(trimmed);
    if (trimmed) pieces.push({ start: from, end: from + trimmed.length });
  }
  return pieces;
}

/** `owner/Name @ ^1.2`, `Name@1`, `Name=https://...`, `https://...#tag`, `file://...` */
function add(manifest: ManifestBuilder, text: string, piece: Piece, place: string, library: boolean): void {
  const written = text.slice(piece.start, piece.end);
  if (written.startsWith('${') || /^(?:file|symlink):/.test(written)) return;
  const url = /^(?:[\w -]+=)?((?:https?|git|ssh|git\+\w+):\/\/\S+|git@\S+)/.exec(written)?.[1];
  if (url) {
    const start = piece.start + written.indexOf(url);
    const hash = url.indexOf('#');
    const address = { start, end: hash < 0 ? start + url.length : start + hash };
    const { name, reference } = repositoryName(text, address);
    if (!reference) return;
    manifest.add(name, hash < 0 ? undefined : { start: start + hash + 1, end: start + url.length }, {
      purl: repositoryPurl(reference),
      place,
      origin: 'git',
    });
    return;
  }
  const [, name = '', gap = '', version = ''] = /^([^@\s](?:[^@]*[^@\s])?)(\s*@\s*)?(.*)$/.exec(written) ?? [];
  if (!/^[\w.+ -]+(?:\/[\w.+ -]+)?$/.test(name)) return;
  const end = piece.start + name.length;
  const requirement = version ? { start: end + gap.length, end: end + gap.length + version.length } : undefined;
  manifest.add({ start: piece.start, end }, requirement, {
    purl: purlOfPath('platformio', name.toLowerCase()),
    place,
    scope: library ? 'runtime' : 'build',
  });
}
