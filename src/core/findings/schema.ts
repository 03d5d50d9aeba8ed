import * as z from 'zod';
import { formatVersion, longest, most, noLicense, patterns, statuses, verdicts } from './format.ts';

const line = z.string().max(longest.line);
const home = z.string().regex(patterns.home, 'must look like gitee:owner/repository');
const time = z.iso.datetime({ offset: true, error: 'must be a time such as 2026-01-31T12:00:00Z' });
const status = z.enum(statuses);

/** The front matter of a finding. Fields that are not named here stay in the file and mean nothing to us. */
export const FrontMatter = z.object({
  version: z.number().int().min(1).describe(`Version of the format, now ${formatVersion}`),
  project: z
    .string()
    .regex(patterns.project, 'must be an id of lower-case letters, digits and dashes')
    .describe('Id in the catalog, or host--owner--repository'),
  name: line.min(1),
  status: status.describe('Where the decision stands'),
  homes: z.array(home).max(most.homes).default([]).describe('Repositories, as gitee:owner/repository'),
  license: line.default(noLicense).describe('SPDX expression at the time of saving'),
  verdict: z.enum(verdicts).optional().describe('Whether that license fitted at the time'),
  'verdict-for': line.optional().describe('The license of your own that it was checked against'),
  replaces: z
    .array(line.regex(patterns.package, 'must be a package URL such as pkg:npm/moment'))
    .max(most.replaces)
    .default([])
    .describe('Package URLs that it would replace'),
  tags: z.array(line.min(1)).max(most.tags).default([]),
  links: z
    .array(z.string().max(longest.link).regex(patterns.link, 'must be an address that starts with http:// or https://'))
    .max(most.links)
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
    .max(most.history)
    .default([])
    .describe('Each status that it was given, the oldest first'),
});
export type FrontMatter = z.infer<typeof FrontMatter>;

/** JSON Schema (draft 2020-12) of the front matter. Fields of one's own are allowed. */
export function findingSchema(): object {
  return { title: 'Front matter of a finding', ...z.toJSONSchema(FrontMatter, { io: 'input' }) };
}
