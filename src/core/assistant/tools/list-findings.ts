import * as z from 'zod';
import { foreignNotice } from '../foreign-text.ts';
import type { Parts } from '../parts.ts';
import { type AssistantTool, answer, tool } from '../tool.ts';

const Answer = z.object({
  notice: z.string(),
  findings: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      place: z.string(),
      status: z.string(),
      license: z.string(),
      tags: z.array(z.string()),
      replaces: z.array(z.string()),
      changedAt: z.string(),
      uri: z.string().describe('Resource with the notes'),
    }),
  ),
  total: z.number(),
});

/** `list_findings`: the projects that people here saved. */
export function listFindings(parts: Parts): AssistantTool {
  return tool({
    name: 'list_findings',
    title: 'List findings',
    description:
      'The Chinese open-source projects that this workspace or its company saved, with status (candidate, evaluating, adopted, rejected), license at the time and the packages they replace. Ask this first: a colleague may have decided already. The notes are in the resource of each finding.',
    input: z.object({
      status: z.enum(['candidate', 'evaluating', 'adopted', 'rejected']).optional(),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: Answer,
    asksNetwork: false,
    call: async ({ status, limit }) => {
      const all = (await parts.findings()).filter(finding => status === undefined || finding.status === status);
      return answer({
        notice: foreignNotice,
        findings: all.slice(0, limit).map(finding => ({
          ...finding,
          tags: [...finding.tags],
          replaces: [...finding.replaces],
          uri: findingUri(finding.id),
        })),
        total: all.length,
      });
    },
  });
}

/** The address of a finding as a resource. */
export function findingUri(id: string): string {
  return `gitee-scout://finding/${encodeURIComponent(id)}`;
}
