import * as z from 'zod';

const text = z.string().nullish();
const count = z.number().nullish();

/** A user or an organization; older organizations have no `name`. */
export const AccountRecord = z.object({
  login: z.string(),
  name: text,
  avatar_url: text,
  html_url: text,
  bio: text,
  description: text,
  followers: count,
  follow_count: count,
  public_repos: count,
  created_at: text,
});
export type AccountRecord = z.infer<typeof AccountRecord>;
