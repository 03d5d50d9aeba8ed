import * as z from 'zod';

/** A word of the glossary, also as users write their own. */
export const GlossaryEntry = z.object({
  source: z.string().min(1).max(100),
  target: z.string().min(1).max(200),
  /** `name`: always written so; `term`: a wish to the engine; `phrase`: the whole text of a heading, a cell or a link. */
  kind: z.enum(['name', 'term', 'phrase']),
  /** What a reader from elsewhere may not know. */
  note: z.string().max(500).optional(),
});
export type GlossaryEntry = Readonly<z.infer<typeof GlossaryEntry>>;
