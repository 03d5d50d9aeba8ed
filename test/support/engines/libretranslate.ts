import * as z from 'zod';
import { type StandInServer, sendJson, startServer, type Trouble } from './http-server.ts';
import { type Mangle, mangles } from './mangle.ts';

export interface LibreTranslateStandIn {
  /** The code under which the server knows Chinese; newer ones say `zh-Hans`. */
  readonly chinese?: string;
  readonly mangle?: Mangle;
  readonly trouble?: () => Trouble | undefined;
  readonly key?: string;
  /** Answers a list with fewer texts than it has. */
  readonly tooFew?: boolean;
  /** Old servers know no lists. */
  readonly single?: boolean;
}

const Body = z.object({
  q: z.union([z.string(), z.array(z.string())]),
  source: z.string(),
  target: z.string(),
  format: z.enum(['text', 'html']).optional(),
  api_key: z.string().optional(),
});

/** Answers as a LibreTranslate server does: https://docs.libretranslate.com/api/operations/translate/. */
export function startLibreTranslate(options: LibreTranslateStandIn = {}): Promise<StandInServer> {
  const { chinese = 'zh', mangle = 'none', trouble = () => undefined, key, tooFew = false, single = false } = options;
  const codes = ['de', 'en', 'fr', chinese];
  return startServer(trouble, ({ method, path, body, response }) => {
    if (method === 'GET' && path === '/languages') {
      return sendJson(
        response,
        200,
        codes.map(code => ({ code, name: code, targets: codes.filter(other => other !== code) })),
      );
    }
    const asked = Body.safeParse(body);
    if (method !== 'POST' || path !== '/translate') return sendJson(response, 404, { error: 'Not found' });
    if (!asked.success) return sendJson(response, 400, { error: 'Invalid request: missing q parameter' });
    const { q, source, target, api_key } = asked.data;
    if (key !== undefined && api_key !== key) return sendJson(response, 403, { error: 'Invalid API key' });
    for (const code of [source, target]) {
      if (!codes.includes(code)) return sendJson(response, 400, { error: `${code} is not supported` });
    }
    if (typeof q === 'string') return sendJson(response, 200, { translatedText: mangles[mangle](q) });
    if (single) return sendJson(response, 400, { error: 'Invalid request: q has to be a string' });
    const texts = q.map(text => mangles[mangle](text));
    return sendJson(response, 200, { translatedText: tooFew ? texts.slice(1) : texts });
  });
}
