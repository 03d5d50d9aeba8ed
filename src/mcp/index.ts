/** The core as a server of the Model Context Protocol, for assistants. Every tool only reads. */
import { McpServer } from '@modelcontextprotocol/server';
import { answerText, assistantTools, instructions, type Parts } from '../core/assistant/index.ts';
import { addFindingResources } from './finding-resources.ts';

export type { Parts } from '../core/assistant/index.ts';

/** Makes a server with all tools and resources; it is not connected yet. */
export function createMcpServer(parts: Parts, version: string): McpServer {
  const server = new McpServer({ name: 'gitee-scout', title: 'Gitee Scout', version }, { instructions });
  for (const { name, title, description, input, output, asksNetwork, call } of assistantTools(parts)) {
    server.registerTool(
      name,
      {
        title,
        description,
        inputSchema: input,
        outputSchema: output,
        annotations: { readOnlyHint: true, openWorldHint: asksNetwork },
      },
      async (values, { mcpReq }) => {
        const given = await call(values, mcpReq.signal);
        const content = [{ type: 'text' as const, text: answerText(given) }];
        // What went wrong and what to do next is an answer, not a broken connection.
        return given.kind === 'refused' ? { isError: true, content } : { content, structuredContent: given.data };
      },
    );
  }
  addFindingResources(server, parts);
  return server;
}
