import { z } from 'zod';
import type { RegistryAnswer } from './answer.ts';
import { askClient } from './client.ts';

const report = z.object({
  install: z
    .array(
      z.object({
        metadata: z.object({
          version: z.string(),
          license: z.string().optional(),
          license_expression: z.string().optional(),
          classifier: z.array(z.string()).default([]),
          home_page: z.string().optional(),
          author: z.string().optional(),
          author_email: z.string().optional(),
          maintainer: z.string().optional(),
          project_url: z.array(z.string()).default([]),
        }),
      }),
    )
    .length(1),
});
type Metadata = z.infer<typeof report>['install'][number]['metadata'];

/** No version is installed and no code of the package is run: only built packages are looked at, and only their metadata. */
const options = '--dry-run --ignore-installed --no-deps --only-binary=:all: --ignore-requires-python -q --report -';

export async function askPypi(name: string): Promise<RegistryAnswer> {
  const missing = /No matching distribution/;
  const answer = await askClient('pip', ['install', ...options.split(' '), name], missing, text => {
    const [found] = report.parse(JSON.parse(text)).install;
    if (found === undefined) return { kind: 'missing' };
    const { metadata } = found;
    return {
      kind: 'found',
      version: metadata.version,
      license: licenseOf(metadata),
      repository: repositoryOf(metadata),
      links: linksOf(metadata),
      people: [metadata.author, metadata.author_email, metadata.maintainer].flatMap(each => each ?? []),
    };
  });
  if (answer.kind !== 'missing') return answer;
  const listed = await askClient('pip', ['index', 'versions', name], missing, text => ({
    kind: 'found',
    version: /\(([\w.!+-]+)\)/.exec(text)?.[1],
  }));
  // The client has the same words for a package that does not exist and for one that other systems only can install.
  return listed.kind === 'missing' ? { kind: 'no-answer', detail: 'nothing that this system could install' } : listed;
}

/** The free field holds whole texts at times; then the classifiers are clearer. */
function licenseOf({ license_expression, license, classifier }: Metadata): string | undefined {
  const classified = classifier
    .filter(each => each.startsWith('License :: '))
    .map(each => each.split(' :: ').at(-1))
    .filter(each => each !== 'OSI Approved')
    .join(' AND ');
  const line = license?.trim();
  const short = line !== undefined && line.length > 0 && line.length <= 60 ? line : undefined;
  return license_expression ?? short ?? (classified === '' ? undefined : classified);
}

function linksOf({ home_page, project_url }: Metadata): readonly string[] {
  return [...project_url.map(each => each.replace(/^[^,]*,\s*/, '')), home_page ?? ''].filter(link => link !== '');
}

function repositoryOf(metadata: Metadata): string | undefined {
  return linksOf(metadata).find(link =>
    /^https?:\/\/(?:www\.)?(?:github|gitee|gitcode|atomgit)\.com\/[^/]+\/[^/]+/.test(link),
  );
}
