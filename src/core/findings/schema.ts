import * as z from 'zod';

/**
 * Version of the format that this code writes. Older ones are read, newer ones left alone.
 * 1: `changed` held the time of the last change, which made two people's edits of different fields conflict in Git.
 * 2: `history` holds each status with its date, `verdict`, `verdict-for`, `links` and `review` came in.
 */
export const formatVersion = 2;

/** Longer front matter is not ours; UTF-16 units. Room for 200 packages and 200 changes of status. */
export const longestFrontMatter = 48_000;

/**
 * The fields of a new file in their order. Between two fields that people change stands one that stays, because Git
 * merges changes of lines only when there is a line between them.
 */
export const fieldOrder: readonly string[] = [
  'version',
  'review',
  'project',
  'status',
  'name',
  'replaces',
  'homes',
  'tags',
  'saved',
  'license',
  'verdict',
  'verdict-for',
  'links',
  'history',
];

const line = z.string().max(500);
const home = z.string().regex(/^(gitee|github|atomgit):[\w.-]+\/[\w.-]+$/, 'must look like gitee:owner/repository');
const time = z.iso.datetime({ offset: true, error: 'must be a time such as 2026-01-31T12:00:00Z' });
const status = z.enum(['candidate', 'evaluating', 'adopted', 'rejected']);

/** The front matter of a finding. Fields that are not named here stay in the file and mean nothing to us. */
export const FrontMatter = z.object({
  version: z.number().int().min(1).describe(`Version of the format, now ${formatVersion}`),
  project: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._-]{0,200}$/, 'must be an id of lower-case letters, digits and dashes')
    .describe('Id in the catalog, or host--owner--repository'),
  name: line.min(1),
  status: status.describe('Where the decision stands'),
  homes: z.array(home).max(20).default([]).describe('Repositories, as gitee:owner/repository'),
  license: line.default('NOASSERTION').describe('SPDX expression at the time of saving'),
  verdict: z
    .enum(['fits', 'fits-with-duties', 'depends', 'review', 'conflict', 'no-right-found'])
    .optional()
    .describe('Whether that license fitted at the time'),
  'verdict-for': line.optional().describe('The license of your own that it was checked against'),
  replaces: z
    .array(line.startsWith('pkg:', 'must be a package URL such as pkg:npm/moment'))
    .max(200)
    .default([])
    .describe('Package URLs that it would replace'),
  tags: z.array(line.min(1)).max(100).default([]),
  links: z
    .array(
      z
        .string()
        .max(2000)
        .regex(/^https?:\/\/\S+$/, 'must be an address that starts with http:// or https://'),
    )
    .max(100)
    .default([])
    .describe('Addresses that belong to the decision'),
  review: z.iso
    .date({ error: 'must be a date such as 2026-12-31' })
    .optional()
    .describe('Date on which somebody should look again'),
  saved: time.describe('When it was saved first'),
  changed: time.optional().describe('Version 1 only: when it was changed last'),
  history: z
    .array(z.object({ status, date: time, by: line.optional() }))
    .max(500)
    .default([])
    .describe('Each status that it was given, the oldest first'),
});
export type FrontMatter = z.infer<typeof FrontMatter>;

/** JSON Schema (draft 2020-12) of the front matter. Fields of one's own are allowed. */
export function findingSchema(): object {
  return { title: 'Front matter of a finding', ...z.toJSONSchema(FrontMatter, { io: 'input' }) };
}
