import type { Manifest } from '../../model.ts';
import { repositoryName, repositoryPurl } from '../git/repository.ts';
import { readIni } from '../ini/read.ts';
import { ManifestBuilder, type Piece } from '../manifest.ts';

/** https://git-scm.com/docs/gitmodules. Keys are indented there; the reader of INI files takes them for lines that go on. */
export function parseGitmodules(text: string): Manifest {
  const manifest = new ManifestBuilder(text);
  let url: Piece | undefined;
  let branch: Piece | undefined;
  const flush = () => {
    const { name, reference } = url ? repositoryName(text, url) : { name: undefined, reference: undefined };
    if (name && reference)
      manifest.add(name, branch, { purl: repositoryPurl(reference), place: 'submodule', origin: 'git' });
    url = undefined;
    branch = undefined;
  };
  for (const { key, lines } of readIni(text.replace(/^[ \t]+/gm, blank => '\u00A0'.repeat(blank.length)))) {
    const name = key.replaceAll('\u00A0', '').trim();
    if (name === '') flush();
    else if (name === 'url') [url] = lines;
    else if (name === 'branch') [branch] = lines;
  }
  flush();
  return manifest.build('.gitmodules', 'generic');
}
