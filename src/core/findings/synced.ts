import * as z from 'zod';
import type { Finding } from '../model.ts';
import type { FindingDraft } from './findings.ts';

/**
 * What Settings Sync carries of the personal findings from machine to machine: enough to make them anew, without their
 * notes. Removing on one machine removes nothing on another.
 */
export const SyncedFindings = z.object({
  version: z.literal(1),
  findings: z
    .array(
      z.object({
        id: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,200}$/),
        name: z.string().min(1).max(500),
        status: z.enum(['candidate', 'evaluating', 'adopted', 'rejected']),
        license: z.string().max(500),
        homes: z.array(z.string().regex(/^(gitee|github|atomgit):[\w.-]+\/[\w.-]+$/)).max(20),
        tags: z.array(z.string().max(500)).max(100),
      }),
    )
    .max(500),
  /** What was removed somewhere, and when: it is not brought back, unless it was saved again after that. */
  removed: z.array(z.object({ id: z.string().max(250), date: z.string().max(40) })).max(500),
});
export type SyncedFindings = z.infer<typeof SyncedFindings>;

const none: SyncedFindings = { version: 1, findings: [], removed: [] };

/** Settings Sync takes small values only; the most recently changed go in. */
const most = 500;

/** Reads what came from another machine; nothing when it is not ours. */
export function readSynced(value: unknown): SyncedFindings {
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
