/** What a model thinks aloud is no part of its answer. An unfinished thought is all that there is. */
export function withoutThinking(text: string): string {
  return text
    .replace(/<(think|thinking|reasoning)>[\s\S]*?<\/\1>/gi, '')
    .replace(/^[\s\S]*<\/(?:think|thinking|reasoning)>/i, '')
    .replace(/<(?:think|thinking|reasoning)>[\s\S]*$/i, '');
}

/** Finds finished `<s id="N">...</s>` elements; what a model says around them is chatter and is passed over. */
export function* numberedSegments(text: string): Generator<{ readonly id: number; readonly text: string }> {
  for (const [, id = '', inner = ''] of text.matchAll(/<s id=["']?(\d+)["']?\s*>([\s\S]*?)<\/s>/g)) {
    yield { id: Number(id), text: inner.trim() };
  }
}

const refusal =
  /^(?:i(?:['’]m| am) (?:sorry|unable|not able)|i (?:cannot|can['’]t|won['’]t)|sorry,|as an ai\b|(?:很)?抱歉|对不起|作为一个?(?:ai|人工智能)|我(?:无法|不能))/i;
const preface =
  /^(?:(?:sure|certainly|of course|okay|ok|absolutely)[!,.][^\n:]{0,80}[:：]?\s*\n+|(?:sure|certainly|of course|okay|ok)[!,.][^\n:：]{0,80}[:：]\s*|here(?: is|['’]s| are)[^\n:：]{0,80}[:：]\s*|(?:the )?translat(?:ion|ed text)[^\n:：]{0,40}[:：]\s*|(?:以下是|翻译(?:如下|结果)?)[^\n:：]{0,30}[:：]\s*)/i;
const postscript = /\n+\s*(?:\(?note\b|please (?:note|let me)|let me know|i (?:hope|have)|if you\b|注[:：])[\s\S]*$/i;
const fence = /^```[a-z]*\n([\s\S]*?)\n```$/i;

/** The translation out of an answer that should be nothing else; `undefined` for a refusal. */
export function plainAnswer(answer: string): string | undefined {
  let text = answer.trim();
  text = text.replace(preface, '').replace(postscript, '').trim();
  text = (fence.exec(text)?.[1] ?? text).trim();
  const quoted = /^(["“「])([^"“”「」]*)["”」]$/.exec(text);
  if (quoted?.[2] !== undefined) text = quoted[2];
  return text === '' || isRefusal(text) ? undefined : text;
}

/** Whether a model says that it will not translate. */
export function isRefusal(text: string): boolean {
  return refusal.test(text.trim());
}
