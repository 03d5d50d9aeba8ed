import * as z from 'zod';

const Host = z.enum(['gitee', 'github', 'atomgit']);
const time = z.string().describe('ISO 8601');

/** A part of the page: found, with its source and age; none, because the answer was that there is none; or missing. */
function part<T extends z.ZodType>(value: T) {
  return z.union([
    z.object({
      kind: z.literal('found'),
      value,
      source: z.string().describe('Who says so'),
      url: z.string().optional(),
      receivedAt: time,
      age: z.number().describe('ms'),
      stale: z.boolean().describe('Past its time, and given because nothing fresher could be had'),
      notice: z.string().optional().describe('Why nothing fresher could be had'),
    }),
    z.object({ kind: z.literal('none'), message: z.string(), source: z.string() }),
    z.object({
      kind: z.literal('missing'),
      message: z.string(),
      reason: z.enum(['not-found', 'forbidden', 'limited', 'unreachable', 'changed-shape', 'offline', 'canceled']),
      retry: z.boolean(),
      resetAt: z.number().optional().describe('Epoch ms at which the host answers again'),
    }),
  ]);
}

/** What readers of `show --json` may count on. */
export const Page = z.object({
  id: z.string().describe('Id in the catalog, else host--owner--repository'),
  name: z.string(),
  home: z.object({ host: Host, path: z.string(), url: z.string() }).nullable(),
  at: time.describe('When this page was made, ISO 8601'),
  facts: part(
    z.object({
      id: z.string(),
      name: z.object({ en: z.string(), zh: z.string().optional() }),
      summary: z.object({ en: z.string(), zh: z.string() }),
      homes: z.array(z.object({ host: Host, path: z.string(), kind: z.string() })),
      license: z.string(),
      purls: z.array(z.string()),
      capabilities: z.array(z.string()),
      status: z.enum(['active', 'quiet', 'closed', 'moved']),
      evidence: z.array(z.object({ facts: z.array(z.string()), source: z.string(), date: z.string() })),
    }),
  ),
  repository: part(
    z.object({
      host: Host,
      path: z.string(),
      description: z.string(),
      url: z.string(),
      stars: z.number(),
      forks: z.number(),
      language: z.string().nullable(),
      license: z.string().nullable().describe('As the host says; no SPDX expression'),
      defaultBranch: z.string().nullable(),
      createdAt: time.nullable(),
      pushedAt: time.nullable(),
      state: z.enum(['open', 'paused', 'closed']),
    }),
  ),
  readme: part(
    z.object({
      path: z.string(),
      markdown: z.string(),
      language: z.string().describe('BCP 47 tag; und when it cannot be told'),
      version: z.enum(['own', 'original']),
      others: z.array(z.object({ path: z.string(), language: z.string() })),
    }),
  ),
  license: part(
    z.object({
      expression: z.string().describe('SPDX expression, or NOASSERTION'),
      confidence: z.enum(['high', 'medium', 'low']),
      conflict: z.string().optional(),
      evidence: z.array(z.object({ place: z.string(), expression: z.string(), confidence: z.string() })),
      unread: z.array(z.object({ place: z.string(), message: z.string() })),
      complete: z.boolean(),
    }),
  ),
  releases: part(
    z.array(z.object({ tag: z.string(), name: z.string(), createdAt: time.nullable(), prerelease: z.boolean() })),
  ),
});
