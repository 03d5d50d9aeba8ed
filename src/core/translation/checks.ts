import { countHan } from '../readme/index.ts';
import { usesHan } from './languages.ts';

/** Why an answer cannot be used. */
export type Fault =
  /** Nothing came back, or it says nothing. */
  | 'missing'
  /** A protected piece was lost, doubled or torn. */
  | 'damaged'
  /** A name came back changed or not at all. */
  | 'name-lost'
  /** Something that is no translation: a preface, a remark, a refusal, an address that was not there. */
  | 'chatter'
  /** Still in the language that it came from. */
  | 'untranslated';

export interface Checked {
  readonly source: string;
  readonly answer: string;
  readonly to: string;
  /** Whether names have to be there letter by letter. */
  readonly names: boolean;
}

/** Longest answer for a text, both in UTF-16 units: a Chinese character takes about three letters, seldom six. */
function longestAnswer(source: string): number {
  return source.length * 8 + 60;
}

const chatter =
  /^(?:sure|certainly|of course|absolutely|okay|ok|great)\b\s*[,!.:]|^here(?:['’]s| is| are)\b|^(?:the )?translat(?:ion|ed text)\b[^.]{0,30}:|^(?:note|output)\s*:\s*(?:i|the translation|this is a translation)\b/i;
const chatterEnd = /\b(?:let me know if|hope this helps|is there anything else|i can help|feel free to ask)\b/i;
const refusal =
  /^(?:i(?:['’]m| am) (?:sorry|unable)|i (?:cannot|can['’]t|won['’]t) (?:assist|help|translate|comply)|as an ai\b)/i;
/** Sources whose translation may well begin like chatter. */
const politeSource = /^(?:当然|好的|没问题|以下|下面|这里|这是|如下|此处|译文|翻译|抱歉|很抱歉|对不起|注意|太)/;
const address = /(?:https?:\/\/|www\.)[^\s]+/i;

/** What is wrong with the words of an answer; marks are checked when it is read. `undefined` when it can be used. */
export function faultOf({ source, answer, to, names }: Checked): Fault | undefined {
  const text = answer.trim();
  if (text === '' || !/[\p{L}\p{N}]/u.test(text)) return 'missing';
  if (text.length > longestAnswer(source) || /\n\s*\n/.test(text)) return 'chatter';
  if (!politeSource.test(source.trim()) && (chatter.test(text) || refusal.test(text))) return 'chatter';
  if (chatterEnd.test(text) && !/帮助|联系|告诉|询问|咨询|反馈/.test(source)) return 'chatter';
  if (address.test(text) && !address.test(source)) return 'chatter';
  if (!usesHan(to) && countHan(text) > Math.max(2, countHan(source) * 0.3)) return 'untranslated';
  if (names && namesIn(source).some(name => !text.includes(name))) return 'name-lost';
  return undefined;
}

/** Words that are names and no English: humps, digits, capitals. */
export function namesIn(text: string): readonly string[] {
  const words = text.match(/(?<![\w])[A-Za-z][A-Za-z\d]*[+#]{0,2}/g) ?? [];
  return words.filter(word => /[a-z][A-Z]|[A-Za-z]\d|^[A-Z]{2,}|[+#]$/.test(word));
}
