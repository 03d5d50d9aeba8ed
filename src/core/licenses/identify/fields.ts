import { isMereName } from './mere-names.ts';
import { mentionsIn } from './names.ts';

const key = `(?:original |upstream |project |source |full |main |primary |package |library |component )?(?:home ?-?page|web ?-?site|site|urls?|links?|source(?: code)?|sources|code|repository|repo|git|github|gitee|download|origin|upstream|authors?|maintainers?|contributors?|(?:core |lead |main )?developers?|functions?|class|method|credits?|contact|e-?mail|names?|versions?|package|component|module|library|project|path|paths|location|files?|director(?:y|ies)|folder|description|summary|date|released?|commit|revision|tag|copyright(?: notice)?s?|copyright holders?|licen[cs]es?(?: name| type| url| file| text| information)?|spdx|docs|documentation|bug reports|used (?:in|by)|supported (?:browsers|platforms|versions)|browsers?|platforms?|tested (?:on|with|in)|brief|overview|modules|作者|主页|项目地址|项目主页|仓库地址|仓库|地址|官网|版本|名称|项目名称|来源|邮箱|许可证|开源协议|协议|版权|版权所有|开源地址|源码地址)`;
const fieldStart = new RegExp(
  String.raw`(?:^|[\s,;|])[-*:@]?\**(${key})\**\s*[:：]\**(?=\s|https?:|\p{Script=Han}|$)`,
  'giu',
);
const mostFields = 24;
const longestValue = 160;

/** `Home page: https://...`, `Author: Jane Doe  Version: 1.2`: a list of parts tells of each what it is. */
export function isField(text: string): boolean {
  const starts = [...text.matchAll(fieldStart)];
  const [first] = starts;
  if (!first || first.index > 3 || starts.length > mostFields) return false;
  return starts.every((match, index) => {
    const value = text.slice(match.index + match[0].length, starts[index + 1]?.index ?? text.length).trim();
    const isAbout = !/licen[cs]|许可|协议/i.test(match[1] ?? '') || isOfLicense(value);
    return value.length <= longestValue && isAbout && isValue(value);
  });
}

/** A name, an address, a date: no sentence. */
function isValue(value: string): boolean {
  if (/[.。!?；;]\s+\S/.test(value.replace(/\b(?:\p{Lu}|Inc|Ltd|Co|Corp|Jr|Dr|et al)\./gu, ' '))) return false;
  if (/\b(?:is|are|was|were|has|have|had|does|do|may|can|must|will|should)\b/i.test(value)) return false;
  return isMereName(value.replace(/\bpublic domain\b|\ball rights reserved\b|@[\w-]+/gi, ' '));
}

/** The name of a license that is known, or where its text is. */
function isOfLicense(value: string): boolean {
  const bare = value.replace(/https?:\S+/g, '');
  if (bare.length >= 60) return false;
  return (
    mentionsIn(value).length > 0 ||
    !/\p{L}/u.test(bare.replace(/\S*(?:licen[cs]e|copying|notice)\S*|public domain|\b(?:see|the|in|file)\b/gi, ' '))
  );
}

/** `Seats: 10`, `License scope: docs`: a field of a name that is not known. */
export function isStrangeField(text: string): boolean {
  return /^\W*\p{L}[\p{L} -]{0,30}[:：]\s?(?!\/\/|https?:|[:\d.]*$)[\p{L}\p{N}]/u.test(text) && !isField(text);
}
