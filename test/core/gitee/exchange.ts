import type { Answer, Reply, Request, Send, Unanswered } from '../../../src/core/gitee/request.ts';

/** A request as the endpoints make it. */
export function requestTo(path: string, more: Partial<Request> = {}): Request {
  return {
    url: new URL(path, 'https://gitee.com'),
    headers: {},
    signal: new AbortController().signal,
    background: false,
    insist: false,
    maxBytes: 1_000_000,
    ...more,
  };
}

export function answer(status: number, body: unknown = {}, headers: Record<string, string> = {}): Answer {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { kind: 'answer', status, headers, body: Buffer.from(text) };
}

export function failure(reason: Unanswered['reason']): Unanswered {
  return { kind: 'unanswered', reason, detail: 'TEST' };
}

/** A host that gives these replies in turn, the last one for good, and keeps what it was asked. */
export function host(...replies: readonly Reply[]): Send & { readonly asked: Request[] } {
  const asked: Request[] = [];
  const send: Send = async request => {
    asked.push(request);
    return replies[Math.min(asked.length, replies.length) - 1] ?? failure('broken');
  };
  return Object.assign(send, { asked });
}

/** The status, or why there is none: what most tests compare. */
export function outcomeOf(reply: Reply): number | string {
  return reply.kind === 'answer' ? reply.status : reply.reason;
}
