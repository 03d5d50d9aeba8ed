import type { ServerResponse } from 'node:http';
import * as z from 'zod';
import { type StandInServer, sendJson, startServer, type Trouble } from './http-server.ts';
import { type Mangle, mangles } from './mangle.ts';

export interface OpenAIStandIn {
  readonly mangle?: Mangle;
  readonly trouble?: () => Trouble | undefined;
  readonly key?: string;
  readonly model?: string;
  /** What the model does besides translating. */
  readonly manner?:
    | 'plain'
    | 'thinks'
    | 'chats'
    | 'forgets the wrapper'
    | 'leaves out'
    | 'half a stream'
    | 'does not stream';
}

const Body = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.enum(['system', 'user', 'assistant']), content: z.string() })).min(1),
  stream: z.boolean().optional(),
});

/** Answers as an endpoint of OpenAI's chat completions does, with a model that follows the prompt of this product. */
export function startOpenAI(options: OpenAIStandIn = {}): Promise<StandInServer> {
  const { mangle = 'none', trouble = () => undefined, key, model = 'test-model', manner = 'plain' } = options;
  let cut = manner === 'half a stream';
  return startServer(trouble, async ({ method, path, headers, body, response }) => {
    if (method !== 'POST' || path !== '/v1/chat/completions')
      return sendJson(response, 404, { error: { message: 'not found' } });
    if (key !== undefined && headers.authorization !== `Bearer ${key}`)
      return sendJson(response, 401, { error: { message: 'bad key' } });
    const asked = Body.safeParse(body);
    if (!asked.success) return sendJson(response, 400, { error: { message: 'bad request' } });
    if (asked.data.model !== model)
      return sendJson(response, 404, { error: { message: `model "${asked.data.model}" not found` } });
    const answer = answerTo(asked.data.messages, mangle, manner);
    if (!asked.data.stream || manner === 'does not stream') {
      return sendJson(response, 200, {
        id: '1',
        choices: [{ index: 0, message: { role: 'assistant', content: answer } }],
      });
    }
    const half = cut;
    cut = false;
    return stream(response, half ? answer.slice(0, Math.ceil(answer.length / 2)) : answer, half);
  });
}

type Messages = z.infer<typeof Body>['messages'];

function answerTo(messages: Messages, mangle: Mangle, manner: OpenAIStandIn['manner']): string {
  const user = messages.at(-1)?.content ?? '';
  const numbered = [...user.matchAll(/<s id="(\d+)">([\s\S]*?)<\/s>/g)];
  if (numbered.length === 0) {
    // Hunyuan-MT: the text stands behind the instruction.
    const text = mangles[mangle](user.slice(user.indexOf('\n\n') + 2));
    return manner === 'chats' ? `Here is the translation:\n${text}` : text;
  }
  const kept = manner === 'leaves out' && numbered.length > 1 ? numbered.slice(1) : numbered;
  const segments = kept.map(([, id = '', text = '']) => {
    const translated = mangles[mangle](text);
    return manner === 'forgets the wrapper' && numbered.length === 1 ? translated : `<s id="${id}">${translated}</s>`;
  });
  const answer = segments.join('\n');
  if (manner === 'thinks') return `<think>The user wants <s id="1">wrong</s> me to translate.\n</think>\n\n${answer}`;
  return manner === 'chats' ? `Sure! Here is the translation:\n\n${answer}\n\nLet me know if you need more.` : answer;
}

/** Server-sent events of some letters each, as models give them. */
async function stream(response: ServerResponse, text: string, breakOff: boolean): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const event = (delta: object) => response.write(`data: ${JSON.stringify({ choices: [{ index: 0, delta }] })}\n\n`);
  event({ role: 'assistant', content: '' });
  event({ reasoning_content: 'thinking' });
  for (let at = 0; at < text.length; at += 24) event({ content: text.slice(at, at + 24) });
  if (breakOff) {
    response.write('data: {"choices":[{"index":0,"del');
    // What was written has to leave before the line breaks.
    await new Promise(resolve => setImmediate(resolve));
    response.socket?.destroy();
  } else response.end('data: [DONE]\n\n');
}
