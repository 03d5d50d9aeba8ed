import { isOtherLanguage } from './other-languages.ts';
import { mayMakeTerms } from './statements.ts';

/**
 * Sentences that tell where something comes from, where it is, or who looks after it. They say nothing of what one may
 * do, and so have no word of permission, duty, time, place or persons.
 */
const tells =
  /\b(?:is|are|was|were|been)\s+(?:(?:\w+ly|also)\s+)?(?:generated|converted|ported|extracted|split off|cloned|borrowed|backported|reused|lifted|moved|renamed|merged|copied|taken|derived|adapted|forked|reproduced|listed|located|found|included|maintained|developed|written|created|translated|stored|contained|modified|bundled|shipped|based|indicated|an? (?:fork|port|copy|translation|subset|collection|implementation|derivative)|part of|hosted at|rewritten|inspired|documented|duplicated|gathered|imported|vendored|copyright(?:ed)?)\b|\b(?:carries|carry|contains?|bundles?|incorporates?)\b/i;
const subject =
  /^(?:the|this|these|those|they|it|some|most|many|each|every|all|parts?|portions?|both|several|other|none|in addition|additionally|files?|code|(?!you|users?|anyone|nobody|we|i\b|one\b)\S+ (?:is|are|was|were|has|have|contains|includes)\b)/i;
const decides =
  /\b(?:may|can|could|should|will|would|might|ought|needs?|needed|ha(?:s|ve) to|asks?|asked|please|wants?|until|before|after|when|whenever|if|while|within|during|years?|months?|days?|hours?|free|trial|members?|rights?|granted|grants?|permi\w*|use|uses|used|users?|using|laws?|jurisdiction|courts?|expires?|ends?|owned?|owners?(?:hip)?|propert\w+|confidential|secret|proprietary|closed|private|reserved|exclusiv\w+|valid|intended|meant|designed|supposed|people|persons?|entit\w+|organi[sz]ations?|custom\w*|clients?|employ\w+|europe\w*|eu|regions?|china|chinese|usa|available to|subject to|patent\w*|trademark\w*|anyone|everybody|everyone|nobody|every (?:copy|page|product|program)|each (?:copy|page|product)|all (?:copies|pages|products|works))\b/i;
/** What a program is: "An arbitrary-precision decimal type for JavaScript." */
const tagline =
  /^(?:\S+ is )?an? (?:[\w-]+,? ){1,12}(?:library|type|module|plugin|framework|parser|implementation|tool|utility|wrapper|polyfill|component|toolkit|editor|engine|package)\b[^.]*\.?$/i;
const longest = 400;

/** Is it such a sentence? Its blanks are single. */
export function isDescription(text: string): boolean {
  const bare = text.replace(/^(?:except|unless) (?:when|where|as) otherwise \w+(?: \([^()]{0,80}\))?,? /i, '');
  if (text.length > longest || decides.test(bare) || isOtherLanguage(text)) return false;
  // A sentence that begins behind an address is another one.
  if (mayMakeTerms(/https?:\S+\s+(\p{Lu}.*)$/u.exec(text)?.[1] ?? '')) return false;
  return tagline.test(bare) || (subject.test(bare) && tells.test(bare));
}
