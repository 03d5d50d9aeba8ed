import * as z from 'zod';

export const ReleaseRecord = z.object({
  tag_name: z.string(),
  name: z.string().nullish(),
  created_at: z.string().nullish(),
  prerelease: z.boolean().nullish(),
});
export type ReleaseRecord = z.infer<typeof ReleaseRecord>;
