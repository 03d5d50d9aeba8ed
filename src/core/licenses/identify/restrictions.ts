/**
 * Words that take back what an open-source license grants, in English and Chinese, as found in license files and
 * READMEs of real projects (JeecgBoot, Dify, Yao, gin-vue-admin, lx-music, HunyuanVideo and others).
 */
const restricting: readonly RegExp[] = [
  /禁止商用|严禁.{0,12}商|(?:不得|不能|不可|不允许|禁止|请勿|勿)[^。;；\n]{0,16}(?:商业|商用|盈利|营利|牟利)|商用请|商业授权|商业许可|商用授权|付费授权|授权费/,
  /仅(?:供|限|可)(?:个人)?(?:学习|研究|非商业|个人|教育|参考)|只(?:能|可|允许)用于(?:学习|个人|非商业)|学习交流|24\s*小时(?:内)?.{0,4}(?:删除|清除)/,
  /非商业(?!性?\s*(?:损失))|非盈利|非营利/,
  /去除版权|(?:保留|删除|去除|修改|移除).{0,10}(?:版权|标识|LOGO|logo|水印|署名|页脚)|未经.{0,12}(?:授权|许可|同意|允许)|须(?:事先)?(?:获得|取得|购买|申请)|(?:购买|获得|申请|联系).{0,6}授权/,
  /不得.{0,24}(?:竞争|同类|类似|再次发行|转售|倒卖|出售|销售)|禁止.{0,12}(?:转售|倒卖|出售|销售|二次)|多租户|SaaS/,
  /补充(?:协议|条款|申明|声明|说明)|附加(?:条款|条件|限制)|额外(?:条款|条件|限制)|如有冲突.{0,12}为准|以.{0,12}(?:协议|声明|条款)为准|最终解释权/,
  /(?:must|shall|may|can|should)\s*not\b.*\b(?:commercial|sell|resell|compet|sublicense|redistribut|saas|hosted|remove)|\bcannot be (?:used|sold)|not (?:permitted|allowed)|\b(?:prohibit|forbid)/i,
  /additional (?:conditions?|terms|restrictions?|limitations?)|supplement(?:al|ary)? (?:terms|agreement|license)|in addition to the (?:above|license)/i,
  /\bnon-?\s?commercial|\bcommercial (?:use|licen[cs]e|purpose|authori[sz]ation|product)|for commercial|commercially/i,
  /competitive with|\bcompet(?:e|ing|itor)|multi-?tenant|\bSaaS\b|hosted service|managed service|as a service/i,
  /(?:personal|educational|academic|research|internal|evaluation|private)(?:\s*(?:or|and|,|\/)\s*\w+)*\s+(?:use|purposes?)\s+only|only\s+(?:for|be used for)\s+(?:personal|educational|academic|research|evaluation|learning|study)|(?:study|learning|education)(?:al)? (?:use|purposes?) only|free for (?:personal|non)/i,
  /not apply in the European Union|EXCLUSIVELY with|does not extend to|excluded territor/i,
  /(?:written|prior|explicit) (?:permission|consent|authori[sz]ation|approval)|obtain (?:a |an )?(?:separate )?(?:commercial )?(?:licen[cs]e|permission|authori[sz]ation)/i,
  /\b(?:military|weapons?|nuclear|surveillance|996|good, not evil)\b/i,
];

/** Sentences of the standard texts and look-alikes that restrict nothing. */
const lookAlikes =
  /允许商用|可(?:以)?(?:免费)?商用|可用于商业|商业(?:损失|秘密)|适销性|(?:including|both)[^.]{0,40}commercial|free for (?:both )?(?:personal and )?commercial|commercial and non-?commercial|permitted for commercial|(?:can|may) use it (?:for|in) commercial|for any purpose,? (?:including )?commercial/i;

/** Does the sentence limit what the license beside it allows? */
export function isRestricting(sentence: string): boolean {
  return restricting.some(pattern => pattern.test(sentence)) && !isAllowing(sentence);
}

/** Does it say what is allowed, in words that limits use too? */
export function isAllowing(sentence: string): boolean {
  return lookAlikes.test(sentence) && !/禁止|不得|严禁|\bnot\b/i.test(sentence);
}

/**
 * Limits that can only be meant of the work itself, wherever a README says them. Narrower than what counts beside a license:
 * a README also praises features ("multi-tenant SaaS") and invites to groups (学习交流群).
 */
const limits = new RegExp(
  [
    '(?:禁止|严禁|不得|不可|不允许|请勿|勿|切勿|不能)[^。;；\\n]{0,16}(?:商用|商业(?:用途|使用|目的|行为)|盈利|营利|牟利)',
    '仅(?:供|限|可)(?:用于)?(?:个人)?(?:学习|研究|非商业|个人|教育|教学|参考|测试)(?!交流群|群)',
    '商(?:用|业使用|业用途)[^。;；\\n]{0,8}(?:请|需|须|必须|应)[^。;；\\n]{0,12}(?:联系|授权|购买|许可|同意|付费)',
    '(?:去除|删除|修改|移除|去掉)[^。;；\\n]{0,6}(?:版权|署名|页脚|标识|LOGO)[^。;；\\n]{0,10}(?:须|需|请|授权|购买)',
    '(?:不得|禁止|请勿|不可|不要)[^。;；\\n]{0,6}(?:去除|删除|修改|移除|去掉)[^。;；\\n]{0,8}(?:版权|署名|页脚|标识|LOGO)',
    '24\\s*小时(?:之?内)[^。;；\\n]{0,4}(?:删除|清除)',
    '\\b(?:no|not for|without) (?:any )?(?:commercial|business) (?:use|purposes?)',
    '\\b(?:licen[cs]ed?|free|only|use[ds]?|available)\\b[^.\\n]{0,40}\\bnon-?\\s?commercial',
    '\\bnon-?\\s?commercial (?:use )?(?:only|licen[cs]e)',
    '\\bfor (?:personal|private|research|academic|educational?|learning|study|evaluation|reference)(?:(?:,| and| or|\\/)+ ?\\w+)* (?:use|purposes?) only',
    '\\b(?:only|solely|exclusively) (?:be used )?for (?:personal|private|research|academic|educational|learning|study|evaluation)\\b(?! data)',
    '\\bno (?:hosting|resale|reselling|redistribution)\\b',
    '\\b(?:buy|purchase|acquire) (?:a |an |the |your )?(?:commercial |business |enterprise )?licen[cs]e',
    '\\bfree for (?:personal|private|non|academic|educational|students)',
    '\\b(?:commercial (?:use|usage|users?)|compan(?:y|ies)|firms?|business(?:es)?|enterprises?|organi[sz]ations?) (?:of [^.\\n]{1,30} )?(?:needs?|requires?|must|have to|has to|should|shall|please|pays?)\\b[^.\\n]{0,40}(?:licen[cs]e|permission|subscription|contact|seat|authori[sz]ation|fee|EUR|USD|\\$|€)',
    '\\b(?:may|must|can|shall|should) ?not be (?:used|sold|redistributed) (?:for|in|by) (?:commercial|business|compan)',
    '\\b(?:nur|ausschließlich) für (?:den )?(?:privat|nicht-?kommerziell|persönlich|Forschung|Lehr)|\\bkostenpflichtig|\\busage commercial (?:payant|interdit|soumis)',
  ].join('|'),
  'gi',
);

/** Where a text without any heading on licenses limits the use of the work. Offsets in UTF-16 units, at most 20. */
export function limitsIn(text: string): readonly (readonly [start: number, end: number])[] {
  return [...text.matchAll(limits)].slice(0, 20).map(({ 0: found, index }) => [index, index + found.length] as const);
}
