import { z } from 'zod';

/** Version of the format that this code writes. Older ones are read, newer ones left alone. */
export const formatVersion = 1;

const line = z.string().max(500);
const home = z.string().regex(/^(gitee|github|atomgit):[\w.-]+\/[\w.-]+$/, 'must look like gitee:owner/repository');
const time = z.iso.datetime({ offset: true });

/** The front matter of a finding. Fields that are not named here stay in the file and mean nothing to us. */
export const FrontMatter = z.object({
  version: z.number().int().min(1),
  project: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,200}$/, 'must be an id of lower-case letters, digits and dashes'),
  name: line.min(1),
  status: z.enum(['candidate', 'evaluating', 'adopted', 'rejected']),
  homes: z.array(home).max(20).default([]),
  license: line.default('NOASSERTION'),
  replaces: z.array(line.startsWith('pkg:')).max(200).default([]),
  tags: z.array(line).max(100).default([]),
  saved: time,
  changed: time.optional(),
});
export type FrontMatter = z.infer<typeof FrontMatter>;
