import * as z from 'zod';
import { foreignNotice, foreignText } from '../foreign-text.ts';
import type { Parts } from '../parts.ts';
import { type AssistantTool, answer, tool } from '../tool.ts';

/** Descriptions on Gitee may be as long as a page; UTF-16 units. */
const longestDescription = 500;

const Answer = z.object({
  notice: z.string(),
  query: z.string(),
  expanded: z.array(z.string()).describe('Chinese terms that were searched as well'),
  hits: z.array(
    z.object({
      name: z.string(),
      path: z.string().describe('owner/repository'),
      host: z.string(),
      source: z.string(),
      description: z.string(),
      stars: z.number().nullable(),
      language: z.string().nullable(),
      license: z.string().nullable(),
      pushedAt: z.string().nullable(),
      project: z.string().nullable().describe('Id in the catalog, to give to get_project'),
    }),
  ),
  sources: z.array(z.object({ source: z.string(), status: z.string(), detail: z.string() })),
});

/** `search_gitee`: the catalog and Gitee's own search, with Chinese terms for words in other languages. */
export function searchGitee({ scout }: Parts): AssistantTool {
  return tool({
    name: 'search_gitee',
    title: 'Search Gitee',
    description:
      'Search Chinese open-source projects by what they do ("workflow engine", "OPC UA", 低代码). English, German and French words are searched in Chinese as well. The words are sent to Gitee. A source that is refused or unreachable did not answer: that does not mean that nothing exists.',
    input: z.object({
      query: z.string().min(1).max(200),
      limit: z.number().int().min(1).max(50).default(20),
      expand: z.boolean().default(true).describe('Whether to search with Chinese terms as well'),
    }),
    output: Answer,
    asksNetwork: true,
    call: async ({ query, limit, expand }, signal) => {
      const search = await scout.search();
      const result = await search.search(query, { limit, expand, signal });
      return answer({
        notice: foreignNotice,
        query: result.query,
        expanded: [...result.expanded],
        hits: result.hits.map(hit => ({
          ...hit,
          description: foreignText(hit.description, { limit: longestDescription }).text,
        })),
        sources: result.sources.map(({ source, status, detail }) => ({ source, status, detail })),
      });
    },
  });
}
