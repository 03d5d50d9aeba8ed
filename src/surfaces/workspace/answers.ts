import type { Suggestions } from '../../core/model.ts';
import type { Answers } from './assess.ts';

/** Packages of which the catalog knows nothing that are remembered; a workspace names the same ones again and again. */
const mostRemembered = 50_000;
/** Packages of one question: its answer must not hold up the thread that takes it in. */
const askedAtOnce = 500;

/**
 * Asks the catalog for each package once. What it gives holds for all packages that it was asked for so far: whoever keeps
 * a manifest keeps no answers of its own.
 *
 * @param suggest answers in the order of the packages
 */
export function createAnswers(
  suggest: (purls: readonly string[]) => Promise<readonly Suggestions[]>,
): (purls: ReadonlySet<string>) => Promise<Answers> {
  const known = new Map<string, Suggestions>();
  const unknown = new Set<string>();
  return async purls => {
    const missing = [...purls].filter(purl => !known.has(purl) && !unknown.has(purl));
    for (let start = 0; start < missing.length; start += askedAtOnce) {
      const asked = missing.slice(start, start + askedAtOnce);
      const answers = await suggest(asked);
      if (unknown.size >= mostRemembered) unknown.clear();
      for (const [position, purl] of asked.entries()) {
        const answer = worthSaying(answers[position]);
        // Who asked for the same at the same time has been answered with the same.
        if (!answer) unknown.add(purl);
        else if (!known.has(purl)) known.set(purl, answer);
      }
    }
    return known;
  };
}

function worthSaying(answer: Suggestions | undefined): Suggestions | undefined {
  return answer && (answer.origin === 'chinese' || answer.suggestions.length > 0) ? answer : undefined;
}
