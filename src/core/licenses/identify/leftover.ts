import { isDescription } from './descriptions.ts';
import { isField, isStrangeField } from './fields.ts';
import { isHarmlessProse, isOfHarmlessWords, isOnContributions, isOnOtherChanges } from './harmless-prose.ts';
import { isForOne, isHeading, isScope, namesFiles } from './headings.ts';
import { limits, offers, purposes, toWhomAndWhen } from './limiting-words.ts';
import { mentionsIn } from './names.ts';
import { isOtherLanguage } from './other-languages.ts';
import { isRestricting } from './restrictions.ts';
import { leavesPartsOut } from './scopes.ts';
import type { Sentence } from './sentences.ts';
import { isSetPhrase } from './set-phrases.ts';
import {
  goesOnWithTerms,
  inOneWord,
  isDisclaimer,
  isMereStatement,
  isMereStatementInChinese,
  mayMakeTerms,
  termsInChinese,
  withoutPeople,
} from './statements.ts';
import { wordsOf } from './words.ts';

/**
 * What a sentence beside a license text is. All but `restriction`, `unknown` and `title-mismatch` change nothing in
 * the license.
 */
export type LeftoverKind =
  | 'copyright'
  | 'title'
  | 'heading'
  | 'notice'
  | 'other-license'
  | 'link'
  | 'appendix'
  | 'third-party'
  | 'choice'
  | 'translation'
  | 'exception'
  | 'description'
  | 'restriction'
  | 'title-mismatch'
  | 'unknown';

const harmless: ReadonlySet<string> = new Set([
  'copyright',
  'title',
  'heading',
  'notice',
  'other-license',
  'link',
  'appendix',
  'third-party',
  'choice',
  'translation',
  'exception',
  'description',
]);

/** Whether a text holds any word with which conditions are made. */
export function mayLimit(text: string): boolean {
  return limits(text) || isRestricting(text);
}

/** Whether a sentence of this kind leaves the license what it is. */
export function isHarmless(kind: string): boolean {
  return harmless.has(kind);
}

const copyright =
  /^[\s"'(<[]*(?:[\w.,'"“”& -]{0,60}\s)?(?:copyright\b|\(c\)|©|版权所有|著作权)|^(?:(?:all )?rights )?reserved?\.?$|^保留(?:所有|一切)权利|^(?:authors?|contributors?|maintainers?|作者)\s*[:：]|^portions (?:copyright|\(c\)|are copyright)|^(?:written|developed|created|maintained) by\b|^[\w. ]{1,40} (?:contributors|collaborators|authors) listed at <?https?:\S+$/i;
const notice =
  /\b(?:is|are)\s+(?:\w+\s+)?(?:licensed|released|distributed|provided|available|covered|made available|published|open source[d]?)\b|\bis (?:primarily|mainly|mostly|all|also|now) [\w.+-]+[ -]licensed\b|^(?:licensed|released|distributed|published)\s+under|^re-?licensed (?:to|under|as) |under the (?:terms of (?:the|an?) )?.{0,60}licen[cs]e|subject to the (?:terms|following)|(?:采用|遵循|使用|基于).{0,40}(?:协议|许可证|许可|licen[cs]e|MIT|Apache|GPL|PSL)|licen[cs]e (?:notice|text|terms|agreement)s? (?:is|are|follows?|below)|(?:full|complete) (?:text|terms|copy) of (?:the|this|that)? ?licen[cs]e|you (?:may|can) (?:obtain|find) a copy|a copy of (?:the|this) licen[cs]e|see (?:the )?(?:file )?(?:\.\/)?(?:licen[cs]e|copying|notice)|^see \S+(?: and \S+)? for the (?:text of )?(?:the |that )?licen[cs]e|\bcarr(?:y|ies) the .{1,30} licen[cs]e|following (?:license|terms|applies)|^the following (?:is|are|license)|licen[cs]e (?:applies|is reproduced)|applies to|\blicensed under:?$|^under (?:an?|the) .{1,40}licen[cs]e,? see https?:|^you (?:are (?:permitted|free|allowed) to|may|can) [\w, /]{1,60}(?:it|them|(?:this|the) \w+) under (?:the terms of )?(?:the|an?) /i;
const thirdParty =
  /\bvendor(?:ed|i[sz]ed)\b|^(?:\([\w .-]{0,30}licen[cs]e[\w .-]{0,20}\) [\w. :/-]{2,60} \(https?:[^()\s]+\) ?){1,40}$|third[\s-]part|external library|第三方|bundled|bundles|subcomponent|includes? (?:code|software|files|portions|material|the following)|contains? (?:code|software|files|portions|material)|incorporat|portions of|derived from|based (?:up)?on|adapted from|borrowed from|(?:ported|backported|imported|extracted|referred|vendored|taken|copied|forked|originat\w+|modified)(?: to \w+)? from|copied and modif\w+ from|dependenc|this (?:product|project|software|library|package) (?:also )?(?:includes|contains|uses|bundles)|following (?:components|libraries|software|files|projects|packages)|\bsee \S+ for details of the licen[cs]e\W*$|^for more information, please see\W*(?:https?:\S+)?$|their (?:respective|own) licen[cs]e|licen[cs]es? of (?:its|their|the) (?:dependenc|bundled)/i;
const choice =
  /^alternatively,? (?:the contents of )?(?:this|the) (?:file|package|software|library|work|program|project|code) (?:may|can) (?:also )?be (?:used|distributed|redistributed|licensed)(?: and\/or modified)? under |\bunder (?:an?|the) [\w. -]{2,40}licen[cs]e,? or (?:under )?(?:an?|the) |at your option|either of|either the|(?:triple|tri|multi)[- ]licen[cs]|\beither\W*$|\*either\*|dual[\s-]licen[cs]|dual licen[cs]|your choice|choose (?:either|one|between)|任选其一|双重许可|双许可|任意选择|二选一|可选择/i;
/** A copyright notice has none of these. */
const verbs =
  /\b(?:is|are|be|was|were|has|have|stays?|asks?|welcomes?|exclud\w*|mandatory|granted|covers?|covered|appl(?:y|ies)|free for|for (?:schools?|students?|startups?|teach\w*|education\w*|learning|study))\b|[需应会]|学习|教育|个人版/i;
const ofExamples = /\b(?:examples?|samples?|recipes|documentation|tests?|icons?)\b.*\blicen[cs]e/i;
const appendixWords =
  /^(?:end of terms and conditions|appendix|how to apply|exhibit [ab]|条款结束|如何将木兰)|attach the following|\bto apply the .* licen[cs]e\b/i;

/**
 * The kind of a sentence that stands beside a license text; `ids` are the licenses whose texts the file holds. A title
 * at the beginning says what the file claims to be.
 */
export function kindOf(sentence: Sentence, ids: readonly string[], place: 'title' | 'beside' = 'beside'): LeftoverKind {
  const text = withNarrowLetters(withoutMarks(sentence.text)).replace(/\s+/g, ' ').trim();
  // Nothing that one writes is as long, and reading it would take long.
  if (/\S{400}/.test(text)) return 'unknown';
  if (text.length > longestRead) return namesFiles(text) ? 'heading' : 'unknown';
  const kind = simpleKind(text) ?? licensingKind(text, ids, place);
  const isOffer = kind !== 'copyright' && isHarmless(kind) && offers.test(text) && !isSetPhrase(text);
  return isOffer || hasStrangePart(text, ids) ? 'unknown' : kind;
}

/** UTF-16 units of a sentence that is read. */
const longestRead = 1_900;
/** Cells of a table's row that are looked at. */
const mostCells = 40;

/** The cells of a table, and what stands behind a name with its license in brackets, have to be harmless each for itself. */
function hasStrangePart(text: string, ids: readonly string[]): boolean {
  const cells = / \| /.test(text) ? text.split('|') : [];
  const behind = /^[^\s()]{1,60} \([^()]{2,40}\) (\p{L}.*)$/u.exec(text)?.[1];
  const parts = [...cells, ...(behind === undefined ? [] : [behind])].filter(part => /\p{L}/u.test(part));
  return (
    parts.length > mostCells ||
    parts.some(part => !isHarmless(kindOf({ text: part.trim(), range: [0, part.length] }, ids)))
  );
}

/** `$Id: ... $` and the like, put in by version control. */
function withoutMarks(text: string): string {
  return text
    .replace(/\$[A-Z][A-Za-z]{1,12}:[^$\n]{0,160}\$|@\(#\)/g, ' ')
    .replace(/\bscikit-learn\b/g, 'scikit')
    .replace(/\brun-parallel-limit\b/g, 'run-parallel');
}

/** "Ｎｏ　ｃｏｍｍｅｒｃｉａｌ　ｕｓｅ": letters as wide as Chinese signs are the same letters. */
function withNarrowLetters(text: string): string {
  return text.replace(/[Ａ-Ｚａ-ｚ０-９　]/g, letter => letter.normalize('NFKC'));
}

/** Markdown's links without their addresses. */
function withoutTargets(text: string): string {
  return text.replace(/\]\(https?:[^()\s]*\)/g, ']');
}

/** Perl may be had under the GPL or the Artistic License. */
const asPerlItself =
  /^(?:(?:this|it) (?:is|library is|program is|module is|package is) free software[;,]? )?(?:you (?:can|may) (?:redistribute|use) it(?: and\/or modify it)? )under the same terms as (?:the )?perl(?: 5)?(?: programming language)?(?: system)?(?: itself)?\.?$/i;

/** What can be told without looking for names of licenses. */
function simpleKind(text: string): LeftoverKind | undefined {
  if (text.length > 1 && /^[\s\p{P}\p{S}\d]*$/u.test(text)) return 'heading';
  const words = wordsOf(text).length;
  if (words === 0) return 'heading';
  if (copyright.test(text) && words <= 40 && !mayRestrict(text) && !goesOnWithTerms(text)) return 'copyright';
  if (asPerlItself.test(text)) return 'choice';
  if (isSetPhrase(text.replace(/^\(?(?:\d{1,2}|[A-Za-z])[.)]\s+/, ''))) return 'notice';
  if (copyright.test(text) && words <= 40 && forOthers.test(text)) return 'unknown';
  if (leavesPartsOut(text) || isOnOtherChanges(text)) return 'restriction';
  if (isOfHarmlessWords(text) && mentionsIn(text).length === 0 && !/dual/i.test(text)) return 'description';
  if (isRestricting(text)) return isOnContributions(text) ? 'description' : 'restriction';
  if (/^\W*at your option\W*$/i.test(text)) return 'choice';
  if (/^<?(?:https?:\/\/|www\.)\S+>?[.,]?$/.test(text.trim())) return 'link';
  if (/^[\w-]+(?:\.[\w-]+)+\/\S*$/.test(text) || /^<?https?:\S+>?,? respectively\W*$/i.test(text)) return 'link';
  if (/^(?!you\b|we\b)[\w.-]{1,40} is (?:hosted|located|maintained) (?:at|on):? <?https?:\/\/\S+?>?\.?$/i.test(text))
    return 'link';
  if (/^\[[^\]]*\]:\s*<?https?:\S+$/.test(text)) return 'link';
  if (/^\S+@\S+$|^<?[\w.+-]+@[\w.-]+>?$/.test(text)) return 'link';
  const isAppendix = appendixWords.test(text) && !limits(text.replace(/terms and conditions/gi, ' '));
  return isAppendix ? 'appendix' : undefined;
}

function licensingKind(text: string, ids: readonly string[], place: 'title' | 'beside'): LeftoverKind {
  const words = wordsOf(withoutTargets(text)).length;
  const mentions = mentionsIn(text);
  if (namesStrangeLicense(text) && !thirdParty.test(text)) return 'unknown';
  if (isChoice(text, mentions.length > 0)) return kindOfChoice(text);
  if (words <= 14 && isTitle(text, mentions.length > 0)) {
    const strange = mentions.filter(({ id }) => ids.length > 0 && !ids.some(known => sameFamily(known, id, place)));
    if (strange.length === 0) return 'title';
    if (place === 'title' && words <= 10 && !/licensed|license[ds]? under/i.test(text)) return 'title-mismatch';
    return isOnlyLink(text) ? 'link' : 'other-license';
  }
  if (thirdParty.test(text) && !dangerousBesides(text)) return 'third-party';
  const isNotice =
    (notice.test(text) && (mentions.length > 0 || !isStrangeField(text))) ||
    (mentions.length > 0 && /\bsubject to (?:the|an?) /i.test(text));
  if (isNotice && !dangerousBesides(text)) return 'notice';
  if (mentions.length > 0 && isOnlyNaming(text)) return 'notice';
  return remarkKind(text, mentions.length > 0);
}

/** What is neither a title nor a notice nor told of other people's parts. */
function remarkKind(text: string, named: boolean): LeftoverKind {
  if (isForOne(text)) return 'unknown';
  if (isHeading(text) || isScope(text)) return 'heading';
  if (isDisclaimer(text)) return 'notice';
  if (isField(text) || (named && isNameWithPlaces(text))) return named ? 'other-license' : 'description';
  return isStatement(text) || isHarmlessProse(text) ? 'description' : 'unknown';
}

/** "Under the Foo License": nobody knows what that one asks for. Families of licenses without a version are known. */
function namesStrangeLicense(text: string): boolean {
  const names = [
    ...text.matchAll(
      /\b(?:under|by|to) (?:the )?(?:terms (?:and conditions )?of )?(?:the|an?) ((?:\p{Lu}[\w.+'’/-]* ){1,4})[Ll]icen[cs]e\b/gu,
    ),
  ];
  return names.some(([, name = '']) => !knownFamilies.test(name));
}

const knownFamilies =
  /\b(?:BSD|MIT|Apache|ASF|GNU|[AL]?GPL|General Public|Lesser|Mozilla|MPL|Python|PSF|CNRI|ZPL|Zope|Perl|Artistic|Ruby|PHP|OpenSSL|SSLeay|[Zz]lib|libpng|libtiff|Boost|Eclipse|CDDL|Common|Creative|CC|Unicode|ICU|SIL|Open|OFL|X11|XFree86|X|Expat|ISC|NCSA|LLVM|Illinois|WTFPL|Unlicense|Mulan|FreeType|JPEG|IJG|W3C|Academic|Microsoft|MS|Sun|Oracle|Tcl|Vim|Boehm|Berkeley|Modified|Revised|New|Simplified|Original|Source|Software|Business|Elastic|Bitstream|Ubuntu|Info|Public|Free|Blue|PostgreSQL|Intel|IBM|Chromium|Go|Julia|Node|Universal)/;

function kindOfChoice(text: string): LeftoverKind {
  // More than a choice is said: it may be for whom, and until when.
  if (dangerousBesides(text)) return 'unknown';
  if (saysMore(text, choosing, licensing)) return thirdParty.test(text) ? 'third-party' : 'unknown';
  // "Examples in the documentation are dual licensed": the rest of the work is not.
  return ofExamples.test(text) ? 'third-party' : 'choice';
}

function isOnlyNaming(text: string): boolean {
  const isShort = wordsOf(withoutTargets(text)).length <= 12 && !ofAnotherKind.test(text);
  return isShort && !limits(withoutTargets(text)) && !toWhomAndWhen.test(text) && !saysMore(text, licensing);
}

/** "the Apache License, Version 2.0 <LICENSE-APACHE> or <http://...>,": a license and where its text is. */
function isNameWithPlaces(text: string): boolean {
  const places = text.replace(
    /<?https?:[^\s<>()]+>?|[<([](?:see )?(?:\.{0,2}\/)?[\w./-]*LICEN[CS]E[\w./-]*[>)\]]?/g,
    ' ',
  );
  const names = mentionsIn(places).reduceRight(
    (rest, { range: [start, end] }) => `${rest.slice(0, start)} ${rest.slice(end)}`,
    places,
  );
  const words = names.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.every(word => /^(?:the|or|and|see|at|licen[cs]e|version|file|with|llvm|exceptions?)$/.test(word));
}

function isStatement(text: string): boolean {
  if (mentionsIn(text).length === 0 && (isMereStatement(text) || isMereStatementInChinese(text))) return true;
  return isDescription(text) && !dangerousBesides(text) && !purposes.test(text);
}

/** `CC0: https://...` explains a word and grants nothing. */
function isOnlyLink(text: string): boolean {
  return /^[\w .-]{1,20}:\s*<?https?:\/\/\S+>?$/.test(text);
}

function mayRestrict(text: string): boolean {
  const rest = withoutPeople(text).replace(
    /\(registered (?:@|at|in|with) (?:the )?(?:\p{Lu}[\p{L}.]+,? |of )+no\.? ?\d+\)|all rights reserved?\b|保留(?:所有|一切)权利|版权所有|unless otherwise (?:specified|noted|stated|indicated)(?: in (?:the|each) file)?|except (?:where|as) (?:otherwise |explicitly )*(?:noted|stated|indicated)(?: otherwise)?\.?$|copyright holders?|\b(?:un)?limited\b|\bFederal Reserve\b|\b(?:un)?retained by\b|\buntil (?=https?:)|有限(?:责任)?公司|\breserved\b|\bprivate (?:limited|company)(?=\W*$|[,.;(])|\bwithin the commons conservancy\b|\S+@\S+|(?<=\s)@[\w-]+|^logos? (?=\(c\)|©|copyright)|,? as (?:shown|listed) (?:by|in) the \w+ file\.?$|<[^<>]{3,80}>|https?:\S+/giu,
    ' ',
  );
  // The European Union holds copyrights, too.
  return (
    isRestricting(rest) ||
    isOtherLanguage(rest, 'names') ||
    limits(rest) ||
    verbs.test(rest) ||
    forOthers.test(rest) ||
    toWhomAndWhen.test(withoutUnion(rest))
  );
}

/** "Foo for Bar Corp", "Foo, to the Department of Bar", "(docs: MIT)", "ForSchools" */
const forOthers =
  /(?<!\b(?:Institut\w*|Cent(?:er|re)|Foundation|Society|Association|Departe?ment|Ministry|Office|Agency|Academy|Alliance|Fund|Council|Consortium|Corporation|Organi[sz]ation|Cooperation|Laborator\w+|Network|Cluster|Group|School|Initiative|Software|Tools|Support|Company|Team|Project|Modules?|Functions?|Library|Code|Portions?|Parts?|Driver|Plugins?|Bindings?|Port|Packages?|Extensions?|Chair)),? (?:for|until) (?!Linux|Windows|Python|Java|Node)|, to (?:the )?\p{Lu}|\([\w ]{1,20}: (?!http)[^()@]*\)|\b(?:For|Ask|Only)\p{Lu}\p{Ll}+|\p{Ll}(?:Per|Only|Alone|First)(?:\b|\p{Lu})/u;

function withoutUnion(text: string): string {
  return text.replace(/(?:©|\(c\)|copyright|by|the|[\d,]) *european union\b/gi, ' ');
}

/** `without`, `not` and the like in set phrases that grant or disclaim. */
function dangerousBesides(text: string): boolean {
  const rest = text.replace(
    /\bOSI[- ]approved\b|terms and conditions|licen[cs]e agreements?|under the (?:terms|conditions) of|(?:terms|conditions) of either|license conditions?|following conditions|except (?:as|when|where) (?:otherwise |explicitly )*(?:noted|stated|indicated|specified)(?: otherwise)?(?: \(look [^()]{0,100}\))?|unless (?:otherwise )?(?:noted|stated|indicated|specified)(?: otherwise)?|if not (?:stated|noted|specified) otherwise|you may not use (?:this|these) (?:file|work)s? except in compliance with the license|unless otherwise specified in the file|unless the (?:file )?header (?:specifies|states|says) (?:another license|otherwise)|except for (?:the |any )?(?:third[- ]party )?(?:components?|parts|files|portions|code|software|dependencies)(?: that are)? (?:listed|noted|documented|described|mentioned) (?:below|above)|except as documented below|(?:is|are) not part of|copyright permission|permission notices?|retain copyright for their respective work/gi,
    ' ',
  );
  return limits(rest) || isOtherLanguage(rest) || toWhomAndWhen.test(rest) || forWhat.test(rest);
}

/** "... under the license for evaluation", "subject to the terms of an agreement between you and us" */
const forWhat =
  /\bfor (?:\w+ )?(?:evaluat\w*|educat\w*|research|personal|internal|private|testing|learning|study|academ\w*|hobby\w*|teams?|home|non)\b|\bfor (?:the |all |our |paying |large |small )?(?:compan\w+|firms?|business\w*|enterprises?|corporat\w*|organi[sz]ations?|institutions?|banks?|agenc\w+|government\w*|people|persons?|amateurs?|everybody|everyone|anyone|those|others?)\b|\bpric(?:e|es|ing)\b|\bproprietary\b|\bagreements? (?:between|with)\b|\bwithdr\w+\b/i;

function isChoice(text: string, named: boolean): boolean {
  const states =
    choice.test(text.replace(/either version|at your option\)?,? any later/gi, ' ')) ||
    /\bMIT\b.{0,3} OR |\w-\d\S* OR | OR (?:the )?MIT\b/.test(text);
  // Which of the licenses a file has is not for the user to choose.
  return (
    states &&
    (named || /licen[cs]e|许可|redistribute/i.test(text)) &&
    !/\bsolely\b|\bin each case\b|\brespectively\b/i.test(text)
  );
}

/** Words with which licenses are named, and with which one says that a work is under them. */
const licensing =
  /\bwith [\w-]+-exception(?:-[\d.]+)?|\(?at your option\)?,? any later|\b(?:(?:un)?licen[cs](?:es?|ed|ing)|permissive|terms|conditions|agreements?|copyrights?|copying|notices?|public|lesser|library|legal|rights?|reserved|limited|permissions?|disclaimers?|warrant(?:y|ies)|personal(?= use license)|version|code|under|redistribution|reproduction|use(?=,? (?:and|reproduction|of this))|end of(?= terms| (?:the )?.{1,40}licen[cs]e)|third[- ]party|open[- ]source|free software|information|individual files?)\b|\bin the licen[cs]e file\b|\([^()]{1,12}\)/gi;
/** Words with which one says that there is a choice. */
const choosing =
  /\b(?:in which case the provisions of|(?:is|are) applicable instead of (?:the above|those above|this license)|contents?(?= of this)|use of (?:the|this) [\w-]+ (?:software|library)|subject to (?:your choice|the terms of)|exactly one of|to you|as shown (?:at|in)|at your (?:own )?(?:option|choice|discretion)|of your (?:own )?choice|(?:your|the user'?s?) choice|you (?:may|can|are free to|have the choice)|as you (?:wish|like|prefer)|you|may|can|could|be|choose|chosen|chooses?|select(?:ed)?|option(?:ally)?|either|both|use[ds]?|using|users?|redistribut(?:e|ed|ing)|(?:is|are) distributed|distribut(?:e|ed|ing)|modify|modified|copy|copied|copies|and\/or|unless (?:the )?(?:file )?header specifies another|unless (?:otherwise )?(?:noted|stated|indicated|specified)(?: otherwise)?|except (?:as|where|when) (?:otherwise )?(?:noted|stated|indicated|specified)|following|available|alternatively|offered|grant(?:ed|s)?|accept|agree|giving you|following licen[cs]es|if not specified otherwise|individuals?(?= files?))\b|任选其一|双重许可|双许可|任意选择|二选一|可选择|许可|使用|您可以?|你可以?|协议/gi;

/** Whether something is said beside the names of licenses and the words of `known`. */
function saysMore(text: string, ...known: readonly RegExp[]): boolean {
  const names = mentionsIn(text).reduceRight(
    (rest, { range: [start, end] }) => `${rest.slice(0, start)} ${rest.slice(end)}`,
    text,
  );
  const rest = known.reduce((left, words) => left.replace(words, ' '), names);
  return (
    mayMakeTerms(rest) ||
    saysMoreInChinese(rest) ||
    inOneWord.test(names) ||
    isOtherLanguage(rest) ||
    /\bwho\b/i.test(rest)
  );
}

function saysMoreInChinese(text: string): boolean {
  const rest = text.replace(/许可(?:证|协议)?|协议|条款|版权(?:所有)?|软件|声明|开源|公共|宽松|第.版/g, ' ');
  return /\p{Script=Han}/u.test(rest) && (termsInChinese.test(rest) || /[非预版厂]/.test(rest));
}

function isTitle(text: string, named: boolean): boolean {
  const rest = text.replace(/licen[cs]e agreement/gi, ' ');
  const isShort =
    !/[。！？!?]$|\b(?:another|different)\b|^the following \w+ are\b/i.test(text) &&
    !limits(rest) &&
    !toWhomAndWhen.test(rest);
  return (
    isShort &&
    !ofAnotherKind.test(text) &&
    !(isStrangeField(text) && !named) &&
    !saysMore(withoutTargets(text), licensing) &&
    (/licen[cs]es?\b|许可|协议|public domain|terms and conditions|version \d|\bcopying\b/i.test(text) || named)
  );
}

/** "Modified MIT License" is not MIT, and a community license may be any; the modified BSD license is one. */
const ofAnotherKind =
  /\b(?:modified|customi[sz]ed|custom|amended|altered|adapted|restricted|extended)\b(?! BSD)(?!\)? ?BSD)|\bcommunity licen[cs]e\b|\bfair[- ](?:code|source)\b|\bsource[- ]available\b/i;

function sameFamily(known: string, named: string, place: 'title' | 'beside'): boolean {
  const family = (id: string) => id.replace(/-(only|or-later)$/, '').replace(/^LicenseRef-/, '');
  const [one, other] = [family(known), family(named)];
  return (
    one === other ||
    one.startsWith(`${other}-`) ||
    // "Functional Source License, MIT Future License"
    one.endsWith(`-${other}`) ||
    other.startsWith(`${one}-`) ||
    (/^BSD/.test(one) && /^BSD/.test(other)) ||
    // Authors put the text of the GPL under the title of the LGPL, which supplements it.
    (place === 'title' && /^L?GPL/.test(one) && /^L?GPL/.test(other))
  );
}
