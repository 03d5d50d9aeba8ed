import type { Suggestions } from '../../core/model.ts';
import type { Answers } from './assess.ts';

/** Packages whose suggestions are remembered; a workspace of thousands of manifests names the same ones again and again. */
const mostRemembered = 50_000;
/** Packages of one question: its answer must not hold up the thread that takes it in. */
const askedAtOnce = 500;

/**
 * Asks the catalog for each package once.
 *
 * @param suggest answers in the order of the packages
 */
export function createAnswers(
  suggest: (purls: readonly string[]) => Promise<readonly Suggestions[]>,
): (purls: ReadonlySet<string>) => Promise<Answers> {
  /** Of most packages the catalog knows nothing: `undefined`. */
  const remembered = new Map<string, Suggestions | undefined>();
  const ask = async (purls: readonly string[]) => {
    const answers = await suggest(purls);
    return purls.map((purl, position) => [purl, worthSaying(answers[position])] as const);
  };
  return async purls => {
    const answers = new Map<string, Suggestions>();
    const take = (purl: string, answer: Suggestions | undefined) => {
      if (answer) answers.set(purl, answer);
    };
    const missing: string[] = [];
    for (const purl of purls) {
      if (remembered.has(purl)) take(purl, remembered.get(purl));
      else missing.push(purl);
    }
    for (let start = 0; start < missing.length; start += askedAtOnce) {
      if (remembered.size >= mostRemembered) remembered.clear();
      for (const [purl, answer] of await ask(missing.slice(start, start + askedAtOnce))) {
        remembered.set(purl, answer);
        take(purl, answer);
      }
    }
    return answers;
  };
}

function worthSaying(answer: Suggestions | undefined): Suggestions | undefined {
  return answer && (answer.origin === 'chinese' || answer.suggestions.length > 0) ? answer : undefined;
}
