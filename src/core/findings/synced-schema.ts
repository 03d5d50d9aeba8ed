import * as z from 'zod';

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
