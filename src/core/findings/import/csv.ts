import { parse } from 'csv-parse/sync';

/** What a column may be called, by the field that it fills. */
const columns: Readonly<Record<string, readonly string[]>> = {
  project: ['project', 'url', 'address', 'repository', 'repo', 'home', 'id', 'link', 'gitee'],
  name: ['name', 'title'],
  status: ['status', 'state', 'decision'],
  license: ['license', 'licence', 'spdx'],
  note: ['note', 'notes', 'comment', 'comments', 'description'],
  tags: ['tags', 'labels'],
  replaces: ['replaces', 'purl', 'purls', 'package'],
  links: ['links'],
  review: ['review', 'review date'],
};

/**
 * Reads a CSV (commas, semicolons as Excel writes them in most of Europe, or tabs) whose first row names a column for
 * the project. `undefined` when it is none.
 */
export function readRows(text: string): readonly Readonly<Record<string, string>>[] | undefined {
  const [heading = ''] = text.replace(/^\uFEFF/, '').split(/\r?\n/, 1);
  const delimiter = [';', '\t', ','].find(sign => heading.includes(sign)) ?? ',';
  let rows: readonly (readonly string[])[];
  try {
    rows = parse(text, {
      bom: true,
      delimiter,
      relaxColumnCount: true,
      relaxQuotes: true,
      skipEmptyLines: true,
      trim: true,
    });
  } catch {
    return undefined; // A quote that never ends: then it is read as lines.
  }
  const [names = [], ...data] = rows;
  const fields = names.map(name => fieldOf(name));
  const known = fields.filter(field => field !== undefined);
  if (!known.includes('project') || (names.length > 1 && known.length < 2)) return undefined;
  return data.map(cells => {
    const row = new Map<string, string>();
    for (const [index, cell] of cells.entries()) {
      const field = fields[index];
      if (field !== undefined && cell !== '' && !row.has(field)) row.set(field, cell.slice(0, 10_000));
    }
    return Object.fromEntries(row);
  });
}

function fieldOf(name: string): string | undefined {
  const lower = name.trim().toLowerCase();
  return Object.keys(columns).find(field => columns[field]?.includes(lower));
}
