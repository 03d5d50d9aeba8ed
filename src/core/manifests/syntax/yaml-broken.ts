import { type Event, parseEvents, YAMLException } from 'js-yaml';
import { deepestNesting } from './node.ts';

/** Lines are taken out one by one so often; of larger texts less often, to stay within a few milliseconds. */
const mostAttempts = 12;
const attemptsBudget = 1_000_000;

/** A text of the same length that can be parsed, and what it comes to. */
export interface MendedYaml {
  readonly text: string;
  readonly events: readonly Event[];
}

type Attempt = MendedYaml & { readonly failedAt: number };

/**
 * Reads what can be read of YAML that is being typed: without the lines that are plainly unfinished, then without those
 * at which the parser stumbles, at last what stands before the break. (A tolerant parser was tried: a text of nothing
 * but errors takes it seconds.)
 */
export function mendYaml(source: string): MendedYaml | undefined {
  const whole = attempt(source);
  if (whole.failedAt < 0) return whole;
  let best = attempt(withoutUnfinishedLines(source));
  const attempts = Math.min(mostAttempts, Math.ceil(attemptsBudget / (source.length + 1)));
  for (let count = 0; best.failedAt >= 0 && count < attempts; count++) {
    const start = lineStart(best.text, best.failedAt);
    const at = attempt(blankLine(best.text, start));
    // A bracket or a quote that is not closed breaks the line that follows it.
    const before = at.failedAt < 0 ? at : attempt(blankLine(best.text, lineBefore(best.text, start)));
    best = before.failedAt < 0 || (at.failedAt >= 0 && before.failedAt > at.failedAt) ? before : at;
  }
  if (best.failedAt < 0) return best;
  const head = attempt(best.text.slice(0, lineStart(best.text, best.failedAt)));
  return head.failedAt < 0 ? head : undefined;
}

/**
 * A bracket that is closed on a line of its own, no further in than the key that it belongs to. YAML forbids that, and the
 * parsers of Go and Python, which read most of these files, allow it. The bracket goes to the end of the line above; the
 * length stays the same.
 */
export function withBracketsMoved(text: string): string {
  return text.replace(
    /^([^\r\n#]*)(\r?\n[ \t]*)([\]}])(?=[ \t]*,?[ \t]*\r?$)/gm,
    (_, above: string, between: string, bracket: string) => `${above}${bracket}${' '.repeat(between.length)}`,
  );
}

function attempt(text: string): Attempt {
  try {
    return { text, events: parseEvents(text, { maxDepth: deepestNesting }), failedAt: -1 };
  } catch (error) {
    return {
      text,
      events: [],
      failedAt: Math.min(text.length, error instanceof YAMLException ? (error.mark?.position ?? 0) : 0),
    };
  }
}

function lineStart(text: string, at: number): number {
  // `lastIndexOf` takes a negative start for 0: a line end there would be found again and again.
  return at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

/** Where the last line above begins that is not blank. */
function lineBefore(text: string, start: number): number {
  let at = start;
  do at = lineStart(text, at - 1);
  while (at > 0 && text.slice(at, start).trim() === '');
  return at;
}

function blankLine(text: string, start: number): string {
  const newline = text.indexOf('\n', start);
  const end = newline < 0 ? text.length : newline;
  return text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
}

/** A name that has no colon yet, a quote without its partner, the brackets of a template; all at the same length. */
function withoutUnfinishedLines(text: string): string {
  return text
    .split('\n')
    .map(line => {
      const trimmed = line.trim();
      if (/^(?:- )?[\w./@-]*$/.test(trimmed) && !/^(?:---|\.\.\.|- .*)$/.test(trimmed)) return ' '.repeat(line.length);
      if (trimmed.startsWith('{{')) return ' '.repeat(line.length);
      const filled = withoutTemplates(line);
      const at = unclosedQuote(filled);
      return at < 0 ? filled : `${filled.slice(0, at)} ${filled.slice(at + 1)}`;
    })
    .join('\n');
}

/** `name: {{ .Values.x }}`: the expression becomes a word of the same length. */
function withoutTemplates(line: string): string {
  if (line.length > 1_000 || !line.includes('}}')) return line;
  return line.replace(/\{\{[^{}]*\}\}/g, expression => 'x'.repeat(expression.length));
}

/** The first quote of a line, where it starts a value and has no partner on the line. */
function unclosedQuote(line: string): number {
  const at = line.search(/["']/);
  if (at < 1 || line.includes(line.charAt(at), at + 1)) return -1;
  return /[:-] *$/.test(line.slice(Math.max(0, at - 20), at)) ? at : -1;
}
