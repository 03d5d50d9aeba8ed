import { isOtherLanguage } from './other-languages.ts';

/**
 * Sentences beside a license that state something and make no terms: who wrote a part, where it comes from, what it
 * does, what is thanked for. A sentence is one of them when **none** of its words belongs to those with which terms are
 * made; so a word too many in these lists makes somebody read a sentence, and a word too few would hide a term.
 */

/** Duty, permission, refusal, condition. */
const binding =
  /\b(?:no|not|\w+n[’']t|never|neither|nor|none|nothing|nobody|without|except\w*|unless|only|solely|merely|purely|strictly|exclusiv\w*|must|shall|should|ought|may|might|can|cannot|could|will|would|need(?:s|ed|ing|ful|less)?|ha(?:s|ve) to|(?:is|are|was|were) to|to be|let|lets|allow\w*|disallow\w*|permi\w*|forbid\w*|forbade|prohibit\w*|ban(?:s|ned)?|block(?:s|ed)?|refus\w*|reject\w*|den(?:y|ies|ied)|exclud\w*|restrict\w*|limit(?:s|ed|ing|ations?|less)?|constrain\w*|condition\w*|require\w*|request\w*|demand\w*|insist\w*|expect\w*|suppos\w*|mandator\w*|compulsor\w*|necessar\w*|obligat\w*|oblig\w*|dut(?:y|ies)|bound|subject to|if|when|whenever|while|wherever|whoever|until|till|as long as|so long as|provided(?! by\b)|in case|in return|in exchange|otherwise|instead|violat\w*|breach\w*|abus\w*|misus\w*|avoid\w*|refrain\w*|stop(?:s|ped|ping)?|beware|warn(?:s|ed|ings?)?|careful\w*|please|kindly|ask(?:s|ed|ing)?|want(?:s|ed|ing)?|wish(?:es|ed|ing)?|prefer\w*|hope[sd]?|sure|certain|respect\w*|honou?r\w*|frown\w*|stays?|intend\w*|meant|design(?:ed|ated)|out of the question|off limits|taboo|nowhere|determin\w*|decid\w*|(?:given|handed|sent|contributed) back|at (?:most|least)|up to|more than|less than|fewer|below \d|above \d|over \d|under \d|maximum|minimum|per (?:seat|user|server|year|month|site|developer|machine|cpu|core)|each (?:seat|server|copy|page|site|product)|every (?:seat|server|copy|page|site|product))\b/i;
/** What is done with a work. */
const acts =
  /\b(?:use|uses|using|usage|usable|(?<!(?:is|are|was|were|and|originally|first|also|widely) )used|user|users|utili[sz]\w*|run|runs|running|execut\w*|deploy\w*|install\w*|operat(?:e|es|ing)|copy|copying|distribut(?:e|es|ing)|redistribut\w*|publish|publishes|publishing|shar(?:e|es|ing)|modify|modifies|modifying|alter\w*|chang(?:e|es|ing)|remov\w*|delet\w*|hid(?:e|es|den|ing)|eras\w*|strip(?:s|ped|ping)?|sublicen\w*|relicen\w*|transfer\w*|rent(?:s|als?|ed|ing)?|leas(?:e|es|ed|ing)|lend(?:s|ers?|ing)?|lent|host(?!ed (?:at|on)\b)\w*|embed\w*|repackag\w*|rebrand\w*|resell\w*|resold|reverse|decompil\w*|disassembl\w*|benchmark\w*|crawl\w*|scrap(?:e|ing)|train|training|offer\w*|export\w*|keep(?:s|ers?|ing)?|kept|retain\w*|preserv\w*|display\w*|show(?:s|n|ed|ing)?|mention\w*|cit(?:e|es|ing|ation\w*)|attribut\w*|acknowledg\w*|credit\w*|link back|backlink\w*|send(?:s|ers?|ing)?|mail|e-?mail|inform\w*(?<!information)|notif\w*|report|tell(?:s|ing)?|contact\w*|consult\w*|regist\w*|sign(?:s|ed|ing|atures?)?|join(?:s|ed|ing)?|follow(?!ing)\w*|subscrib\w*|subscription\w*|activat\w*|unlock\w*|enabl\w*|disabl\w*|donat(?:e|es|ed|ing|ions?|ors?)|sponsor\w*|support us|star)\b/i;
/** Money, persons, purposes, places, times. */
const limits =
  /[$€£¥%]|\bsingle (?:developer|user|seat|machine|site|server|copy|person)|\b(?:usd|eur|rmb|cny|dollars?|euros?|yuan|money|price[sd]?|pricing|cost(?:s|ed|ing|ly)?|fees?|pa(?:y|ys|id|yment\w*|ying)|charg\w*|free|gratis|buy\w*|bought|purchas\w*|(?<!\b(?:in|word|byte|sort|alphabetical|reverse|chronological) )order\w*|sell(?:s|ers?|ing)?|sold|sale\w*|royalt\w*|invoice\w*|revenue\w*|profit\w*|non|nonprofit\w*|income|commercial\w*|business\w*|enterprise\w*|compan(?:y|ies)|corporate|startups?|organi[sz]ation\w*|institution\w*|agenc\w*|govern\w*|military|army|police|weapon\w*|nuclear|war|medical|hospitals?|schools?|educat\w*|academ\w*|student\w*|teach(?:es|ers?|ing)?|stud(?:y|ies|ying)|learn(?:s|ed|ers?|ing)?|research\w*|scien(?:ce|tific) purposes|personal\w*|private\w*|internal\w*|inside|outside|within|household|home|hobby\w*|amateur\w*|individual\w*|person|persons|people|citizens?|employee\w*|staff|customer\w*|clients|competit\w*|compet(?:e|es|ing)|rival\w*|vendors?|resellers?|dealers?|partners?|members?(?:hip)?|patrons?|backers?|anyone|anybody|everyone|everybody|somebody|someone|you|your|yours|yourself|we|us|our|i|my|purpose\w*|production|evaluat\w*|trial\w*|demo|demos|preview\w*|beta|shareware|crippleware|edition\w*|saas|cloud|tenan\w*|multi-?tenan\w*|managed|services?|territor\w*|countr(?:y|ies)|region\w*|europe\w*|eu|usa|china|chinese|prc|russia\w*|iran\w*|ukrain\w*|worldwide|abroad|sanction\w*|embargo\w*|expir\w*|end|ends|ending|ended|day|days|week|weeks|months?|hours?|year|years|valid|invalid|void|temporar\w*|permanent\w*|deadline|good|evil|harm(?:s|ed|ful|ing|less)?|ethic\w*|religio\w*|politic\w*)\b/i;
/** Law, rights and the license itself, about which other rules decide. */
const law =
  /\b(?:licen[cs]\w*|right|rights|grant(?:s|ed|ing|ors?|ees?)?|hereby|herein\w*|agree\w*|accept\w*|consent\w*|contract\w*|terms?|polic(?:y|ies)|rules?|clauses?|law|laws|lawful\w*|lawyer\w*|legal\w*|illegal\w*|unlawful\w*|court\w*|jurisdiction\w*|sue|sued|sues|lawsuit\w*|litigat\w*|prosecut\w*|penal\w*|fined?|punish\w*|infring\w*|claim\w*|liab\w*|responsib\w*|warrant\w*|guarant\w*|disclaim\w*|indemni\w*|damages|patent\w*|trademark\w*|trade marks?|brand(?:s|ed|ing)?|logos?|watermark\w*|badge\w*|secret\w*|confidential\w*|propriet\w*|propert(?:y|ies)|own|owns|owned|owner\w*|belong\w*|reserv\w*|closed|entitl\w*|authori[sz]\w*|approv\w*|certif\w*|compl(?:y|ies|iance|iant)|revok\w*|revoc\w*|terminat\w*|cancel\w*|withdraw\w*|suspend\w*|supersed\w*|prevail\w*|overrid\w*|preced\w*|amend\w*|supplement(?!ed (?:and|by)\b)\w*|(?:source|core)[- ]available|(?:shared|fair|visible)[- ]source|open[- ]core|freemium|addition(?:al)? (?:to|terms)|eula|privacy)\b/i;

/** "... written by Jane Doe for use in the Foo project": where a part comes from, not where it may be used. */
const madeFor =
  /(?<=\b(?:written|developed|created|made) by [^,;]{3,60}) for use (?:in|with|by) the [\w.-]+ (?:project|library|program)\b(?=[.,;]|$)/gi;

const functionWord =
  /\b(?:the|a|an|of|and|by|in|is|are|was|were|from|for|to|with|on|at|it|its|this|that|these|those|which|as|or|has|have|had|been|who|some|most|all|based|see)\b/gi;
const longest = 600;

/** Is it such a sentence, in English? Its blanks are single. */
export function isMereStatement(text: string): boolean {
  if (text.length > longest) return false;
  const bare = withoutNames(text).replace(madeFor, ' ');
  // Whatever is not English is not understood here. Accents stand in names.
  if (isOtherLanguage(bare)) return false;
  if (/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(bare)) return false;
  const words = bare.match(/[\p{L}’']+/gu)?.length ?? 0;
  if ((bare.match(functionWord)?.length ?? 0) < Math.max(1, words * 0.1)) return false;
  if (
    /^\W*(?:include|add|put|leave|state|give|make|do|be|write|say|take|place|quote|thank|name|link|note|remember|play|drink|visit|click)\b/i.test(
      bare,
    )
  )
    return false;
  return !namesScope.test(bare) && !holdsTerms(bare);
}

/** What a license speaks of, and where else one has to look. */
export const namesScope =
  /^\W*(?:made for|version \d)\b|\b(?:(?:text|licen[cs]e|document|notice|page|grant|this|it) (?:speaks?|concerns?|regards?|refers?|pertains?|relates?|means)|(?:web ?site|homepage|page) has|another matter|aims?)\b/i;

function holdsTerms(text: string): boolean {
  return [binding, acts, limits, law].some(words => words.test(text));
}

/** Whether any word of a text, names of institutions and addresses aside, is one with which terms are made. */
export function mayMakeTerms(text: string): boolean {
  return holdsTerms(withoutNames(text));
}

/** Terms of a single word. */
export const inOneWord =
  /\b(?:source[- ]available|fair[- ]code|clos\w+|propriet\w+|secret\w*|confidential\w*|paid|prepaid|unpaid|private\w*|internal\w*|expired|invalid|evaluation|demo|preview|beta|shareware|freeware|freemium|crippleware|trialware|adware|nagware|donationware|postcardware|linkware|careware|beerware|educational|academic|enterprise|premium|editions?|trials?|household|revoked|terminated|withdrawn|banned|excluded|restricted|mandatory|compulsory)\b/i;

/** Words in small letters that stand between the names of a copyright notice. */
const ofNotices =
  /\b(?:and|of|the|by|for|from|other|others|individual|contributors?|authors?|owners?|holders?|members|people|present|now|its|their|respective|affiliates|subsidiaries|licensors|shown|all|rights|reserved|portions|parts?|copyrights?|project|team|developers|community|respectively|see|files?|list|listed|below|above|details|more|information|license|licensed|under|inc|ltd|co|corp|llc|gmbh|company|limited|corporation|foundation|et|al|as|an?|github|gitee|com|org|net|www)\b/g;

/**
 * Does a copyright notice go on as a sentence that may make terms? Names have large letters, and a short name is no
 * sentence.
 */
export function goesOnWithTerms(notice: string): boolean {
  const rest = withoutNames(
    notice
      .replace(
        /\bembedded (?=HAL|Linux|Rust)|\bPrivate (?:Limited|Company)(?=\W*$|[,.;(])|\bwithin the Commons Conservancy\b|(?<=\s)@[\w-]+/gi,
        ' ',
      )
      .replace(/\buntil (?=https?:)/gi, ' '),
  )
    .replace(
      /<[^<>]*>?|\(c\)|(?:all|some) rights reserved|unless otherwise (?:specified|noted|stated|indicated)(?: in (?:the|each) file)?|except (?:where|as) (?:otherwise |explicitly )*(?:noted|stated|indicated)(?: otherwise)?\.?$|\S*[\p{L}\d][-_.@/]\p{L}\S*/giu,
      ' ',
    )
    .replace(ofNotices, ' ');
  if (/免费|使用|用户|学生|员工|政府|除外|适用|个人版/.test(rest)) return true;
  const isShort = (rest.match(/\p{L}+/gu)?.length ?? 0) < 5;
  const sentence = isShort ? rest.replace(/^[^,.;:(–-]*/, '') : rest;
  const behind = rest.replace(/^[^,.;:(–-]*/, '');
  if (inOneWord.test(behind) || namesScope.test(behind)) return true;
  return /(?<!\p{L})\p{Ll}[\p{Ll}’']+/u.test(sentence) && holdsTerms(sentence);
}

/** People whose given name is a word of terms: "Will Hardy", "Ask Solem". */
const people =
  /\b(?:Ask(?= (?:Solem|Bj))|Will|Grant|Sue|May) ((?!First|Before|Later|Soon|Not|Be|Only|Us|Me|You|It|All|Any|One|End|Two)\p{Lu}\p{Ll}+)(?=[,.;<>(&]|\s*$| and\b| <| \p{Lu}| &)/gu;

/** A text without the names of such people. */
export function withoutPeople(text: string): string {
  return text
    .replace(/\b\p{Lu}\p{Ll}+ (?:Keep|Price|Grant|Law)(?=\W*$|[,<(&]| and )/gu, ' ')
    .replace(people, (name, surname: string) => (holdsTerms(surname) ? name : ' '));
}

/** Without addresses, and without names of institutions in which words of the lists stand for nothing. */
export function withoutNames(text: string): string {
  return (
    withoutPeople(text)
      .replace(
        /\bSecret Labs\b|\b[A-Z]{1,2}-\d{4,6}\b|\b(?!Non|No|Not)\p{Lu}\p{Ll}+\p{Lu}\w*|\(registered (?:@|at|in|with) (?:the )?(?:\p{Lu}[\p{L}.]+,? |of )+no\.? ?\d+\)|\beasy[- ]to[- ]use\b|\bhosted here on GitHub\b|\b(?:\d{1,2}(?:st|nd|rd|th)? )?May (?:\d{1,2}(?:st|nd|rd|th)?,? )?\d{4}\b|\b[A-Z]{2} \d{5}(?:-\d{4})?(?:,? USA)?\b|\bReserved Font Names?\b|\$\w+\$|\$\{\w+\}|\[[^\]]{0,60}(?:\]|$)/gu,
        ' ',
      )
      // A letter with an accent ends a word for the lists: "Iñaki" holds no "I".
      .replace(/\p{L}*[À-ž]\p{L}*/gu, ' ')
      .replace(/<?(?:git\+)?(?:https?|git|ftp|ssh):\/\/\S+>?|\bwww\.\S+|\S+@\S+\.\S+/gi, ' ')
      .replace(
        /\bpublic[- ]domain\b|\bopen[- ]source\b|\b(?:un)?expired copyrights?\b|\bcopyright (?:holders?|owners?|notices?)\b|\b(?:Institute|Department|Ministry|School|Academy|Agency|Laborator(?:y|ies)|Universit\w+|College|Center|Centre|Bureau) (?:of|for)(?: the)?(?: (?:[A-Z]\w+|and|of))+|(?:\b[A-Z]\w+ )+(?:Company|Business|Institute|Organi[sz]ation|Agency|School|Academy|Research(?: Center)?)\b|(?:\b[A-Z][\w&.-]*,? )+(?:Foundation|Inc|Corp|Corporation|Ltd|Limited|LLC|GmbH|Co|University|Group|Team|Project|Authors|Contributors|Technolog(?:y|ies)|Association|Consortium|Services)\b/g,
        ' ',
      )
  );
}

/** What a Chinese sentence states when it tells of origins, authors and thanks. */
const tellsInChinese =
  /(?:由|被|是由).{1,30}(?:开发|维护|编写|创建|发起|移植|翻译|生成|提供|撰写)|(?:参考|借鉴|移植|改编|改写|衍生|翻译|来源于|来自|取自|源自|摘自|修改自|派生|fork)|(?:感谢|致谢|鸣谢)|^(?:作者|贡献者|维护者|项目(?:地址|主页)|官网|主页|仓库|版本|日期)[:：]/i;
/** Words with which terms are made in Chinese. */
export const termsInChinese =
  /[禁仅须商费钱元权请勿莫别否必需应当可能准许允若如凡]|不|只|使用|用于|用户|您|你|任何|所有人|许可|协议|法|企业|公司|单位|机构|组织|政府|军|员工|会员|客户|学习|研究|教育|个人|内部|试用|学生|教学|交流|商|盈利|营利|牟利|购买|付|收|售|卖|授|责|违|限|条件|条款|为准|冲突|范围|保留|删除|去除|修改版|分发|发布|传播|转载|联系|注明|告知|标注|声明|赞助|捐|登记|注册|备案|遵|后果|承担|同意|承诺|未经|除非|除了|之前|之后|以内|期|截|欧|国|境|地区|禁/;

/** Is it such a sentence in Chinese? */
export function isMereStatementInChinese(text: string): boolean {
  if (text.length > 120 || !/\p{Script=Han}/u.test(text)) return false;
  if (/[^\p{Script=Han}\p{Script=Latin}\p{Script=Common}]/u.test(text)) return false;
  const latin = text.replace(/\p{Script=Han}/gu, ' ').replace(/https?:\S+/g, ' ');
  if (isOtherLanguage(latin) || [binding, acts, limits, law].some(words => words.test(latin))) return false;
  return tellsInChinese.test(text) && !termsInChinese.test(text);
}

/** Words of disclaimers, which are never new terms for those who use the work. */
const disclaimerWords = new Set(
  `a advised action against all an and any are arising as assume at author authors authors' basis be been but by caused
  claim claims code come comes condition conditions connection consequences consequential contract contributor contributors
  copyright correction cost damage damages data dealings defective direct disclaim disclaimed disclaims distributed
  documentation either entire even event exemplary express expressed file files fitness for free from furnished goods
  held holder holders hope however if implied implicit in inability incidental including indirect infringement
  interruption is it its kind liability liable library limitation limited loss losses made maintainer maintainers makes
  material materials merchantability merchantable negligence no non noninfringement not of on or organization other
  otherwise out owner owners package particular parties party performance possibility procurement product profits
  program programs project projects prove provided punitive purpose quality regard regarding repair representations
  resulting risk script scripts servicing shall services software special strict substitute suitability such that the
  their theory there these this those title to tort use useful warranties warranty was way were what whatever whatsoever
  whether which will with without work works you your university regents institute guarantee guarantees about accuracy
  correctness completeness reliability anything happens using from under circumstances way hold held responsible
  responsibility disclaimer font inability right rights patent trademark general offered hereby includes`
    .trim()
    .split(/\s+/),
);

/** "This file comes as is, without any warranty": a disclaimer in free words. Its blanks are single. */
export function isDisclaimer(text: string): boolean {
  if (text.length > 1_500) return false;
  if (
    !/\bas[- ]is\b|without (?:any )?(?:expressed |express |implied |or |even the implied )*(?:warrant|guarant|representation)|\bno (?:warrant|guarant|representation)|disclaim|liable|\bwarrant(?:y|ies) of MERCHANTABILITY/i.test(
      text,
    )
  )
    return false;
  // "Not for use in ...", "for no purpose other than ...": no disclaimers.
  if (
    /(?<!inability )\bto use\b|\bnot (?!limited|be (?:held )?(?:liable|responsible))|\b(?:for|to) no\b|\bfor use\b|\buse (?:is|in|for|by|shall|to)\b|other than|\bno use|\bprovided (?:to|for|that|if)\b|\bdistributed (?:to|for|if)\b|\bfree\b/i.test(
      text,
    )
  )
    return false;
  const words = text.toLowerCase().match(/[\p{L}']+/gu) ?? [];
  return words.every(word => disclaimerWords.has(word));
}
