import * as vscode from 'vscode';

/** One value of a tool's input as it is shown to the person, cut short. */
function shown(input: unknown, key: string): string {
  const value: unknown = typeof input === 'object' && input !== null ? Reflect.get(input, key) : undefined;
  return typeof value === 'string' ? value.slice(0, 100) : '';
}

/** What the person reads while a tool works. */
export function progressFor(tool: string, input: unknown): string {
  switch (tool) {
    case 'find_alternatives':
      return vscode.l10n.t('Looking into the catalog of Chinese open source');
    case 'search_gitee':
      return vscode.l10n.t('Searching Gitee for "{0}"', shown(input, 'query'));
    case 'get_project':
      return vscode.l10n.t('Asking for facts about {0}', shown(input, 'project'));
    case 'read_readme':
      return vscode.l10n.t('Reading the README of {0}', shown(input, 'project'));
    case 'check_license':
      return vscode.l10n.t('Checking {0} against {1}', shown(input, 'inbound'), shown(input, 'outbound'));
    default:
      return vscode.l10n.t('Reading the findings');
  }
}

/** What the person is asked before something leaves this machine; `undefined` where nothing does. */
export function confirmationFor(
  tool: string,
  input: unknown,
): vscode.LanguageModelToolConfirmationMessages | undefined {
  switch (tool) {
    case 'search_gitee':
      return {
        title: vscode.l10n.t('Search Gitee?'),
        message: vscode.l10n.t('These words are sent to Gitee: {0}', shown(input, 'query')),
      };
    case 'get_project':
      return {
        title: vscode.l10n.t('Ask Gitee about a project?'),
        message: vscode.l10n.t('Facts about {0} are asked for, with about five requests.', shown(input, 'project')),
      };
    case 'read_readme':
      return {
        title: vscode.l10n.t('Read a README?'),
        message: vscode.l10n.t(
          'The README of {0} is handed to the language model. Strangers wrote it; it is marked as data, which lowers the risk that the model obeys it.',
          shown(input, 'project'),
        ),
      };
    default:
      return undefined;
  }
}
