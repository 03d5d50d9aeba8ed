import { limits, purposes, toWhomAndWhen } from './limiting-words.ts';
import { mentionsIn } from './names.ts';
import { isOtherLanguage } from './other-languages.ts';
import { isRestricting } from './restrictions.ts';
import { inOneWord, mayMakeTerms, termsInChinese } from './statements.ts';

/** Whether a piece of text holds no word of terms, names of licenses and addresses aside. */
export function isMereName(text: string): boolean {
  const bare = mentionsIn(text)
    .reduceRight((rest, { range: [start, end] }) => `${rest.slice(0, start)} ${rest.slice(end)}`, text)
    .replace(/<?(?:git\+)?(?:https?|git|ftp|ssh):\/\/\S+>?|\S+@\S+\.\S+/gi, ' ')
    .replace(/\(?\b(?:the )?licen[cs]es?\b\)?|\bversion\b|\blogos? (?=by|is|are|was)|\S*logos?\S*\.\w{3}\b/gi, ' ');
  if (
    /\b(?:another|different|separate|special|custom|but|apart|besides|save|ee|pro|seats?|plans?|firms?|house|ours|members|joined)\b/i.test(
      bare,
    ) ||
    isOtherLanguage(bare)
  )
    return false;
  if (/\p{Script=Han}/u.test(bare) && termsInChinese.test(bare)) return false;
  return ![isRestricting, limits, mayMakeTerms].some(test => test(bare)) && !namesPurpose(bare);
}

/** Whether a text holds a word that says what for, by whom or until when. */
export function namesPurpose(text: string): boolean {
  return purposes.test(text) || toWhomAndWhen.test(text) || inOneWord.test(text);
}
