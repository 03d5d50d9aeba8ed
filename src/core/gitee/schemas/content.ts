import * as z from 'zod';

/** A file with its bytes in base64. */
export const Content = z.object({
  type: z.string().nullish(),
  encoding: z.string().nullish(),
  size: z.number().nullish(),
  name: z.string().nullish(),
  path: z.string(),
  content: z.string(),
  sha: z.string().nullish(),
  html_url: z.string().nullish(),
});
export type Content = z.infer<typeof Content>;

/** An entry of a folder. */
export const ContentEntry = z.object({
  type: z.string(),
  size: z.number().nullish(),
  name: z.string(),
  path: z.string(),
});
export type ContentEntry = z.infer<typeof ContentEntry>;
