import { type McpServer, ProtocolError, ProtocolErrorCode, ResourceTemplate } from '@modelcontextprotocol/server';
import { fenced, findingUri, foreignText, type Parts } from '../core/assistant/index.ts';

/** Notes longer than this are cut; UTF-16 units. */
const longestFinding = 100_000;

/** Each finding as a resource: its Markdown file, marked as data since colleagues' notes may quote strangers. */
export function addFindingResources(server: McpServer, parts: Parts): void {
  server.registerResource(
    'finding',
    new ResourceTemplate('gitee-scout://finding/{id}', {
      list: async () => ({
        resources: (await parts.findings()).map(({ id, name, status }) => ({
          uri: findingUri(id),
          name,
          description: `Finding, ${status}`,
          mimeType: 'text/markdown',
        })),
      }),
    }),
    { title: 'Finding', description: 'A saved project with its status and notes', mimeType: 'text/markdown' },
    async (uri, { id }) => {
      const text = typeof id === 'string' ? await parts.readFinding(decodeURIComponent(id)) : undefined;
      if (text === undefined)
        throw new ProtocolError(ProtocolErrorCode.InvalidParams, `No finding ${String(id)}: list_findings names them.`);
      const piece = foreignText(text, { limit: longestFinding });
      return { contents: [{ uri: uri.href, mimeType: 'text/markdown', text: fenced('A saved finding.', piece) }] };
    },
  );
}
