import type { Dependency } from '../model.ts';
import type { TextChange } from './text-change.ts';

/**
 * Removals of what stands with a dependency and means only that package: extras of Python, features of Rust, exclusions of
 * Maven. `undefined` where it cannot go, such as the hash of a file.
 */
export function withoutBelongings(text: string, dependency: Dependency): readonly TextChange[] | undefined {
  const { purl, nameRange, requirementRange } = dependency;
  const [, end] = nameRange;
  const line = lineAround(text, dependency);
  switch (/^pkg:([a-z]+)\//.exec(purl)?.[1]) {
    case 'pypi': {
      const behind = text.slice(end, text.indexOf('\n', end) < 0 ? text.length : text.indexOf('\n', end));
      // pip takes no file but the one with this hash: https://pip.pypa.io/en/stable/topics/secure-installs/
      if (/\\\s*$|--hash/.test(behind)) return undefined;
      const extras = /^\s*\[[^\]\n]*\]/.exec(behind)?.[0].trimEnd().length ?? 0;
      return extras > 0 ? [{ range: [end, end + extras], text: '' }] : removals(text, line, [entry('extras')]);
    }
    case 'cargo': {
      const section = /^\s*\[[^\]]*$/.test(text.slice(line[0], nameRange[0]));
      const next = text.slice(end).search(/\n\s*\[/);
      const range = section ? ([end, next < 0 ? text.length : end + next] as const) : line;
      const features = section ? [ownLine] : [entry('(?:default[-_])?features')];
      return removals(text, range, features);
    }
    case 'maven': {
      const close = text.indexOf('</dependency>', end);
      const from =
        requirementRange && requirementRange[0] > end && requirementRange[1] < close ? requirementRange[1] : end;
      const inside =
        close >= 0 && !text.slice(end, close).includes('<dependency>') ? ([from, close] as const) : undefined;
      return inside
        ? removals(text, inside, [/\s*<exclusions>[\s\S]*?<\/exclusions>/g, /\s*<classifier>[^<]*<\/classifier>/g])
        : [];
    }
    case 'golang':
      // Nobody imports it, or it stands in for another module: what takes its place has to take the place of that one.
      return /\/\/ indirect\s*$|=>/.test(text.slice(...line)) ? undefined : [];
    default:
      return [];
  }
}

const ownLine = /\n[ \t]*(?:features|default[-_]features)\s*=\s*(?:\[[^\]]*\]|true|false)[ \t]*/g;

/** A key of an inline table with the comma that goes with it. */
function entry(key: string): RegExp {
  const pair = String.raw`(?<![\w-])${key}\s*=\s*(?:\[[^\]\n]*\]|true|false)`;
  return new RegExp(String.raw`,\s*${pair}|${pair}\s*,\s*`, 'g');
}

function removals(
  text: string,
  [start, end]: readonly [number, number],
  patterns: readonly RegExp[],
): readonly TextChange[] {
  const part = text.slice(start, end);
  return patterns.flatMap(pattern =>
    [...part.matchAll(pattern)].map(({ index, 0: found }) => ({
      range: [start + index, start + index + found.length] as const,
      text: '',
    })),
  );
}

function lineAround(text: string, { nameRange: [start, end] }: Dependency): readonly [number, number] {
  const next = text.indexOf('\n', end);
  return [text.lastIndexOf('\n', start - 1) + 1, next < 0 ? text.length : next];
}
