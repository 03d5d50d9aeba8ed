import * as vscode from 'vscode';
import { settings } from '../contributions.ts';

/** The server's program inside the extension; a child process of its own runs it. */
const program = ['dist', 'mcp.cjs'];

/**
 * Offers our own server to the editor, which asks the person before it starts it. It works without a token: tokens stay
 * in the secret storage of this extension. A changed address or offline setting gives another definition.
 */
export function createServerDefinitions(
  extension: vscode.Extension<unknown>,
): vscode.McpServerDefinitionProvider<vscode.McpStdioServerDefinition> {
  return {
    provideMcpServerDefinitions: () => {
      const configuration = vscode.workspace.getConfiguration(settings.section);
      const baseUrl = configuration.get(settings.baseUrl, '');
      const offline = configuration.get(settings.offline, false);
      const definition = new vscode.McpStdioServerDefinition(
        'Gitee Scout',
        process.execPath,
        [vscode.Uri.joinPath(extension.extensionUri, ...program).fsPath, ...(offline ? ['--offline'] : [])],
        // In the desktop editor the executable is the editor itself, which this makes plain Node.js.
        { ELECTRON_RUN_AS_NODE: '1', ...(baseUrl === '' ? {} : { GITEE_SCOUT_BASE_URL: baseUrl }) },
        String(extension.packageJSON.version),
      );
      const [folder] = vscode.workspace.workspaceFolders ?? [];
      if (folder?.uri.scheme === 'file') definition.cwd = folder.uri;
      return [definition];
    },
  };
}
