import type { TextRange } from '../../model.ts';

/** A word of a text in its normal form, and where it stands in the original text. */
export interface Word {
  readonly text: string;
  readonly range: TextRange;
}

/** Spellings that mean the same. Source: SPDX matching guidelines, "equivalent words" (guideline 8.1). */
const equivalents = new Map(
  Object.entries({
    licence: 'license',
    licences: 'licenses',
    licenced: 'licensed',
    licencing: 'licensing',
    licencee: 'licensee',
    licencees: 'licensees',
    licencor: 'licensor',
    licencors: 'licensors',
    sublicence: 'sublicense',
    sublicences: 'sublicenses',
    sublicenced: 'sublicensed',
    sublicencing: 'sublicensing',
    relicence: 'relicense',
    unlicence: 'unlicense',
    acknowledgement: 'acknowledgment',
    acknowledgements: 'acknowledgments',
    analogue: 'analog',
    analyse: 'analyze',
    artefact: 'artifact',
    authorisation: 'authorization',
    authorised: 'authorized',
    calibre: 'caliber',
    cancelled: 'canceled',
    capitalisations: 'capitalizations',
    catalogue: 'catalog',
    categorise: 'categorize',
    centre: 'center',
    emphasised: 'emphasized',
    favour: 'favor',
    favourite: 'favorite',
    fulfil: 'fulfill',
    fulfilment: 'fulfillment',
    https: 'http',
    initialise: 'initialize',
    judgement: 'judgment',
    labelling: 'labeling',
    labour: 'labor',
    maximise: 'maximize',
    modelled: 'modeled',
    modernise: 'modernize',
    optimise: 'optimize',
    organisation: 'organization',
    organisations: 'organizations',
    practise: 'practice',
    programme: 'program',
    realise: 'realize',
    recognise: 'recognize',
    signalling: 'signaling',
    utilisation: 'utilization',
    whilst: 'while',
    wilful: 'willful',
    owner: 'holder',
    owners: 'holders',
  }),
);

/** Without º and ª, which stand for marks of lists in texts that were converted. */
const wordPattern = /\p{Script=Han}|(?:(?![ªº])[\p{L}\p{N}])+/gu;
/** `1.`, `(a)`, `iv)`, `*` at the start of a line number a list and mean nothing by themselves. */
const listMarker =
  /^[\s*#>/;-]*(?:\(?(?:[0-9]{1,2}(?:\.[0-9]{1,2})*|[a-z]|[ivx]{1,4})[.)、]|[（(][一二三四五六七八九十0-9]+[)）])(?=\s|\p{Script=Han}|$)/iu;

/**
 * The words of a text in normal form: lower case, without punctuation, markup, list numbers and comment signs, Chinese
 * character by character. Ranges are UTF-16 offsets into the text given.
 */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  let start = 0;
  for (const line of text.split(/(?<=\n)/)) {
    const skipped = listMarker.exec(line)?.[0].length ?? 0;
    collect(line, skipped, start, words);
    start += line.length;
  }
  return joinPrefixes(words, text);
}

function collect(line: string, skipped: number, start: number, words: Word[]): void {
  wordPattern.lastIndex = skipped;
  for (let match = wordPattern.exec(line); match; match = wordPattern.exec(line)) {
    const lower = match[0].toLowerCase();
    const at = start + match.index;
    words.push({ text: equivalents.get(lower) ?? lower, range: [at, at + match[0].length] });
  }
}

/** `non-infringement` and `noninfringement`, `sub-license` and `sublicense` are one word. */
function joinPrefixes(words: readonly Word[], text: string): readonly Word[] {
  const joined: Word[] = [];
  for (const word of words) {
    const before = joined.at(-1);
    const isPrefix = before?.text === 'non' || before?.text === 'sub';
    if (before && isPrefix && /^-\s*$/.test(text.slice(before.range[1], word.range[0]))) {
      joined[joined.length - 1] = { text: before.text + word.text, range: [before.range[0], word.range[1]] };
    } else {
      joined.push(word);
    }
  }
  return joined;
}
