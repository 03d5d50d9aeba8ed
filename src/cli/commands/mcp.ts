import path from 'node:path';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { findingSummary } from '../../core/assistant/index.ts';
import { openFindings } from '../../core/findings/index.ts';
import { createMcpServer, type Parts } from '../../mcp/index.ts';
import type { Context } from '../context.ts';
import { openNodeFolder } from '../node-folder.ts';

/** Where a workspace keeps its findings, below its folder. */
const findingsFolder = '.gitee-scout/findings';

/** `mcp`: serves assistants over stdin and stdout until the client closes its end. */
export async function serveMcp({ scout, host, terminal }: Context, version: string): Promise<void> {
  const parts: Parts = { scout, ...workspaceFindings(process.cwd(), host) };
  await new Promise<void>(resolve => {
    const handle = serveStdio(() => createMcpServer(parts, version), {
      onerror: error => terminal.say(`gitee-scout: ${error.message}`),
    });
    process.stdin.once('close', () => {
      void handle.close().then(resolve, resolve);
    });
  });
}

/** The findings of the folder in which the server was started. Read anew each time: people pull and edit meanwhile. */
function workspaceFindings(folder: string, { clock, log }: Context['host']): Pick<Parts, 'findings' | 'readFinding'> {
  const files = openNodeFolder(path.join(folder, ...findingsFolder.split('/')));
  const findings = openFindings({
    places: () => [{ id: 'workspace', label: 'Workspace', folder: files }],
    clock,
    log,
  });
  return {
    findings: async () => {
      findings.reload();
      const { findings: saved } = await findings.list();
      return saved.map(({ place, finding }) => findingSummary(finding, place));
    },
    readFinding: async id => {
      findings.reload();
      const found = await findings.find(id);
      return found && files.read(found.path);
    },
  };
}
