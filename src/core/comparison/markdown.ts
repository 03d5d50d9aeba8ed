import type { Cell, Comparison, RowId } from './model.ts';

/** How a host words what it shows. */
export interface ComparisonWords {
  readonly title: string;
  readonly unknown: string;
  /** Head of the column of row names. */
  readonly fact: string;
  readonly differs: string;
  readonly row: (id: RowId) => string;
  readonly values: (id: RowId, cell: Cell) => readonly string[];
  readonly source: (cell: Cell) => string | undefined;
}

/** The comparison as a Markdown table, with the sources below it. */
export function comparisonMarkdown({ columns, rows }: Comparison, words: ComparisonWords): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const head = line([words.fact, ...columns.map(({ name }) => plain(name))]);
  const body = rows.map(({ id, cells, differs }) =>
    line([
      `${plain(words.row(id))}${differs ? ` (${words.differs})` : ''}`,
      ...cells.map(cell => words.values(id, cell).map(plain).join('<br>') || words.unknown),
    ]),
  );
  const sources = rows.flatMap(({ id, cells }) =>
    cells.flatMap((cell, at) => {
      const source = words.source(cell);
      return source === undefined
        ? []
        : [`- ${plain(words.row(id))}, ${plain(columns[at]?.name ?? '')}: ${plain(source)}`];
    }),
  );
  return [
    `# ${plain(words.title)}`,
    '',
    head,
    line(['', ...columns].map(() => '---')),
    ...body,
    '',
    ...sources,
    '',
  ].join('\n');
}

/** Text of others stays text: no cell ends early, no link and no HTML comes to life. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|#!]/g, mark => `\\${mark}`);
}
