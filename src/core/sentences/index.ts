/** Sentences that the core says to people: English by themselves, and ready to be said in another language by a host. */
export { atPlace, type Issue, issueSentence } from './issues.ts';
export { publisherSentence } from './publisher.ts';
export { asMessage, distinct, inEnglish, joined, say, told, toldBy } from './sentence.ts';
