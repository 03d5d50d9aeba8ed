import { say } from '../sentences/index.ts';
import { canceled, TranslationError } from './engine.ts';

/** The host's `fetch`: the global one, or one that goes through the editor's proxy settings. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface HttpOptions {
  readonly fetch?: Fetch | undefined;
  /** Longest wait for an answer to begin or to go on, in ms. */
  readonly timeout?: number | undefined;
  /** How a pause is waited for; a test does not wait. */
  readonly wait?: ((milliseconds: number, signal?: AbortSignal) => Promise<void>) | undefined;
}

export interface HttpRequest {
  readonly url: string;
  /** Whose answer it is, for sentences. */
  readonly label: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Sent as JSON with POST; without it the request is a GET. */
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
}

export interface HttpClient {
  /** The answer's JSON. Rejects with TranslationError for every other answer. */
  json(request: HttpRequest): Promise<unknown>;
  /** The lines of the answer as they arrive. */
  lines(request: HttpRequest): AsyncIterable<string>;
}

const defaultTimeout = 60_000;
/** A page of translations is far below; an answer that is larger is none. Bytes. */
const largestAnswer = 8 * 1024 * 1024;
const tries = 3;
const firstPause = 1000;
const longestPause = 20_000;

/**
 * Asks a translation service. What is passing (429, 5xx, a broken connection) is tried again after a pause, or after the
 * one that the service names. Redirects are not followed: the text and the key go to the named host and nowhere else.
 */
export function createHttp({
  fetch = globalThis.fetch,
  timeout = defaultTimeout,
  wait = pause,
}: HttpOptions): HttpClient {
  async function send(request: HttpRequest, watch: Watch): Promise<Response> {
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await attemptOnce(request, watch);
      if ('response' in outcome && outcome.response.ok) return outcome.response;
      const failure = 'response' in outcome ? await failureOf(outcome.response, request.label) : outcome.failure;
      const passing = 'response' in outcome ? isPassing(outcome.response.status) : failure.kind === 'unreachable';
      if (!passing || attempt === tries) throw failure;
      await wait(pauseBefore(attempt, 'response' in outcome ? outcome.response : undefined), request.signal);
      if (request.signal?.aborted) throw canceled();
    }
  }

  async function attemptOnce(request: HttpRequest, watch: Watch) {
    try {
      watch.touch();
      const hasBody = request.body !== undefined;
      const response = await fetch(request.url, {
        method: hasBody ? 'POST' : 'GET',
        redirect: 'error',
        headers: {
          accept: 'application/json',
          ...(hasBody ? { 'content-type': 'application/json' } : {}),
          ...request.headers,
        },
        ...(hasBody ? { body: JSON.stringify(request.body) } : {}),
        signal: watch.signal,
      });
      return { response };
    } catch (cause) {
      return { failure: watch.failure(request, cause) };
    }
  }

  async function* chunks(request: HttpRequest): AsyncGenerator<string> {
    const watch = createWatch(timeout, request.signal);
    try {
      const response = await send(request, watch);
      const decoder = new TextDecoder();
      let size = 0;
      for await (const chunk of response.body ?? []) {
        watch.touch();
        size += chunk.byteLength;
        if (size > largestAnswer)
          throw new TranslationError('bad-answer', say('{0} sent far too long an answer.', request.label));
        yield decoder.decode(chunk, { stream: true });
      }
    } catch (cause) {
      throw cause instanceof TranslationError ? cause : watch.failure(request, cause);
    } finally {
      watch.end();
    }
  }

  return {
    async json(request) {
      let text = '';
      for await (const chunk of chunks(request)) text += chunk;
      try {
        return JSON.parse(text);
      } catch (cause) {
        throw new TranslationError(
          'bad-answer',
          say('{0} did not answer with JSON. Check its address.', request.label),
          {
            cause,
          },
        );
      }
    },
    async *lines(request) {
      let begun: string[] = [];
      for await (const chunk of chunks(request)) {
        const [first = '', ...others] = chunk.split(/\r?\n/);
        begun.push(first);
        for (const next of others) {
          yield begun.join('');
          begun = [next];
        }
      }
      yield begun.join('');
    },
  };
}

type Watch = ReturnType<typeof createWatch>;

/** Ends a request that has been silent for too long. */
function createWatch(timeout: number, signal: AbortSignal | undefined) {
  const controller = new AbortController();
  const abort = () => controller.abort();
  let timer: NodeJS.Timeout | undefined;
  if (signal?.aborted) abort();
  signal?.addEventListener('abort', abort, { once: true });
  return {
    signal: controller.signal,
    touch(): void {
      clearTimeout(timer);
      timer = setTimeout(abort, timeout);
    },
    end(): void {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    },
    failure({ label, url }: HttpRequest, cause: unknown): TranslationError {
      if (signal?.aborted) return canceled();
      const host = URL.canParse(url) ? new URL(url).host : label;
      return new TranslationError(
        'unreachable',
        controller.signal.aborted
          ? say('{0} at {1} did not answer in time. Check its address and the network.', label, host)
          : say('{0} at {1} did not answer. Check its address and the network.', label, host),
        { cause },
      );
    },
  };
}

function isPassing(status: number): boolean {
  return status === 429 || status === 408 || (status >= 500 && status !== 501);
}

/** `Retry-After` in seconds where the service names it, else twice as long each time. */
function pauseBefore(attempt: number, response: Response | undefined): number {
  const named = Number(response?.headers.get('retry-after') ?? Number.NaN) * 1000;
  return Math.min(Number.isFinite(named) && named >= 0 ? named : firstPause * 2 ** (attempt - 1), longestPause);
}

/** The body is not repeated to the user: it may hold the text or, with careless servers, the key. */
async function failureOf(response: Response, label: string): Promise<TranslationError> {
  const { status } = response;
  await response.body?.cancel().catch(() => undefined);
  if (status === 401 || status === 403) {
    return new TranslationError('refused', say('{0} refused the request ({1}). Check the API key.', label, status));
  }
  if (status === 456 || status === 402) {
    return new TranslationError(
      'quota',
      say('The quota of {0} is used up. Wait until it is renewed, or choose another engine.', label),
    );
  }
  if (status === 429)
    return new TranslationError('limited', say('{0} gets too many requests. Try again in a minute.', label));
  if (status >= 500)
    return new TranslationError(
      'unreachable',
      say('{0} has a trouble of its own ({1}). Try again later.', label, status),
    );
  return new TranslationError(
    'bad-answer',
    say('{0} did not accept the request ({1}). Check its address and settings.', label, status),
  );
}

function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(done, milliseconds);
    signal?.addEventListener('abort', done, { once: true });
    function done(): void {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    }
  });
}
