import type { Verification } from '../../src/core/catalog/folder.ts';
import type { Home, Outcome, Project, Repository } from '../../src/core/model.ts';

/**
 * Does what Gitee or AtomGit says of a home agree with the catalog: is it there, open, under that name, at that place, with
 * that license? `undefined` when nobody answered.
 */
export function homeAgreement(
  { license, status }: Project,
  { path, kind }: Home,
  outcome: Outcome<Pick<Repository, 'path' | 'license' | 'movedTo' | 'state' | 'pushedAt'>>,
): Pick<Verification, 'result' | 'detail'> | undefined {
  if (outcome.kind === 'not-found') return { result: 'missing', detail: 'no repository at that path' };
  if (outcome.kind !== 'found') return undefined;
  const { path: now, license: field, movedTo, state, pushedAt } = outcome.value;
  const left = kind === 'moved' || status === 'closed' || status === 'moved';
  const differences = [
    ...(now.toLowerCase() === path.toLowerCase() ? [] : [`renamed to ${now}`]),
    ...(movedTo && !left ? [`moved to ${movedTo.host} ${movedTo.path}`] : []),
    ...(state !== 'open' && !left ? [state] : []),
    ...(fits(license, field) ? [] : [`license ${field}`]),
  ];
  return differences.length > 0
    ? { result: 'differs', detail: differences.join('; ') }
    : { result: 'agrees', detail: [field, pushedAt?.slice(0, 10)].filter(Boolean).join(' ') };
}

/** The host knows one id, in its old spelling, and no further terms: it must be one of the catalog's. */
function fits(own: string, field: string | null): boolean {
  if (field === null || own === 'NOASSERTION') return true;
  const plain = (id: string) => id.replace(/-only$|-or-later$/, '').toLowerCase();
  return own.split(/[\s()]+/).some(id => plain(id) === plain(field));
}
