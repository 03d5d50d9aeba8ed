import { splitMarkdown } from '../../src/core/readme/index.ts';

/** A passage of one version that stands at the same place as one of the other: both by their number. */
export type PassagePair = readonly [one: number, other: number];

interface Section {
  /** What no translation changes: kinds of passages, code and addresses in them. */
  readonly shape: string;
  /** Whether there is code or an address in it, which tells it from others. */
  readonly isMarked: boolean;
  readonly passages: readonly number[];
}

/** The words of each passage of a README. Code and addresses are the same before and after: they would flatter a score. */
export function passagesOf(markdown: string): readonly string[] {
  const { source, passages } = splitMarkdown(markdown);
  return passages.map(({ tokens }) =>
    tokens
      .filter(({ kind }) => kind === 'text')
      .map(({ range }) => source.slice(...range))
      .join(' '),
  );
}

/**
 * Lays two versions of a README side by side, section by section: those of equal shape, in their order. Where the versions
 * have another number of sections only those count that hold code or addresses: others would be guessed.
 */
export function pairPassages(one: string, other: string): readonly PassagePair[] {
  const [ones, others] = [sectionsOf(one), sectionsOf(other)];
  const sections =
    ones.length === others.length
      ? ones.flatMap((section, index) => {
          const same = others[index];
          return same && same.shape === section.shape ? [[section, same] as const] : [];
        })
      : commonSections(
          ones.filter(({ isMarked }) => isMarked),
          others.filter(({ isMarked }) => isMarked),
        );
  return sections.flatMap(([left, right]) =>
    left.passages.flatMap((passage, index): readonly PassagePair[] => {
      const same = right.passages[index];
      return same === undefined ? [] : [[passage, same]];
    }),
  );
}

function sectionsOf(markdown: string): readonly Section[] {
  const { source, passages } = splitMarkdown(markdown);
  const groups: number[][] = [[]];
  for (const [index, { heading }] of passages.entries()) {
    if (heading && groups.at(-1)?.length !== 0) groups.push([]);
    groups.at(-1)?.push(index);
  }
  return groups.map(numbers => {
    const marks = numbers.map(number => {
      const passage = passages[number];
      const kept = (passage?.tokens ?? [])
        .filter(({ kind }) => kind === 'void')
        .map(({ range }) => source.slice(...range));
      return [passage?.context, passage?.heading, ...kept.toSorted()];
    });
    return {
      shape: JSON.stringify(marks),
      isMarked: marks.some(({ length }) => length > 2),
      passages: numbers,
    };
  });
}

/** The longest common sequence of sections by their shape. */
function commonSections(
  ones: readonly Section[],
  others: readonly Section[],
): readonly (readonly [Section, Section])[] {
  const lengths = Array.from({ length: ones.length + 1 }, () => new Array<number>(others.length + 1).fill(0));
  const at = (row: number, column: number) => lengths[row]?.[column] ?? 0;
  for (let row = ones.length - 1; row >= 0; row -= 1) {
    for (let column = others.length - 1; column >= 0; column -= 1) {
      const isSame = ones[row]?.shape === others[column]?.shape;
      const best = isSame ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
      lengths[row]?.splice(column, 1, best);
    }
  }
  const found: (readonly [Section, Section])[] = [];
  let [row, column] = [0, 0];
  while (row < ones.length && column < others.length) {
    const [one, other] = [ones[row], others[column]];
    if (one && other && one.shape === other.shape) {
      found.push([one, other]);
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return found;
}
