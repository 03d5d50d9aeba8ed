import type { Failure, RateLimit } from '../model.ts';
import type { Reason, Unanswered } from './request.ts';
import type { Site } from './site.ts';

/** Local time of day, as on the status bar: `14:05`. */
export function timeOfDay(epochMs: number): string {
  const time = new Date(epochMs);
  return `${String(time.getHours()).padStart(2, '0')}:${String(time.getMinutes()).padStart(2, '0')}`;
}

/** `12 of 60 requests left, full again at 14:05`. */
export function describeRateLimit({ limit, remaining, resetAt }: RateLimit): string {
  const left = `${Math.max(0, remaining)} of ${limit} requests left`;
  return resetAt === undefined ? left : `${left}, full again at ${timeOfDay(resetAt)}`;
}

export function limited(site: Site, signedIn: boolean, resetAt: number | undefined): Failure {
  const when = resetAt === undefined ? 'Try again later' : `Try again after ${timeOfDay(resetAt)}`;
  const how = signedIn ? `${when}.` : `${when}, or sign in: a ${site.label} token allows far more.`;
  return { kind: 'limited', message: `${site.label}'s request limit is reached. ${how}`, resetAt };
}

const sentences: Readonly<
  Record<Exclude<Reason, 'canceled' | 'offline' | 'limited' | 'reserved' | 'too-large'>, string>
> = {
  paused: '{site} has not answered several times in a row, so it is left alone until {time}. Retry asks it at once.',
  dns: 'The address {host} cannot be found. Check the connection, and the DNS and proxy settings.',
  refused: '{host} does not accept connections. Check the connection and the proxy settings, then retry.',
  'connect-timeout': 'No connection to {host} within the time allowed. Check the connection and the proxy, then retry.',
  timeout: '{site} took too long to answer. It is often slow from abroad; retry in a while.',
  tls: 'The certificate of {host} is not trusted ({detail}). If your company inspects traffic, add its certificate.',
  encryption:
    'No encrypted connection to {host} comes about ({detail}). Check that the address, its https and the proxy are right.',
  proxy: 'The proxy did not let the request to {host} through ({detail}). Check the proxy settings.',
  broken: 'The connection to {host} broke before the answer was complete ({detail}). Retry.',
};

/** What happened to a request without an answer, and what can be done. */
export function unanswered(site: Site, url: URL, reply: Unanswered, signedIn: boolean): Failure {
  switch (reply.reason) {
    case 'canceled':
      return { kind: 'canceled', message: 'Canceled.' };
    case 'offline':
      return { kind: 'offline', message: `Working offline, so ${site.label} was not asked.` };
    case 'limited':
      return limited(site, signedIn, reply.retryAt);
    case 'reserved': {
      const left = `the ${reply.detail} requests that ${site.label} still allows are kept for what you open yourself`;
      return { kind: 'limited', message: `Not asked yet: ${left}. Retry asks at once.` };
    }
    case 'too-large':
      return {
        kind: 'changed-shape',
        message: `The answer is too large to show here (${reply.detail}). Open it on ${site.label}.`,
      };
    default:
      return { kind: 'unreachable', message: fill(sentences[reply.reason], site, url, reply) };
  }
}

function fill(sentence: string, site: Site, url: URL, reply: Unanswered): string {
  const time = reply.retryAt === undefined ? 'later' : timeOfDay(reply.retryAt);
  const values: Readonly<Record<string, string>> = { site: site.label, host: url.host, detail: reply.detail, time };
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}
