import type { Failure, Told } from '../model.ts';
import { told } from '../sentences/index.ts';
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
      ...told('{0} has nothing at this address. It may have moved or become private.', site.label),
    };
  }
  // GitCode's word for a missing token is "Invalid header parameter: private-token".
  if (status === 401 || (status < 500 && /private-token/i.test(text)))
    return { kind: 'forbidden', ...needsSignIn(asked) };
  if (status === 403) return { kind: 'forbidden', ...isPrivate(asked) };
  if (status === 451) {
    return { kind: 'forbidden', ...told('{0} may not show this for legal reasons.', site.label) };
  }
  if (status === 407) {
    return { kind: 'unreachable', ...told('The proxy asks for a password. Check the proxy settings.') };
  }
  if (status >= 500) {
    return {
      kind: 'unreachable',
      ...told('{0} has trouble at the moment (error {1}). Retry in a while.', site.label, status),
    };
  }
  if (status >= 200 && status < 300) {
    return { kind: 'unreachable', ...told('The answer of {0} was cut off or damaged. Retry.', asked.url.host) };
  }
  return {
    kind: 'changed-shape',
    ...told('{0} refused the request ({1}). An update may be needed.', site.label, status),
  };
}

function needsSignIn({ site, signedIn }: Asked): Told {
  return signedIn
    ? told('The {0} token does not allow this. Make a new one at {1}.', site.label, site.tokenPage)
    : told(
        '{0} shows this only to signed-in users. Sign in with a token from {1}, or open it there.',
        site.label,
        site.tokenPage,
      );
}

function isPrivate({ site, signedIn }: Asked): Told {
  return signedIn
    ? told('Your {0} account may not see this.', site.label)
    : told('{0} does not show this to everybody. Sign in if you have access to it.', site.label);
}

function isWebPage({ headers }: Answer, text: string): boolean {
  return /html/i.test(headers['content-type'] ?? '') || /^\s*<(!doctype|html|head|body|script)/i.test(text);
}

/** Firewalls, captive portals and wrong addresses all answer with a web page where data was asked for. */
function webPage(status: number, text: string, { site, url }: Asked): Failure {
  if (/验证码|安全验证|captcha|waf|访问被拦截|security check/i.test(text) || status === 405) {
    return {
      kind: 'unreachable',
      ...told(
        "{0}'s firewall answered with a security check instead of data. Open {1} in a browser, or try from another network.",
        site.label,
        site.web,
      ),
    };
  }
  if (status >= 500) {
    return {
      kind: 'unreachable',
      ...told('{0} has trouble at the moment (error {1}). Retry in a while.', site.label, status),
    };
  }
  return {
    kind: 'unreachable',
    ...told(
      '{0} answered with a web page instead of data. Check the base URL setting, and whether the network wants a sign-in in the browser first.',
      url.host,
    ),
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
