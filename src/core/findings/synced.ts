import type { Finding } from '../model.ts';
import type { FindingDraft } from './findings.ts';
import type { SyncedFindings } from './synced-schema.ts';

const none: SyncedFindings = { version: 1, findings: [], removed: [] };

/** Settings Sync takes small values only; the most recently changed go in. */
const most = 500;

/** Reads what came from another machine; nothing when it is not ours. What checks it is loaded only where something came. */
export async function readSynced(value: unknown): Promise<SyncedFindings> {
  if (value === undefined) return none;
  const { SyncedFindings } = await import('./synced-schema.ts');
  return SyncedFindings.safeParse(value).data ?? none;
}

/**
 * The index for the personal findings as they are now. `before` is the last index that this machine has seen: what it
 * names and is not here was removed here. `now` is ISO 8601.
 */
export function syncedIndex(findings: readonly Finding[], before: SyncedFindings, now: string): SyncedFindings {
  const here = new Map(findings.map(finding => [finding.id, finding]));
  const removed = new Map(before.removed.map(({ id, date }) => [id, date]));
  for (const { id } of before.findings) if (!here.has(id) && !removed.has(id)) removed.set(id, now);
  const wasRemoved = ({ id, savedAt }: Finding) => (removed.get(id) ?? '') > savedAt;
  for (const finding of findings) if (!wasRemoved(finding)) removed.delete(finding.id);
  return {
    version: 1,
    findings: findings
      .filter(finding => !wasRemoved(finding))
      .slice(0, most)
      .map(({ id, name, status, license, homes, tags }) => ({
        id,
        name,
        status,
        license,
        homes: homes.map(({ host, path }) => `${host}:${path}`),
        tags: [...tags],
      })),
    removed: [...removed].map(([id, date]) => ({ id, date })).slice(-most),
  };
}

/** What another machine has and this one does not. */
export function missingHere(synced: SyncedFindings, here: ReadonlySet<string>): readonly FindingDraft[] {
  return synced.findings
    .filter(({ id }) => !here.has(id) && !synced.removed.some(each => each.id === id))
    .map(({ homes, ...rest }) => ({
      ...rest,
      homes: homes.flatMap(home => {
        const [host, path = ''] = home.split(':');
        return host === 'gitee' || host === 'github' || host === 'atomgit' ? [{ host, path }] : [];
      }),
    }));
}
