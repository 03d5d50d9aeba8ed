import type { CallToolResult } from '@modelcontextprotocol/server';

/** An answer as data, and as the text that clients without structured content read. */
export function answer<T extends Record<string, unknown>>(data: T, text?: string): CallToolResult {
  return { content: [{ type: 'text', text: text ?? JSON.stringify(data) }], structuredContent: data };
}

/** What went wrong and what to do next, for the assistant: it is an answer, not a broken connection. */
export function refusal(sentence: string): CallToolResult {
  return { isError: true, content: [{ type: 'text', text: sentence }] };
}
