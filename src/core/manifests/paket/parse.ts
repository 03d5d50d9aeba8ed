import type { DependencyScope, Manifest } from '../../model.ts';
import { nugetPurl } from '../csproj/index.ts';
import { repositoryName, repositoryPurl } from '../git/repository.ts';
import { ManifestBuilder } from '../manifest.ts';

const line = /^([ \t]*)(nuget|clitool|github|git|group)([ \t]+)(\S+)([ \t]*)([^\r\n]*)/gim;

/** https://fsprojects.github.io/Paket/dependencies-file.html */
export function parsePaket(text: string): Manifest {
  const manifest = new ManifestBuilder(text);
  let group = '';
  for (const match of text.matchAll(line)) {
    const [, before = '', keyword = '', space = '', name = '', gap = '', rest = ''] = match;
    const start = match.index + before.length + keyword.length + space.length;
    const kind = keyword.toLowerCase();
    if (kind === 'group') {
      group = name;
      continue;
    }
    const where = { place: group || kind, scope: scopeOf(group, kind) };
    const requirement = requirementOf(rest, start + name.length + gap.length);
    if (kind === 'github') {
      // A comment may follow without a space.
      const [path = '', tag = ''] = (name.split('//')[0] ?? '').split(':');
      const piece = tag ? { start: start + path.length + 1, end: start + path.length + 1 + tag.length } : undefined;
      manifest.add({ start, end: start + path.length }, piece, {
        purl: repositoryPurl({ host: 'github.com', path, name: { start: 0, end: 0 } }),
        origin: 'git',
        ...where,
      });
    } else if (kind === 'git') {
      const { name: repository, reference } = repositoryName(text, { start, end: start + name.length });
      if (reference)
        manifest.add(repository, requirement, { purl: repositoryPurl(reference), origin: 'git', ...where });
    } else {
      manifest.add({ start, end: start + name.length }, requirement, { purl: nugetPurl(name), ...where });
    }
  }
  return manifest.build('paket.dependencies', 'nuget');
}

/** The version ends in front of settings (`framework: net6`, `storage: none`) and comments. */
function requirementOf(rest: string, start: number): { start: number; end: number } | undefined {
  const cut = rest.search(/[\w-]+:[ \t]|\/\/|#/);
  const written = (cut < 0 ? rest : rest.slice(0, cut)).replace(/[ \t,]+$/, '');
  return written === '' ? undefined : { start, end: start + written.length };
}

function scopeOf(group: string, keyword: string): DependencyScope {
  if (keyword === 'clitool') return 'development';
  if (/test/i.test(group)) return 'test';
  return /^(?:build|docs?|analyzers?)$/i.test(group) ? 'build' : 'runtime';
}
