import * as vscode from 'vscode';
import { settings } from '../contributions.ts';
import type { FindingsStore } from '../findings-store.ts';

/** The server's program inside the extension; a child process of its own runs it. */
const program = ['dist', 'mcp.cjs'];

/**
 * Offers our own server to the editor, which asks the person before it starts it. It works without a token: tokens stay
 * in the secret storage of this extension. It sees the findings of all workspace folders and of the team folders, not the
 * person's own. A changed setting gives another definition.
 */
export function createServerDefinitions(
  extension: vscode.Extension<unknown>,
  store: Pick<FindingsStore, 'places'>,
): vscode.McpServerDefinitionProvider<vscode.McpStdioServerDefinition> {
  return {
    provideMcpServerDefinitions: () => {
      const configuration = vscode.workspace.getConfiguration(settings.section);
      const baseUrl = configuration.get(settings.baseUrl, '');
      const offline = configuration.get(settings.offline, false);
      const [folder] = vscode.workspace.workspaceFolders ?? [];
      // It reads for itself what the configuration of its own folder names.
      const others = store
        .places()
        .filter(({ kind, root }) => kind !== 'personal' && root.scheme === 'file')
        .filter(({ workspace }) => workspace === undefined || workspace.toString() !== folder?.uri.toString());
      const definition = new vscode.McpStdioServerDefinition(
        'Gitee Scout',
        process.execPath,
        [
          vscode.Uri.joinPath(extension.extensionUri, ...program).fsPath,
          ...(offline ? ['--offline'] : []),
          ...(others.length > 0 ? ['--findings', ...others.map(({ root }) => root.fsPath)] : []),
        ],
        // In the desktop editor the executable is the editor itself, which this makes plain Node.js.
        { ELECTRON_RUN_AS_NODE: '1', ...(baseUrl === '' ? {} : { GITEE_SCOUT_BASE_URL: baseUrl }) },
        String(extension.packageJSON.version),
      );
      if (folder?.uri.scheme === 'file') definition.cwd = folder.uri;
      return [definition];
    },
  };
}
