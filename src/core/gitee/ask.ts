import * as z from 'zod';
import type { Ages, Cache, Loaded, Served } from '../cache/index.ts';
import type { Failure, Outcome, Told } from '../model.ts';
import type { Clock, Log } from '../ports.ts';
import { told } from '../sentences/index.ts';
import { type Interpreted, interpret } from './interpret.ts';
import type { Identity } from './layers/auth.ts';
import { commonHeaders, type Send } from './request.ts';
import type { Site } from './site.ts';

/** How a caller wants to be served. */
export interface Call {
  /** Aborted: the outcome is `canceled`. */
  readonly signal?: AbortSignal | undefined;
  /** Ask the host even if what is stored is still good. */
  readonly refresh?: boolean | undefined;
  /** Nobody is waiting for it. */
  readonly background?: boolean | undefined;
}

/** One thing to ask a host, with how to read and how long to keep the answer. */
export interface Question<Wire> {
  /** Parts of the path below the API root, not yet encoded. */
  readonly path: readonly string[];
  readonly query?: Readonly<Record<string, string>> | undefined;
  readonly schema: z.ZodType<Wire>;
  readonly ages: Ages;
  readonly maxBytes: number;
  /** Where status 200 says "there is none": `[]` for a missing file, `null` for a missing release. */
  readonly isNothing?: ((wire: Wire) => boolean) | undefined;
  /** What to say then. */
  readonly nothing?: Told | undefined;
  /** Is this an answer that should be asked for again soon: an empty list? */
  readonly isBrief?: ((wire: Wire) => boolean) | undefined;
  /** How many items of a list could not be read. */
  readonly dropped?: ((wire: Wire) => number) | undefined;
  /** Adds to the answer what its headers say. */
  readonly attach?: ((wire: Wire, headers: Readonly<Record<string, string>>) => Wire) | undefined;
  /** Another root than the site's API. */
  readonly root?: URL | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

export type Ask = <Wire>(question: Question<Wire>, call?: Call) => Promise<Outcome<Wire>>;

export interface AskOptions {
  readonly site: Site;
  readonly send: Send;
  readonly cache: Cache;
  readonly clock: Clock;
  readonly log: Log;
  /** As whom the host is asked. What one sees is kept from the others. */
  identify(): Promise<Identity>;
}

/** "There is none" is worth keeping only for a short while: somebody may be about to push it. */
export const negativeAges: Ages = { softAge: 10 * 60_000, hardAge: 60 * 60_000 };

type Json = Extract<Interpreted, { kind: 'json' }>;

type Kept<Wire> = { readonly found: Wire } | { readonly missing: string; readonly said?: Told['said'] };

/** Asks through the cache, and reads what comes with the question's schema. */
export function createAsk({ site, send, cache, clock, log, identify }: AskOptions): Ask {
  function readWire<Wire>(question: Question<Wire>, json: Json, url: URL): Loaded<Kept<Wire>> {
    const wire = question.schema.safeParse(json.value);
    if (!wire.success) {
      log.warn(`${url.host}${url.pathname}: unexpected shape`, z.prettifyError(wire.error).slice(0, 500));
      return { kind: 'failed', failure: changedShape(site) };
    }
    const value = question.attach?.(wire.data, json.headers) ?? wire.data;
    const dropped = question.dropped?.(value) ?? 0;
    if (dropped > 0) log.debug(`${url.host}${url.pathname}: ${dropped} unreadable items left out`);
    if (question.isNothing?.(value)) {
      return { kind: 'fresh', value: kept(question.nothing ?? told('There is none.')), ages: negativeAges };
    }
    const ages = question.isBrief?.(value) ? negativeAges : undefined;
    return { kind: 'fresh', value: { found: value }, validator: json.validator, ages };
  }

  return async <Wire>(question: Question<Wire>, call: Call = {}): Promise<Outcome<Wire>> => {
    if (call.signal?.aborted) return { kind: 'canceled', ...told('Canceled.') };
    const url = addressOf(question, site);
    const { name: identity, headers } = await identify();
    const rule = { ...question.ages, read: keptReader(question.schema) };
    const key = `${identity} ${url.href}`;

    const load = async (validator: string | undefined, signal: AbortSignal): Promise<Loaded<Kept<Wire>>> => {
      const reply = await send({
        url,
        headers: {
          ...commonHeaders,
          ...headers,
          ...question.headers,
          ...(validator && { 'if-none-match': validator }),
        },
        signal,
        background: call.background ?? false,
        insist: (call.refresh ?? false) && !call.background,
        maxBytes: question.maxBytes,
      });
      const interpreted = interpret(reply, { site, url, signedIn: identity !== 'anonymous', now: clock.now() });
      return interpreted.kind === 'json' ? readWire(question, interpreted, url) : withoutWire(interpreted);
    };

    try {
      const first = await cache.through(key, rule, load, { refresh: call.refresh, signal: call.signal });
      // It may have joined a request in the background, which the budget keeps shorter than what a person waits for.
      const wasKeptBack = !call.background && isLimited(first);
      const served = wasKeptBack ? await cache.through(key, rule, load, { refresh: true, signal: call.signal }) : first;
      const outcome = outcomeOf(served);
      if (identity === 'anonymous' || !isPassing(outcome)) return outcome;
      // What was stored before signing in is better than nothing.
      const earlier = await cache.peek(`anonymous ${url.href}`, rule);
      return earlier ? { ...outcomeOf(earlier), ...(outcome.kind !== 'found' && { notice: outcome }) } : outcome;
    } catch (error) {
      if (call.signal?.aborted) return { kind: 'canceled', ...told('Canceled.') };
      if (error instanceof DOMException && error.name === 'AbortError')
        return { kind: 'canceled', ...told('Canceled.') };
      throw error;
    }
  };
}

function isLimited({ failure }: Served<unknown>): boolean {
  return failure?.kind === 'limited';
}

/** "There is none" is an answer like any other, only a short-lived one. */
function withoutWire<Wire>(interpreted: Exclude<Interpreted, Json>): Loaded<Kept<Wire>> {
  if (interpreted.kind === 'unchanged' || interpreted.failure.kind !== 'not-found') return interpreted;
  return { kind: 'fresh', value: kept(interpreted.failure), ages: negativeAges };
}

function kept({ message, said }: Told): { readonly missing: string; readonly said?: Told['said'] } {
  return { missing: message, ...(said ? { said } : {}) };
}

function isPassing({ kind }: Outcome<unknown>): boolean {
  return kind === 'offline' || kind === 'unreachable' || kind === 'limited';
}

type Address = Pick<Question<never>, 'path' | 'query' | 'root'>;

function addressOf({ path, query, root }: Address, site: Site): URL {
  const url = new URL(root ?? site.api);
  const below = path.map(encodeURIComponent).join('/');
  url.pathname = below ? `${url.pathname.replace(/\/$/, '')}/${below}` : url.pathname;
  for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
  return url;
}

/** Of what is stored without nested sentences; what is of an older version is said in English. */
const Said = z
  .object({ words: z.string(), values: z.array(z.string()) })
  .optional()
  .catch(undefined);

function keptReader<Wire>(schema: z.ZodType<Wire>): (stored: unknown) => Kept<Wire> | undefined {
  const either = z.union([z.object({ missing: z.string(), said: Said }), z.object({ found: schema })]);
  return stored => either.safeParse(stored).data;
}

function outcomeOf<Wire>(served: Served<Kept<Wire>>): Outcome<Wire> {
  if (served.kind === 'failed') return served.failure;
  const { value, age, stale, failure } = served;
  if ('missing' in value) return { kind: 'not-found', message: value.missing, said: value.said };
  return { kind: 'found', value: value.found, age, stale, ...(failure && { notice: failure }) };
}

function changedShape({ label }: Site): Failure {
  return {
    kind: 'changed-shape',
    ...told('{0} answered in a form that this version does not know. Look for an update, or open it on {0}.', label),
  };
}

/** The same outcome with its value read further. */
export function mapOutcome<A, B>(outcome: Outcome<A>, read: (value: A) => B): Outcome<B> {
  return outcome.kind === 'found' ? { ...outcome, value: read(outcome.value) } : outcome;
}
