import * as z from 'zod';

export interface ReadList<Item> {
  readonly items: readonly Item[];
  /** Items that could not be read. */
  readonly dropped: number;
  /** How many there are in all, where the host says so: in the header `total_count`. */
  readonly total?: number | undefined;
}

/**
 * A list of which one bad item does not spoil the rest. Reads its own output as well, because that is what is stored.
 * `null` is a list without items.
 */
export function listOf<Item>(item: z.ZodType<Item>): z.ZodType<ReadList<Item>> {
  const stored = z.object({ items: z.array(item), dropped: z.number(), total: z.number().optional() });
  const fresh = z
    .array(z.unknown())
    .nullable()
    .transform(values => {
      const read = (values ?? []).map(value => item.safeParse(value));
      const items = read.flatMap(({ data }) => (data === undefined ? [] : [data]));
      return { items, dropped: read.length - items.length };
    });
  return z.union([fresh, stored]);
}

/** What every question about a list has in common. */
export const listTraits = {
  isBrief: ({ items }: ReadList<unknown>) => items.length === 0,
  dropped: ({ dropped }: ReadList<unknown>) => dropped,
};

/** Adds what the headers say of the whole list. */
export function withTotal<Item>(list: ReadList<Item>, headers: Readonly<Record<string, string>>): ReadList<Item> {
  const total = headers.total_count;
  return total !== undefined && /^\d+$/.test(total) ? { ...list, total: Number(total) } : list;
}
