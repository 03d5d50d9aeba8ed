import * as z from 'zod';
import { type StandInServer, sendJson, startServer, type Trouble } from './http-server.ts';
import { type Mangle, mangles } from './mangle.ts';

export interface DeepLStandIn {
  readonly mangle?: Mangle;
  readonly trouble?: () => Trouble | undefined;
  readonly key?: string;
  readonly tooFew?: boolean;
}

const Body = z.object({
  text: z.array(z.string()).max(50),
  source_lang: z.string().optional(),
  target_lang: z.enum(['EN-US', 'EN-GB', 'DE', 'FR', 'ES', 'IT', 'PL', 'ZH-HANS', 'PT-PT', 'PT-BR']),
  tag_handling: z.enum(['xml', 'html']).optional(),
});

/** Answers as DeepL does: https://developers.deepl.com/docs/api-reference/translate. */
export function startDeepL({
  mangle = 'none',
  trouble = () => undefined,
  key,
  tooFew = false,
}: DeepLStandIn = {}): Promise<StandInServer> {
  return startServer(trouble, ({ method, path, headers, body, response }) => {
    if (method !== 'POST' || path !== '/v2/translate') return sendJson(response, 404, { message: 'Not found' });
    if (key !== undefined && headers.authorization !== `DeepL-Auth-Key ${key}`)
      return void response.writeHead(403).end();
    const asked = Body.safeParse(body);
    if (!asked.success) return sendJson(response, 400, { message: 'Bad request. Reason: Value not supported.' });
    const { text, tag_handling } = asked.data;
    if (tag_handling === 'xml' && !text.every(isWellFormed)) {
      return sendJson(response, 400, { message: 'Tag handling parsing failed, please check input.' });
    }
    const translations = text.map(each => ({ detected_source_language: 'ZH', text: mangles[mangle](each) }));
    return sendJson(response, 200, { translations: tooFew ? translations.slice(1) : translations });
  });
}

/** Strict, as version 2 of the tag handling is. */
function isWellFormed(text: string): boolean {
  const open: string[] = [];
  for (const [, close, name = '', , single] of text.matchAll(/<(\/?)([a-z]+)((?:\s+[a-z]+="[^"<]*")*)\s*(\/?)>/g)) {
    if (close) {
      if (open.pop() !== name) return false;
    } else if (!single) open.push(name);
  }
  const rest = text.replace(/<\/?[a-z]+(?:\s+[a-z]+="[^"<]*")*\s*\/?>/g, '').replace(/&(?:lt|gt|amp|quot|apos);/g, '');
  return open.length === 0 && !/[<&]/.test(rest);
}
