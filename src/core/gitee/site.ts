import type { Host } from '../model.ts';

/** A place that speaks this API: gitee.com, a company's own Gitee, or GitCode (which is AtomGit as well). */
export interface Site {
  readonly host: Host;
  /** How people call it. */
  readonly label: string;
  /** API root without a slash at the end. */
  readonly api: URL;
  /** Where its pages are, without a slash at the end. */
  readonly web: string;
  /** Page on which a person makes an access token. */
  readonly tokenPage: string;
  /** The public site itself, not a company's own installation or proxy. */
  readonly isPublic: boolean;
}

const publicSites = {
  gitee: {
    label: 'Gitee',
    api: 'https://gitee.com/api/v5',
    web: 'https://gitee.com',
    tokenPage: '/profile/personal_access_tokens',
  },
  atomgit: {
    label: 'GitCode',
    api: 'https://api.gitcode.com/api/v5',
    web: 'https://gitcode.com',
    tokenPage: '/setting/token-classic/create',
  },
} as const;

export type SiteHost = keyof typeof publicSites;

/** The base URL cannot be used; `message` says what to write instead. */
export class BaseUrlError extends Error {
  override readonly name = 'BaseUrlError';
}

/**
 * The site behind an API root. Throws BaseUrlError for what is no address, holds a password, or would send everything
 * unencrypted to another machine (`allowPlainHttp` is the user's explicit consent to that).
 */
export function siteAt(host: SiteHost, baseUrl: string | undefined, allowPlainHttp = false): Site {
  const facts = publicSites[host];
  const api = readBaseUrl(baseUrl ?? facts.api, allowPlainHttp);
  const isPublic = api.href === facts.api;
  const web = isPublic ? facts.web : api.href.replace(/\/api\/v\d+$/, '').replace(/\/$/, '');
  return { host, label: facts.label, api, web, tokenPage: web + facts.tokenPage, isPublic };
}

function readBaseUrl(text: string, allowPlainHttp: boolean): URL {
  if (!URL.canParse(text)) {
    throw new BaseUrlError(`"${text}" is no address. Write the API root, for example https://gitee.com/api/v5.`);
  }
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new BaseUrlError(`The base URL must begin with https://, not with ${url.protocol}//.`);
  }
  if (url.username || url.password) {
    throw new BaseUrlError('The base URL must not hold a user name or password. Sign in with an access token instead.');
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname) && !allowPlainHttp) {
    throw new BaseUrlError(
      `${url.origin} is not encrypted. Use https://, or confirm plain http: Test Connection asks, GITEE_SCOUT_ALLOW_HTTP=1 on the command line.`,
    );
  }
  url.search = '';
  url.hash = '';
  url.pathname = url.pathname.replace(/\/+$/, '');
  return url;
}

/** Would everything go unencrypted to another machine? Then a person has to agree first. */
export function needsPlainHttpConsent(baseUrl: string): boolean {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  return url?.protocol === 'http:' && !isLoopback(url.hostname);
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

/** Splits `owner/repository`; GitCode has paths of three parts. `undefined` for what is no such path. */
export function splitPath(path: string): readonly string[] | undefined {
  const parts = path.replace(/\.git$/, '').split('/');
  const valid =
    parts.length >= 2 && parts.length <= 4 && parts.every(part => /^[^\s/\\?#]+$/.test(part) && !/^\.+$/.test(part));
  return valid ? parts : undefined;
}
