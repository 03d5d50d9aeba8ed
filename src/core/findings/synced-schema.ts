import * as z from 'zod';
import { longest, most, patterns, statuses } from './format.ts';

const line = z.string().max(longest.line);

/**
 * What Settings Sync carries of the personal findings from machine to machine: enough to make them anew, without their
 * notes. Removing on one machine removes nothing on another.
 */
export const SyncedFindings = z.object({
  version: z.literal(1),
  findings: z
    .array(
      z.object({
        id: z.string().regex(patterns.project),
        name: line.min(1),
        status: z.enum(statuses),
        license: line,
        homes: z.array(z.string().regex(patterns.home)).max(most.homes),
        tags: z.array(line).max(most.tags),
      }),
    )
    .max(500),
  /** What was removed somewhere, and when: it is not brought back, unless it was saved again after that. */
  removed: z.array(z.object({ id: z.string().max(250), date: z.string().max(40) })).max(500),
});
export type SyncedFindings = z.infer<typeof SyncedFindings>;
