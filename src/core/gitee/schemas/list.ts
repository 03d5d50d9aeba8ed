import * as z from 'zod';

export interface ReadList<Item> {
  readonly items: readonly Item[];
  /** Items that could not be read. */
  readonly dropped: number;
}

/**
 * A list of which one bad item does not spoil the rest. Reads its own output as well, because that is what is stored.
 */
export function listOf<Item>(item: z.ZodType<Item>): z.ZodType<ReadList<Item>> {
  const stored = z.object({ items: z.array(item), dropped: z.number() });
  const fresh = z.array(z.unknown()).transform(values => {
    const read = values.map(value => item.safeParse(value));
    const items = read.filter(({ success }) => success).flatMap(({ data }) => (data === undefined ? [] : [data]));
    return { items, dropped: values.length - items.length };
  });
  return z.union([fresh, stored]);
}
