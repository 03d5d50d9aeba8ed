import type { Verification } from '../../src/core/catalog/folder.ts';
import { manifestLicense } from '../../src/core/licenses/workspace/manifest-license.ts';
import type { Project } from '../../src/core/model.ts';
import type { RegistryAnswer } from './registries/index.ts';

const hosts = {
  'github.com': 'github',
  'gitee.com': 'gitee',
  'gitcode.com': 'atomgit',
  'atomgit.com': 'atomgit',
} as const;

/** What a license file inside the package turned out to be. */
export interface ReadLicense {
  readonly file: string;
  /** As the identification writes it. */
  readonly expression: string;
}

type Result = Pick<Verification, 'result' | 'detail'>;

/**
 * Does what a registry says, and what the license files of the package say, agree with the catalog? `undefined` when the
 * registry said nothing of the package.
 */
export function agreement(
  { homes, license }: Project,
  answer: RegistryAnswer,
  texts: readonly ReadLicense[] = [],
): Result | undefined {
  if (answer.kind === 'no-answer') return undefined;
  if (answer.kind === 'missing') return { result: 'missing', detail: 'the registry has no such package' };
  const differences = [
    ...homeDifference(homes, answer.repository),
    ...licenseDifference(license, answer.license),
    ...textDifference(license, texts),
  ];
  if (differences.length > 0) return { result: 'differs', detail: differences.join('; ') };
  const said = [answer.version, answer.license, answer.repository, ...texts.map(({ file }) => file)];
  return { result: 'agrees', detail: said.filter(each => each !== undefined).join(' ') };
}

function homeDifference(homes: Project['homes'], repository: string | undefined): readonly string[] {
  const match = /([\w.-]+\.[a-z]+)[/:]([\w.-]+)\/([\w.-]+?)(?:\.git)?(?:[/#].*)?$/i.exec(repository ?? '');
  const host = Object.entries(hosts).find(([name]) => name === match?.[1]?.toLowerCase().replace(/^www\./, ''))?.[1];
  if (!match || host === undefined) return [];
  // A binding or a plug-in often lives beside the project, under the same owner.
  const owner = `${match[2]}/`.toLowerCase();
  const known = homes.some(home => home.host === host && home.path.toLowerCase().startsWith(owner));
  return known ? [] : [`repository ${host} ${match[2]}/${match[3]}`];
}

/** The fields of registries are free text here and there; what cannot be understood is no difference. */
function licenseDifference(own: string, theirs: string | undefined): readonly string[] {
  if (theirs === undefined) return [];
  const expression = manifestLicense('setup.cfg', `license = ${theirs}`)?.expression ?? 'NOASSERTION';
  if (/^(?:NOASSERTION|NONE|LicenseRef-proprietary)$/.test(expression)) return [];
  return ids(own) === ids(expression) ? [] : [`license ${theirs}`];
}

/** One file of the package must be the license of the catalog; or together they must be the parts of a choice. */
function textDifference(own: string, texts: readonly ReadLicense[]): readonly string[] {
  const read = texts.filter(({ expression }) => expression !== 'NOASSERTION');
  const known = new Set(read.map(({ expression }) => ids(expression)));
  if (read.length === 0 || known.has(ids(own))) return [];
  if (
    ids(own)
      .split(' ')
      .every(id => known.has(id))
  )
    return [];
  return read.map(({ file, expression }) => `${file} is ${expression}`);
}

/** The identifiers of an expression: "only" and "or later" look alike in a text that knows nothing of the choice. */
function ids(expression: string): string {
  return expression
    .replace(/-only\b|-or-later\b|\+|[()]/g, '')
    .split(/\s+(?:OR|AND)\s+/)
    .sort()
    .join(' ');
}
