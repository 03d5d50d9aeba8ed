import { isNode, LineCounter, parseDocument } from 'yaml';
import type { Sentence, TextRange } from '../../model.ts';
import { asMessage, atPlace, issueSentence, say } from '../../sentences/index.ts';
import { type LicensePolicy, PolicyContent, policySentences } from './policy.ts';

/** Something in a policy that cannot be followed, in a sentence for its author. */
export interface PolicyProblem {
  readonly message: string;
  /** The same for hosts of other languages. */
  readonly said: Sentence;
  /** Where in the text, UTF-16 offsets; the beginning for what has no place of its own. */
  readonly range: TextRange;
  /** From 1, for those who have no editor. */
  readonly line: number;
}

export type PolicyReading =
  | { readonly kind: 'policy'; readonly policy: LicensePolicy }
  /** The policy is not applied, and nothing counts as allowed by it. */
  | { readonly kind: 'wrong'; readonly name: string; readonly problems: readonly PolicyProblem[] };

const largestPolicy = 200_000;
const mostProblems = 50;

/** Reads a policy's YAML (or JSON) text; `name` is what its author knows it by. Never throws. */
export function readPolicyText(text: string, name: string): PolicyReading {
  const wrong = (problems: readonly PolicyProblem[]): PolicyReading => ({ kind: 'wrong', name, problems });
  if (text.length > largestPolicy) {
    const long = asMessage(say('The license policy is longer than 200,000 characters.'));
    return wrong([{ ...long, range: [0, 0], line: 1 }]);
  }
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const at = (start: number, end: number, what: PlacedProblem['what']): PolicyProblem => ({
    ...what,
    range: [start, end],
    line: Math.max(1, lineCounter.linePos(start).line),
  });
  if (document.errors.length > 0) {
    return wrong(
      document.errors
        .slice(0, mostProblems)
        .map(({ pos: [start, end], message }) =>
          at(start, end, asMessage(say('No valid YAML: {0}', message.split('\n')[0] ?? ''))),
        ),
    );
  }
  const read = policyFrom(contentOf(document), name);
  if (read.kind === 'policy') return read;
  return wrong(
    read.problems.map(({ what, path }) => {
      const [start, end] = rangeOf(document, path);
      return at(start, end, what);
    }),
  );
}

/** Reads what a setting holds. */
export function readPolicyValue(value: unknown, name: string): PolicyReading {
  const read = policyFrom(value, name);
  if (read.kind === 'policy') return read;
  return { kind: 'wrong', name, problems: read.problems.map(({ what }) => ({ ...what, range: [0, 0], line: 1 })) };
}

interface PlacedProblem {
  readonly what: { readonly message: string; readonly said: Sentence };
  readonly path: readonly (string | number)[];
}

type Content =
  | { readonly kind: 'policy'; readonly policy: LicensePolicy }
  | { readonly kind: 'wrong'; readonly problems: readonly PlacedProblem[] };

function policyFrom(value: unknown, name: string): Content {
  const found = PolicyContent.safeParse(value ?? {});
  if (found.success) return { kind: 'policy', policy: { name, ...found.data } };
  const problems = found.error.issues.slice(0, mostProblems).map(issue => {
    const path = issue.path.filter(step => typeof step !== 'symbol');
    const place = path.length > 0 ? path.join('.') : 'the top level';
    // The unknown key itself is underlined, not all that holds it.
    const key = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
    const said = atPlace(path, issueSentence(issue, policySentences));
    return { what: { message: `${place}: ${issue.message}`, said }, path: [...path, ...key] };
  });
  return { kind: 'wrong', problems };
}

/** `undefined` for an empty document; aliases, which could grow without bound, are refused by the parser. */
function contentOf(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    return 'an alias, which a policy may not use'; // Refused by the schema with a sentence.
  }
}

function rangeOf(document: ReturnType<typeof parseDocument>, path: readonly (string | number)[]): TextRange {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return [node.range[0], node.range[1]];
  }
  return [0, 0];
}
