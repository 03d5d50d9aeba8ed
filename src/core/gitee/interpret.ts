import type { Failure } from '../model.ts';
import { isLimitAnswer, retryAfterOf } from './layers/budget.ts';
import type { Answer, Reply } from './request.ts';
import { limited, unanswered } from './sentences.ts';
import type { Site } from './site.ts';

/** What a reply says: JSON, "still the same", or why there is nothing. */
export type Interpreted =
  | {
      readonly kind: 'json';
      readonly value: unknown;
      readonly headers: Answer['headers'];
      readonly validator: string | undefined;
    }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'failed'; readonly failure: Failure };

export interface Asked {
  readonly site: Site;
  readonly url: URL;
  readonly signedIn: boolean;
  /** Epoch ms. */
  readonly now: number;
}

export function interpret(reply: Reply, asked: Asked): Interpreted {
  if (reply.kind === 'unanswered') {
    return { kind: 'failed', failure: unanswered(asked.site, asked.url, reply, asked.signedIn) };
  }
  if (reply.status === 304) return { kind: 'unchanged' };
  const text = textOf(reply.body);
  const json = parseJson(text);
  if (reply.status >= 200 && reply.status < 300 && json !== undefined) {
    return { kind: 'json', value: json.value, headers: reply.headers, validator: reply.headers.etag };
  }
  return { kind: 'failed', failure: failureOf(reply, text, json !== undefined, asked) };
}

function failureOf(answer: Answer, text: string, isJson: boolean, asked: Asked): Failure {
  const { site, signedIn, now } = asked;
  const { status } = answer;
  if (isLimitAnswer(answer)) {
    const pause = retryAfterOf(answer, now);
    return limited(site, signedIn, pause === undefined ? undefined : now + pause);
  }
  if (isWebPage(answer, text)) return webPage(status, text, asked);
  if (status === 404 && isJson) {
    return {
      kind: 'not-found',
      message: `${site.label} has nothing at this address. It may have moved or become private.`,
    };
  }
  // GitCode's word for a missing token is "Invalid header parameter: private-token".
  if (status === 401 || (status < 500 && /private-token/i.test(text)))
    return { kind: 'forbidden', message: needsSignIn(asked) };
  if (status === 403) return { kind: 'forbidden', message: isPrivate(asked) };
  if (status === 451) {
    return { kind: 'forbidden', message: `${site.label} may not show this for legal reasons.` };
  }
  if (status === 407) {
    return { kind: 'unreachable', message: 'The proxy asks for a password. Check the proxy settings.' };
  }
  if (status >= 500) {
    return {
      kind: 'unreachable',
      message: `${site.label} has trouble at the moment (error ${status}). Retry in a while.`,
    };
  }
  if (status >= 200 && status < 300) {
    return { kind: 'unreachable', message: `The answer of ${asked.url.host} was cut off or damaged. Retry.` };
  }
  return { kind: 'changed-shape', message: `${site.label} refused the request (${status}). An update may be needed.` };
}

function needsSignIn({ site, signedIn }: Asked): string {
  return signedIn
    ? `The ${site.label} token does not allow this. Make a new one at ${site.tokenPage}.`
    : `${site.label} shows this only to signed-in users. Sign in with a token from ${site.tokenPage}, or open it there.`;
}

function isPrivate({ site, signedIn }: Asked): string {
  return signedIn
    ? `Your ${site.label} account may not see this.`
    : `${site.label} does not show this to everybody. Sign in if you have access to it.`;
}

function isWebPage({ headers }: Answer, text: string): boolean {
  return /html/i.test(headers['content-type'] ?? '') || /^\s*<(!doctype|html|head|body|script)/i.test(text);
}

/** Firewalls, captive portals and wrong addresses all answer with a web page where data was asked for. */
function webPage(status: number, text: string, { site, url }: Asked): Failure {
  if (/验证码|安全验证|captcha|waf|访问被拦截|security check/i.test(text) || status === 405) {
    const what = `${site.label}'s firewall answered with a security check instead of data.`;
    return { kind: 'unreachable', message: `${what} Open ${site.web} in a browser, or try from another network.` };
  }
  if (status >= 500) {
    return {
      kind: 'unreachable',
      message: `${site.label} has trouble at the moment (error ${status}). Retry in a while.`,
    };
  }
  const what = `${url.host} answered with a web page instead of data.`;
  return {
    kind: 'unreachable',
    message: `${what} Check the base URL setting, and whether the network wants a sign-in in the browser first.`,
  };
}

function textOf(bytes: Uint8Array): string {
  // Drops a byte order mark; bytes that are no UTF-8 become replacement characters and fail later, if they matter.
  return new TextDecoder('utf-8').decode(bytes);
}

/** JSON may be `null`, so the value comes wrapped. */
function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
