import type { Sentence } from '../model.ts';
import { inEnglish, say } from './sentence.ts';

/** What a schema found wrong in a file of a person, as zod tells it. */
export interface Issue {
  readonly code?: string | undefined;
  readonly message: string;
  readonly keys?: readonly string[] | undefined;
  readonly values?: readonly unknown[] | undefined;
  readonly expected?: string | undefined;
}

/** The same as a sentence to translate; `own` are the sentences of the schema itself. */
export function issueSentence(issue: Issue, own: readonly Sentence[]): Sentence {
  const known = own.find(sentence => inEnglish(sentence) === issue.message);
  if (known) return known;
  switch (issue.code) {
    case 'unrecognized_keys':
      return say('unknown key: {0}', (issue.keys ?? []).join(', '));
    case 'invalid_type':
      return say('must be of the kind {0}', issue.expected ?? '?');
    case 'invalid_value':
      return say('must be one of: {0}', (issue.values ?? []).join(', '));
    case 'too_big':
      return say('is too long');
    case 'too_small':
      return say('must not be empty');
    default:
      return { words: '{0}', values: [issue.message] };
  }
}

/** Behind the place in the file: `denied.1: unknown key: use`. */
export function atPlace(path: readonly PropertyKey[], sentence: Sentence): Sentence {
  const place = path.length > 0 ? path.map(String).join('.') : say('the top level');
  return { words: '{0}: {1}', values: [place, sentence] };
}
