import type { Failure, RateLimit, Sentence, Told } from '../model.ts';
import { inEnglish, say, told } from '../sentences/index.ts';
import type { Reason, Unanswered } from './request.ts';
import type { Site } from './site.ts';

/** Local time of day, as on the status bar: `14:05`. */
export function timeOfDay(epochMs: number): string {
  const time = new Date(epochMs);
  return `${String(time.getHours()).padStart(2, '0')}:${String(time.getMinutes()).padStart(2, '0')}`;
}

/** `12 of 60 requests left, full again at 14:05`. */
export function sayRateLimit({ limit, remaining, resetAt }: RateLimit): Sentence {
  const left = Math.max(0, remaining);
  return resetAt === undefined
    ? say('{0} of {1} requests left', left, limit)
    : say('{0} of {1} requests left, full again at {2}', left, limit, timeOfDay(resetAt));
}

/** The same for the terminal. */
export function describeRateLimit(rate: RateLimit): string {
  return inEnglish(sayRateLimit(rate));
}

export function limited(site: Site, signedIn: boolean, resetAt: number | undefined): Failure {
  return { kind: 'limited', ...limitSentence(site.label, signedIn, resetAt), resetAt };
}

function limitSentence(site: string, signedIn: boolean, resetAt: number | undefined): Told {
  if (resetAt === undefined) {
    return signedIn
      ? told("{0}'s request limit is reached. Try again later.", site)
      : told("{0}'s request limit is reached. Try again later, or sign in: a {0} token allows far more.", site);
  }
  const time = timeOfDay(resetAt);
  return signedIn
    ? told("{0}'s request limit is reached. Try again after {1}.", site, time)
    : told("{0}'s request limit is reached. Try again after {1}, or sign in: a {0} token allows far more.", site, time);
}

/** What happened to a request without an answer, and what can be done. */
export function unanswered(site: Site, url: URL, reply: Unanswered, signedIn: boolean): Failure {
  switch (reply.reason) {
    case 'canceled':
      return { kind: 'canceled', ...told('Canceled.') };
    case 'offline':
      return { kind: 'offline', ...told('Working offline, so {0} was not asked.', site.label) };
    case 'limited':
      return limited(site, signedIn, reply.retryAt);
    case 'reserved':
      return {
        kind: 'limited',
        ...told(
          'Not asked yet: the requests that {1} still allows ({0}) are kept for what you open yourself. Retry asks at once.',
          reply.detail,
          site.label,
        ),
      };
    case 'too-large':
      return {
        kind: 'changed-shape',
        ...told('The answer is too large to show here ({0}). Open it on {1}.', reply.detail, site.label),
      };
    default:
      return { kind: 'unreachable', ...unreachable(reply.reason, site.label, url.host, reply) };
  }
}

type Silence = Exclude<Reason, 'canceled' | 'offline' | 'limited' | 'reserved' | 'too-large'>;

function unreachable(reason: Silence, site: string, host: string, { detail, retryAt }: Unanswered): Told {
  switch (reason) {
    case 'paused':
      return retryAt === undefined
        ? told('{0} has not answered several times in a row, so it is left alone for now. Retry asks it at once.', site)
        : told(
            '{0} has not answered several times in a row, so it is left alone until {1}. Retry asks it at once.',
            site,
            timeOfDay(retryAt),
          );
    case 'dns':
      return told('The address {0} cannot be found. Check the connection, and the DNS and proxy settings.', host);
    case 'refused':
      return told('{0} does not accept connections. Check the connection and the proxy settings, then retry.', host);
    case 'connect-timeout':
      return told(
        'No connection to {0} within the time allowed. Check the connection and the proxy, then retry.',
        host,
      );
    case 'timeout':
      return told('{0} took too long to answer. It is often slow from abroad; retry in a while.', site);
    case 'tls':
      return told(
        'The certificate of {0} is not trusted ({1}). If your company inspects traffic, add its certificate.',
        host,
        detail,
      );
    case 'encryption':
      return told(
        'No encrypted connection to {0} comes about ({1}). Check that the address, its https and the proxy are right.',
        host,
        detail,
      );
    case 'proxy':
      return told('The proxy did not let the request to {0} through ({1}). Check the proxy settings.', host, detail);
    case 'broken':
      return told('The connection to {0} broke before the answer was complete ({1}). Retry.', host, detail);
  }
}
