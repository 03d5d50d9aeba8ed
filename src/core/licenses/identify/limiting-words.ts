/** Duty, permission, refusal, money, in English and Chinese: the words with which conditions are made. */
const conditions =
  /\b(?:no|not|only|must|shall|cannot|prohibit\w*|forbid\w*|without|permission|prior|require[sd]?|except|unless|limit(?:s|ed|ing|ations?|less)?|restrict\w*|fees?|pay(?:s|ing|ment\w*)?|royalt\w*|charge\w*|sell(?:s|ers?|ing)?|sale|sold|buy|bought|purchas\w*|cost|costs|agree\w*|condition\w*|provided that|obtain|approv\w*|consent|warn(?:s|ed|ings?)?|responsib\w*|keep|retain\w*|display\w*|logos?|credit|donat(?:e|es|ed|ing|ions?|ors?)|regist(?:er|ration)\w*|notify|allow(?:s|ed)?|disallow\w*|commercial\w*|competit\w*|hosting|per ?cent|%|illegal\w*|nda|secrets?(?! labs)|belongs? to|frown\w*|stays?|comply|abide|liab\w*|reserves?|compan(?:y|ies) (?:with|that|of)|employees|revenue|territor\w*|countr(?:y|ies)|void|terminat\w*|revok\w*)\b|禁|不得|不能|不可|仅|只能|须|必须|商|授权|责任|违反|违法|收费|付费|购买|盈利|同意|限制|条件|需要|应当|保留|联系|注明|告知|赞助|捐赠|登记|备案|遵守|后果|承担|承诺|请(?!参|先?(?:仔细|详细)?(?:阅读|查阅|查看))|未经|除非|不允许|删除/i;
/** Words that say what for or by whom a work may be used, in lines too short for a verb. */
export const purposes =
  /\b(?:startups?|schools?|empires?|educat\w*|students?|teach\w*|study|learn\w*|research\w*|personal|internal|academ\w*|evaluat\w*|trial|non|nonprofit|profit\w*|government\w*|military|citizens?|use|usage|users?)\b|学习|研究|教育|个人|内部|试用|学生|教学|交流/i;
/** Words that set a limit of persons, time or place in a sentence that otherwise tells of origins or grants a license. */
export const toWhomAndWhen =
  /(?<!all rights )\breserved(?! font)|\b(?:members?|customers?|clients|subscri\w+|sponsors?|backers?|patrons|until|expir\w+|confidential\w*|trial|inside|outside|within|european union(?! public)|eu|prc|schools?|students?|universit(?:y|ies) only|(?:property|secrets?) of|days|months?|end of (?:the year|\d{4})|natural persons?|(?<!many )individuals|(?:first|next|previous|earlier|older|future) (?:versions?|releases?)|employees?|startups?|(?:after|for|within|in) (?:(?!the\b)\w+ ){0,3}(?:years?|weeks?|hours?))\b|会员|客户|订阅|截至|期限|欧盟/i;
/**
 * The most usual words of limits in other languages of software's authors. Sentences in these languages are not
 * understood here: a short one without any such word is still taken for a heading or a name.
 */
const inOtherLanguages =
  /\b(?:nur|nicht|kein\w*|ausschlie\w*|kommerziell\w*|nichtkommerziell\w*|gewerblich\w*|verboten|untersagt|nutzung|zustimmung|genehmigung|privat\w*|uniquement|seulement|interdit\w*|autorisation|sauf|aucune?|usage|prohibid\w*|prohibit[oa]|comercial\w*|s[oó]lo para|[uú]nicamente|permiso|soltanto|esclusivamente|vietat[oa]|divieto|commerciale|apenas|somente|proibid\w*|tylko|wy[lł][aą]cznie|zabronion\w*|zakaz\w*|komercyjn\w*|niekomercyjn\w*|alleen|verboden|commercieel)(?![\p{L}])|только|запре[щт]|коммерч|нельзя|разрешен|のみ|限り|限る|不可|営利|できません|ください|許可|禁止|금지|비상업|상업|허락|개인|용도/iu;

/** Whether a text holds any word with which conditions are made. */
export function limits(text: string): boolean {
  return conditions.test(text) || inOtherLanguages.test(text);
}
/** Words of offers and of exceptions that names of works and of people hardly hold: "core, ee and house license". */
export const offers = /\b(?:seats?|firms?|house|ee|dues|but)\b/i;
