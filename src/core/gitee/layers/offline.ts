import type { Layer } from '../request.ts';

/** Nothing leaves while `isOffline` says so; asked before every request. */
export function offline(isOffline: () => boolean): Layer {
  return next => async request =>
    isOffline() ? { kind: 'unanswered', reason: 'offline', detail: 'offline by setting' } : next(request);
}
