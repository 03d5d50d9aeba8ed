import * as z from 'zod';

const count = z.number().nullish();
const text = z.string().nullish();

/**
 * A repository as Gitee and GitCode give it, only with the fields used. Only `full_name` is needed: the others are
 * missing in older records, in answers without a token, or on GitCode.
 */
export const Project = z.object({
  full_name: z.string(),
  human_name: text,
  name: text,
  namespace: z.object({ path: text, name: text }).nullish(),
  description: text,
  html_url: text,
  web_url: text,
  http_url_to_repo: text,
  stargazers_count: count,
  forks_count: count,
  watchers_count: count,
  open_issues_count: count,
  language: text,
  // Never seen as an object at Gitee; GitHub-like proxies give one.
  license: z.union([z.string(), z.object({ spdx_id: text })]).nullish(),
  default_branch: text,
  created_at: text,
  pushed_at: text,
  fork: z.boolean().nullish(),
  parent: z.object({ full_name: z.string() }).nullish().catch(null),
  gvp: z.boolean().nullish(),
  recommend: z.boolean().nullish(),
  status: text,
  homepage: text,
});
export type Project = z.infer<typeof Project>;
