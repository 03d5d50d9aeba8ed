import { isNode, LineCounter, parseDocument } from 'yaml';
import type { Sentence, TextRange } from '../model.ts';
import { asMessage, atPlace, issueSentence, say } from '../sentences/index.ts';
import { type Config, ConfigContent, configSentences } from './schema.ts';

/** Something in the file that cannot be followed, in a sentence for its author. */
export interface ConfigProblem {
  readonly message: string;
  /** The same for hosts of other languages. */
  readonly said: Sentence;
  /** Where in the text, UTF-16 offsets. */
  readonly range: TextRange;
  /** From 1. */
  readonly line: number;
}

export type ConfigReading =
  | { readonly kind: 'config'; readonly config: Config }
  | { readonly kind: 'wrong'; readonly problems: readonly ConfigProblem[] };

const longest = 200_000;
const mostProblems = 50;

/** Reads a configuration. Never throws. */
export function readConfig(text: string): ConfigReading {
  if (text.length > longest)
    return wrong([{ ...asMessage(say('The file is longer than 200,000 characters.')), range: [0, 0], line: 1 }]);
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const problem = (what: Pick<ConfigProblem, 'message' | 'said'>, [start, end]: TextRange): ConfigProblem => {
    return { ...what, range: [start, end], line: Math.max(1, lineCounter.linePos(start).line) };
  };
  if (document.errors.length > 0) {
    return wrong(
      document.errors
        .slice(0, mostProblems)
        .map(({ message, pos }) => problem(asMessage(say('No valid YAML: {0}', message)), pos)),
    );
  }
  const read = ConfigContent.safeParse(contentOf(document));
  if (read.success) return { kind: 'config', config: read.data };
  return wrong(
    read.error.issues.slice(0, mostProblems).map(issue => {
      const { path, message } = issue;
      const place = path.join('.');
      const said = atPlace(path, issueSentence(issue, configSentences));
      return problem({ message: place === '' ? message : `${place}: ${message}`, said }, rangeOf(document, path));
    }),
  );
}

function contentOf(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 20 });
  } catch {
    return undefined; // Aliases of aliases: nobody writes that by hand.
  }
}

function rangeOf(document: ReturnType<typeof parseDocument>, path: readonly PropertyKey[]): TextRange {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return [node.range[0], node.range[1]];
  }
  return [0, 0];
}

function wrong(problems: readonly ConfigProblem[]): ConfigReading {
  return { kind: 'wrong', problems };
}
