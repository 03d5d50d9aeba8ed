import type { Sentence } from '../model.ts';
import { inEnglish, joined, say } from '../sentences/index.ts';

/**
 * What common Chinese sentences beside a license mean: a glossary for those who cannot read them. Each meaning was
 * written from sentences in license files and READMEs of real projects; it is the gist, no translation to rely on.
 */
const meanings: readonly (readonly [pattern: RegExp, meaning: Sentence])[] = [
  [
    /禁止商用|严禁.{0,12}商|(?:不得|不能|不可|不允许|禁止|请勿)[^。;；\n]{0,16}(?:商业|商用|盈利|营利|牟利)/,
    say('no commercial use'),
  ],
  [
    /商用请|商业(?:使用|用途)?[^。\n]{0,10}(?:请|需|须)|(?:购买|获得|申请|联系)[^。\n]{0,10}授权|商业授权|商用授权|付费授权/,
    say('commercial use needs a license from the author'),
  ],
  [/员工|年收入|年营收|营业额/, say('companies above a certain size need a paid license')],
  [
    /仅(?:供|限|可)[^。\n]{0,8}(?:学习|研究|参考|个人)|只(?:能|可|允许)用于(?:学习|个人)|学习交流/,
    say('for learning, research or personal use only'),
  ],
  [/24\s*小时/, say('to be deleted within 24 hours')],
  [/非商业|非盈利|非营利/, say('for non-commercial purposes')],
  [
    /(?:保留|去除|删除|修改|移除|篡改)[^。\n]{0,12}(?:版权|标识|LOGO|logo|水印|署名)/,
    say('copyright notices, names or logos have to stay'),
  ],
  [/不得[^。\n]{0,30}(?:竞争|同类|类似)/, say('no similar or competing product may be made from it')],
  [/(?:不得|禁止|严禁)[^。\n]{0,24}(?:转售|倒卖|出售|销售|转卖)/, say('it may not be sold on')],
  [/多租户|SaaS/i, say('offering it to several customers as a service is limited')],
  [/未经[^。\n]{0,12}(?:授权|许可|同意|允许)/, say('needs permission beforehand')],
  [/补充(?:协议|条款|申明|声明|说明)|附加(?:条款|条件|限制)|额外(?:条款|条件|限制)/, say('adds terms to the license')],
  [/如有冲突[^。\n]{0,16}为准/, say('these terms go before the license where they differ')],
  [/最终解释权/, say('the author keeps the right to interpret the terms')],
  [/中华人民共和国(?:法律|法)|中国法律/, say('governed by the law of the People’s Republic of China')],
  [/法院管辖|人民法院|仲裁/, say('names a court or an arbitration for disputes')],
  [/违法|非法|法律法规/, say('not for unlawful purposes')],
  [
    /禁止[^。\n]{0,16}(?:二次|修改|分发|发布)|不得[^。\n]{0,16}(?:二次|分发|再次发行|发布)/,
    say('changing it or passing it on is limited'),
  ],
  [/任选其一|双重许可|双许可|任意选择|二选一/, say('one may choose between licenses')],
  [/允许商用|可(?:以)?(?:免费)?商用|可用于商业/, say('commercial use is allowed')],
  [/木兰宽松许可证/, say('Mulan Permissive Software License')],
  [/木兰公共许可证/, say('Mulan Public License (copyleft)')],
];

/** What a Chinese text says of a license, as far as the glossary knows it; `undefined` where it knows nothing. */
export function meaningOf(text: string): Sentence | undefined {
  if (!/\p{Script=Han}/u.test(text)) return undefined;
  const found = meanings.filter(([pattern]) => pattern.test(text)).map(([, meaning]) => meaning);
  return found.length > 0 ? joined(found, '; ') : undefined;
}

/** The same in English. */
export function gistOf(text: string): string | undefined {
  const meaning = meaningOf(text);
  return meaning && inEnglish(meaning);
}
