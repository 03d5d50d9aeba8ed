export type { Call } from './ask.ts';
export { type DiagnoseOptions, describeSteps, diagnose, type Step, type StepName } from './diagnostics/diagnose.ts';
export { checkToken, type TokenCheck, type TokenCheckOptions } from './diagnostics/token.ts';
export type { RefCall } from './endpoints/contents.ts';
export { createGitee, type Gitee } from './gitee.ts';
export type { Account, Activity, Branch, Contributor, Tag } from './history.ts';
export { keysOfSignedIn } from './layers/auth.ts';
export { findMoved, type MovedTo } from './moved.ts';
export type { GiteeOptions, SearchCall } from './options.ts';
export { createLookup, type Lookup, type LookupMode, type LookupRequest, type LookupResult } from './privacy/lookup.ts';
export {
  type PrivateNames,
  type PrivateNamesInput,
  type PrivateReason,
  readPrivateNames,
} from './privacy/private-names.ts';
export type { HostSearchResult } from './search/search.ts';
export { describeRateLimit } from './sentences.ts';
export { BaseUrlError, needsPlainHttpConsent, type SiteHost } from './site.ts';
export type { NetworkSettings } from './transport/dispatcher.ts';
export type { Tuning } from './tuning.ts';
