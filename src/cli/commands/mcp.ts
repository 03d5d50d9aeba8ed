import path from 'node:path';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { findingSummary } from '../../core/assistant/index.ts';
import { openFindings } from '../../core/findings/index.ts';
import { createMcpServer, type Parts } from '../../mcp/index.ts';
import type { Context } from '../context.ts';
import { openNodeFolder } from '../node-folder.ts';
import { pathBelow } from '../portable-path.ts';
import { settingsOf } from '../settings.ts';

export interface McpOptions {
  /** Folders with findings beside those of the configuration: of a team, or a person's own. */
  readonly findings?: readonly string[];
}

/** `mcp`: serves assistants over stdin and stdout until the client closes its end. */
export async function serveMcp(
  { scout, host, terminal }: Context,
  version: string,
  { findings = [] }: McpOptions,
): Promise<void> {
  const folder = process.cwd();
  const { config } = await settingsOf(folder);
  const places = [
    ...config.findings.map(name => ({ name, folder: pathBelow(folder, name) })),
    ...findings.map(name => ({ name, folder: path.resolve(name) })),
  ];
  const ignored = async () => (await settingsOf(folder)).config.ignoredPackages;
  const parts: Parts = { scout, ignored, ...findingsIn(places, host) };
  await new Promise<void>(resolve => {
    const handle = serveStdio(() => createMcpServer(parts, version), {
      onerror: error => terminal.say(`gitee-scout: ${error.message}`),
    });
    process.stdin.once('close', () => {
      void handle.close().then(resolve, resolve);
    });
  });
}

/** The findings of folders. Read anew each time: people pull and edit meanwhile. */
function findingsIn(
  named: readonly { readonly name: string; readonly folder: string }[],
  { clock, log }: Context['host'],
): Pick<Parts, 'findings' | 'readFinding'> {
  const once = named.filter(({ folder }, index) => named.findIndex(other => other.folder === folder) === index);
  const places = once.map(({ name, folder }) => ({ id: name, label: name, folder: openNodeFolder(folder) }));
  const findings = openFindings({ places: () => places, clock, log });
  return {
    findings: async () => {
      findings.reload();
      const { findings: saved } = await findings.list();
      return saved.map(({ place, finding }) => findingSummary(finding, place));
    },
    readFinding: async id => {
      findings.reload();
      const found = await findings.find(id);
      return places.find(({ id: place }) => place === found?.place)?.folder.read(found?.path ?? '');
    },
  };
}
