import * as z from 'zod';
import type { PageMessage } from '../../webview/protocol.ts';

const host = z.enum(['gitee', 'github', 'atomgit']);
const path = z.string().max(300);
const purl = z.string().max(500);

/** Everything that a page may say. It shows texts of strangers, so nothing that comes from it is taken on trust. */
const message = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('retry') }),
  z.object({ kind: z.literal('refresh') }),
  z.object({ kind: z.literal('open-home'), host, path }),
  z.object({ kind: z.literal('copy'), what: z.enum(['clone-command', 'link', 'markdown', 'translation']) }),
  z.object({ kind: z.literal('copy-coordinate'), purl }),
  z.object({ kind: z.literal('reveal-dependency'), purl, manifest: z.string().max(1000) }),
  z.object({
    kind: z.literal('save-finding'),
    status: z.enum(['candidate', 'evaluating', 'adopted', 'rejected']),
    note: z.string().max(4000),
  }),
  z.object({ kind: z.literal('remove-finding') }),
  z.object({
    kind: z.literal('choose-use'),
    use: z.enum(['tool', 'separate', 'linked', 'copied']),
    distribution: z.enum(['internal', 'network', 'shipped']),
  }),
  z.object({ kind: z.literal('set-own-license') }),
  z.object({ kind: z.literal('open-evidence') }),
  z.object({ kind: z.literal('translate'), engine: z.string().max(100), codeComments: z.boolean() }),
  z.object({ kind: z.literal('correct'), sentence: z.number().int().min(0).max(100_000).nullable() }),
  z.object({ kind: z.literal('cancel-translation') }),
  z.object({ kind: z.literal('bring-model'), from: z.enum(['file', 'mirror']), engine: z.string().max(100) }),
  z.object({ kind: z.literal('configure-translation') }),
  z.object({ kind: z.literal('show-activity') }),
  z.object({ kind: z.literal('show-contributors') }),
  z.object({ kind: z.literal('open-project'), project: z.string().max(200), beside: z.boolean() }),
  z.object({ kind: z.literal('read-version'), path }),
  z.object({ kind: z.literal('translate-version'), path, engine: z.string().max(100) }),
  z.object({ kind: z.literal('allow-images'), host: z.string().max(260).nullable(), remember: z.boolean() }),
]) satisfies z.ZodType<PageMessage>;

/** The message, or `undefined` for what is none. */
export function readPageMessage(value: unknown): PageMessage | undefined {
  return message.safeParse(value).data;
}

const savedPage = z.object({
  version: z.literal(1),
  reference: z.union([z.object({ project: z.string().max(200) }), z.object({ host, path })]),
  title: z.string().max(300),
  translation: z
    .object({
      path,
      engine: z.string().max(100),
      engineVersion: z.string().max(500),
      translatedAt: z.iso.datetime(),
      codeComments: z.boolean(),
    })
    // A page without its translation is better than none.
    .optional()
    .catch(undefined),
});

/** What a page kept over a reload of the window; `undefined` when another version wrote it. */
export function readSavedPage(value: unknown): z.infer<typeof savedPage> | undefined {
  return savedPage.safeParse(value).data;
}
