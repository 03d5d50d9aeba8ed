import type { Verification } from '../../src/core/catalog/folder.ts';
import type { Project } from '../../src/core/model.ts';
import type { RegistryAnswer } from './registries.ts';

const hosts = {
  'github.com': 'github',
  'gitee.com': 'gitee',
  'gitcode.com': 'atomgit',
  'atomgit.com': 'atomgit',
} as const;

/** Does what a registry says agree with the catalog? `undefined` when it said nothing of the package. */
export function agreement(
  { homes, license }: Project,
  answer: RegistryAnswer,
): Pick<Verification, 'result' | 'detail'> | undefined {
  if (answer.kind === 'no-answer') return undefined;
  if (answer.kind === 'missing') return { result: 'missing', detail: 'the registry has no such package' };
  const differences = [...homeDifference(homes, answer.repository), ...licenseDifference(license, answer.license)];
  return differences.length === 0
    ? {
        result: 'agrees',
        detail: [answer.license ?? '', answer.repository ?? ''].filter(text => text !== '').join(' '),
      }
    : { result: 'differs', detail: differences.join('; ') };
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

/** The license fields of registries are old-fashioned here and there: compared by their words, not by their spelling. */
function licenseDifference(own: string, theirs: string | undefined): readonly string[] {
  if (theirs === undefined || /^(?:see license|unlicensed|other|licenseref)/i.test(theirs)) return [];
  return words(own) === words(theirs) ? [] : [`license ${theirs}`];
}

function words(license: string): string {
  return license
    .toLowerCase()
    .replace(/-only|-or-later|\(|\)/g, '')
    .replace(/\s*\/\s*/g, ' or ')
    .split(/\s+or\s+|\s+and\s+/)
    .map(word => word.replace(/[\s_]+/g, '-').replace(/^apache-license.*$/, 'apache-2.0'))
    .sort()
    .join(' ');
}
