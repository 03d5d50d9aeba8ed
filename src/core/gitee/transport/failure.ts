import type { Reason, Unanswered } from '../request.ts';

const reasons: Readonly<Record<string, Reason>> = {
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EAI_NONAME: 'dns',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'refused',
  ENETUNREACH: 'refused',
  ENETDOWN: 'refused',
  EADDRNOTAVAIL: 'refused',
  UND_ERR_CONNECT_TIMEOUT: 'connect-timeout',
  ETIMEDOUT: 'connect-timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  UND_ERR_PRX_TLS: 'proxy',
  UND_ERR_ABORTED: 'proxy',
  // Addresses of our own are checked long before, so it is the one of the proxy.
  UND_ERR_INVALID_ARG: 'proxy',
  ERR_INVALID_URL: 'proxy',
  EPROTO: 'encryption',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tls',
  SELF_SIGNED_CERT_IN_CHAIN: 'tls',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tls',
  UNABLE_TO_GET_ISSUER_CERT: 'tls',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'tls',
  HOSTNAME_MISMATCH: 'tls',
};

/** What an error of undici or Node means, by its code: the messages differ between versions. */
export function failureOf(error: unknown): Unanswered {
  const code = codeOf(error);
  return { kind: 'unanswered', reason: reasonOf(code), detail: code };
}

function reasonOf(code: string): Reason {
  const known = reasons[code];
  if (known) return known;
  if (/^(ERR_TLS_CERT|CERT_|CRL_)/.test(code)) return 'tls';
  if (/^(ERR_TLS|ERR_SSL)/.test(code)) return 'encryption';
  if (code.startsWith('ERR_OSSL')) return 'tls';
  return 'broken';
}

/** The most telling code in an error, its causes, and the errors that it collects (one for each address tried). */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  if (error.cause !== undefined) return codeOf(error.cause);
  return error.name;
}
