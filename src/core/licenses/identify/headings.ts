import { isStrangeField } from './fields.ts';
import { limits, purposes, toWhomAndWhen } from './limiting-words.ts';
import { isOtherLanguage } from './other-languages.ts';
import { inOneWord, mayMakeTerms, namesScope, termsInChinese, withoutNames, withoutPeople } from './statements.ts';
import { wordsOf } from './words.ts';

/** `packages/server (published as @name/server)`, `4. glob (git://github.com/isaacs/node-glob.git)` */
const isPathWithRemark = /^(?:\d{1,3}\.\s+)?[\w@.-]+(?:\/[\w@.*-]+)*\/?\s+\([^()]{1,100}\)$/;

/** A name, a title, a list of people or of files. Its blanks are single. */
export function isHeading(text: string): boolean {
  if (isOtherLanguage(text) || mayBeTermInChinese(text)) return false;
  if (isStrangeField(text) || namesScope.test(text) || accentedWord.test(text)) return false;
  if (namesFiles(text.replace(/^Includes: /, '')) && !limits(text)) return true;
  if (isPathOrBanner(text) || isListOfWords(text)) return true;
  if (isPathWithRemark.test(text) && !limits(text) && !purposes.test(text)) return !mayMakeTerms(text);
  const bare = withoutPeople(withoutAddresses(text))
    .replace(/(?<=\p{Lu}\S* )(?:Private )?Limited\b/gu, ' ')
    .replace(/\s+\.$/, '');
  if (limits(bare) || purposes.test(withoutNames(bare)) || toWhomAndWhen.test(bare)) return false;
  if (isListOfFiles(bare)) return true;
  const words = wordsOf(bare).length;
  const isNames = allNames(bare);
  if (/[.。!?]$/.test(bare.replace(/\b(?:Inc|Ltd|Co|Corp|LLC|et al)\.$/, ''))) {
    const isName = (isNames && words <= 8) || /^[\w-]{2,30}\.$/.test(bare);
    return isName && !mayMakeTerms(bare) && !inOneWord.test(bare);
  }
  // Long rows of names have small letters; sentences in capitals are no names.
  if (plainHeading.test(bare)) return true;
  // The name of a project in one word may be made of any.
  if (/^[\w@./-]+$/.test(bare) && /[a-z]/.test(bare)) return !inOneWord.test(bare);
  if (words <= 6) return !/^\W*(?:single|one)\b/i.test(bare) && !mayMakeTerms(bare);
  if (words <= 24) return isNames && !mayMakeTerms(bare);
  return isNames && words <= 600 && /^(?:[^\p{Lu}]*\p{Lu}[^\p{Lu}\s]\S*)+/u.test(bare);
}

/** "Prepared for Bar Corp", "Licensed to: Bar Corp" */
const madeForOne =
  /^\W*(?:\w+ ){0,2}(?:prepared|built?d?|made|licensed|registered|produced|issued|supplied|delivered|version|release|edition|copy|applies) (?:for|to)\b/i;

/** Whether a text says for whom a work was made. */
export function isForOne(text: string): boolean {
  return text.length < 120 && madeForOne.test(text);
}

/** "Privé.": one word that is no English. */
const accentedWord = /^[^\p{L}]*\p{L}*[À-ÖØ-öø-ÿ]\p{L}*[^\p{L}]*$/u;

const headingInChinese =
  /^[^\p{L}\p{N}]*(?:版权|免责|许可|授权|开源|使用|软件|项目|第三方|法律)*(?:声明|说明|许可证?|协议|信息|条款|版权|列表|目录)[^\p{L}\p{N}]*$/u;

/** `src/foo.js`, `@foo/bar v1.2`, `jQuery UI - v1.13.2 - 2022-10-09` */
function isPathOrBanner(text: string): boolean {
  if (/^[\w./@:-]+$/.test(text) && /[\w][./:@][\w]/.test(text)) return true;
  if (/^@[\w.-]+\/[\w.-]+ v?\d[\w.-]*$/.test(text)) return true;
  return /^\S+(?: \S+){0,3} - v\d[\w.-]* - \d{4}-\d\d-\d\d$/.test(text) && !inOneWord.test(text);
}

function mayBeTermInChinese(text: string): boolean {
  if (!/\p{Script=Han}/u.test(text) || headingInChinese.test(text)) return false;
  return termsInChinese.test(text) || /[非预版厂]/.test(text);
}

/** Headings of words that elsewhere make terms. */
const plainHeading =
  /^[^\p{L}\p{N}]*(?:all rights|licensing|licen[cs]es?|legal|terms|conditions|terms and conditions|trademarks?|rights|patents?|disclaimers?|warrant(?:y|ies)|usage|contribution agreement|contributions?|contributing|contacts?|support|installation|overview|summary|introduction|privacy)(?: notices?| information)?[^\p{L}\p{N}]*$/iu;

/** `12. spring-cloud-netflix`, and many single words with commas, as the names of icons: no sentence can be made of them. */
function isListOfWords(text: string): boolean {
  if (/^\d{1,3}\. [a-z][\w.]*(?:-[\w.]+)*(?: config)?$/.test(text)) {
    return !limits(text) && !purposes.test(text) && !toWhomAndWhen.test(text) && !inOneWord.test(text);
  }
  return /^[\w.]+(?:-[\w.]+)*(?:, ?[\w.]+(?:-[\w.]+)*){11,}$/.test(text);
}

/** Two files and more. Each word is looked at alone: a whole list may be divided in too many ways. */
export function namesFiles(text: string): boolean {
  const words = text.split(/[\s,;]+/).filter(word => word !== '');
  return words.length > 1 && words.every(word => /^[\w./*+-]+\.[A-Za-z]\w{0,7}$/.test(word));
}

function isListOfFiles(text: string): boolean {
  return text.split(' ').every(word => /^(?:[\w.-]*[/*][\w./*{},!+-]*|files|in|directory|and|the)$/.test(word));
}

const connecting =
  /^(?:and|of|the|by|for|from|&|et|al|von|de|der|den|la|du|van|via|rue|am|im|di|del|della|dos|les|le|zu|zur|contributors|developers|authors|others|other|potentially|many|-|\|)$/;

/** In a long list a few people go by a nickname in small letters. */
function allNames(text: string): boolean {
  const words = text
    .replace(/(?<=\S\s?)\([^()]{0,80}\)/g, ' ')
    .replace(/[(),;:/<>"“”«»–-]/g, ' ')
    .split(/\s+/)
    .filter(word => word !== '');
  const strange = words.filter(word => !connecting.test(word) && !/^(?:[\p{Lu}\d]\S*|v\d\S*)$/u.test(word));
  return strange.length === 0 || (words.length > 12 && strange.length <= words.length / 10);
}

function withoutAddresses(text: string): string {
  return text
    .replace(/<!--\s*\/?|-->/g, ' ')
    .replace(
      /<[^<>\s]{3,80}(?:>|$)|<https?:[^<>\s]{3,60} [\w-]{1,40}>|\S+@\S+|[\w.-]+ AT [\w-]+\.[\w.-]+>?|\[?(?:git\+)?(?:https?|git|ftp):\S+|[\w.+-]+ ?(?:\[at\]|\(at\)) ?[\w.-]+(?: ?(?:\[dot\]|\(dot\)) ?\w+)*/gi,
      ' ',
    )
    .replace(/\s+/g, ' ')
    .trim();
}

/** What a license text below is for, or what the project is: `For the file x.java:`, `name - a small library`. */
export function isScope(text: string): boolean {
  if (isOtherLanguage(text) || limits(text) || purposes.test(text) || toWhomAndWhen.test(text)) return false;
  return (
    /^for the (?:packages?|files?|modules?|class(?:es)?|code|\S+\.\S+)\b.{0,160}:?$/i.test(text) ||
    (/^for ["“]?\p{L}[\w.+-]*(?: [\w.+-]+){0,2}["”]? software\.?$/iu.test(text) && !mayMakeTerms(text)) ||
    /^\S{1,40} [-–—]{1,2} [^.]{3,120}(?: v\d[\d.]*)?\.?$/.test(text)
  );
}
