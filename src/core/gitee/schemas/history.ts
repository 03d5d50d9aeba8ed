import * as z from 'zod';

const text = z.string().nullish();

export const TagRecord = z.object({
  name: z.string(),
  commit: z.object({ sha: text, date: text }).nullish(),
});
export type TagRecord = z.infer<typeof TagRecord>;

/** Lists of 2026 hold the commit's date, older ones do not. */
export const BranchRecord = z.object({
  name: z.string(),
  commit: z
    .object({ sha: text, commit: z.object({ committer: z.object({ date: text }).nullish() }).nullish() })
    .nullish(),
  protected: z.boolean().nullish(),
});
export type BranchRecord = z.infer<typeof BranchRecord>;

/** `author` is null where the e-mail address belongs to no account; the name is then in `commit`. */
export const CommitRecord = z.object({
  sha: z.string(),
  commit: z.object({ author: z.object({ name: text, date: text }).nullish() }),
  author: z.object({ login: text }).nullish(),
});
export type CommitRecord = z.infer<typeof CommitRecord>;

export const ContributorRecord = z.object({ name: z.string(), contributions: z.number().nullish() });
export type ContributorRecord = z.infer<typeof ContributorRecord>;
