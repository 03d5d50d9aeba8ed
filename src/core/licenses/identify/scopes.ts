/**
 * Sentences that say of which part a license is, and so that the rest is under none or another: "This license text applies
 * only to the documentation", "The license does not cover the core", "Later changes are licensed under the Foo terms".
 */

const what =
  '(?:licen[cs]es?|copyrights?|notices?|terms|conditions|texts?|grants?|permissions?|rights?|files?|documents?|agreements?|statements?)';
const leavesRestOut = new RegExp(
  [
    String.raw`\b${what} (?:\S+ ){0,3}(?:appl(?:y|ies)|is|are|extends?|relates?|refers?|pertains?|covers?|counts?|holds?) (?:only|solely|just|exclusively|merely)\b`,
    String.raw`\b${what} (?:\S+ ){0,3}(?:only|solely|just|exclusively|merely) (?:appl(?:y|ies)|extends?|relates?|refers?|pertains?|covers?|counts?|holds?)\b`,
    String.raw`\b${what} (?:\S+ ){0,3}(?:do|does|shall|will|is|are)(?: not|n['’]t) (?:be )?(?:appl\w*|cover\w*|extend\w*|for|meant|include)\b`,
    String.raw`\band not (?:to )?(?:any|the|an)? ?(?:other|rest|remainder)\b`,
  ].join('|'),
  'i',
);

/** Is it such a sentence? */
export function leavesPartsOut(text: string): boolean {
  return leavesRestOut.test(text);
}
