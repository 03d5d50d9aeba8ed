import * as z from 'zod';
import type { PageHistory, PageMessage } from '../../webview/protocol.ts';

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
  z.object({ kind: z.literal('add-package'), purl }),
  z.object({ kind: z.literal('reveal-dependency'), purl, uri: z.string().max(4000) }),
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
  z.object({ kind: z.literal('translate-quote'), quote: z.string().max(5000) }),
  z.object({ kind: z.literal('open-evidence') }),
  z.object({ kind: z.literal('translate'), engine: z.string().max(100), codeComments: z.boolean() }),
  z.object({ kind: z.literal('correct'), sentence: z.number().int().min(0).max(100_000).nullable() }),
  z.object({ kind: z.literal('cancel-translation') }),
  z.object({ kind: z.literal('bring-model'), from: z.enum(['file', 'mirror']), engine: z.string().max(100) }),
  z.object({ kind: z.literal('configure-translation') }),
  z.object({ kind: z.literal('show-activity') }),
  z.object({ kind: z.literal('show-contributors') }),
  z.object({ kind: z.literal('go'), by: z.union([z.literal(-1), z.literal(1)]) }),
  z.object({ kind: z.literal('scrolled'), scroll: z.number().min(0).max(10_000_000) }),
  z.object({ kind: z.literal('open-project'), project: z.string().max(200), beside: z.boolean() }),
  z.object({ kind: z.literal('read-version'), path }),
  z.object({ kind: z.literal('translate-version'), path, engine: z.string().max(100) }),
  z.object({ kind: z.literal('allow-images'), host: z.string().max(260).nullable(), remember: z.boolean() }),
]) satisfies z.ZodType<PageMessage>;

/** The message, or `undefined` for what is none. */
export function readPageMessage(value: unknown): PageMessage | undefined {
  return message.safeParse(value).data;
}

const entry = z.object({
  reference: z.union([z.object({ project: z.string().max(200) }), z.object({ host, path })]),
  title: z.string().max(300),
  scroll: z.number().min(0).catch(0),
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
  view: z.enum(['original', 'translated', 'both']).optional().catch(undefined),
});
const savedPage = z.union([
  z.object({ version: z.literal(2), entries: z.array(entry).min(1).max(100), at: z.number().int().min(0) }),
  // Written by versions that knew one page in a panel.
  entry.extend({ version: z.literal(1) }).transform(({ version: _, ...only }) => ({ entries: [only], at: 0 })),
]);

/** What a page kept over a reload of the window; `undefined` when nobody or another version wrote it. */
export function readSavedPage(value: unknown): PageHistory | undefined {
  const saved = savedPage.safeParse(value).data;
  return saved?.entries[saved.at] === undefined ? undefined : { entries: saved.entries, at: saved.at };
}
