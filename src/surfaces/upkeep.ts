import * as vscode from 'vscode';
import { commands } from './contributions.ts';

/** What a person who looks for the cause of something needs: the log, and a cache that starts anew. */
export function registerUpkeep({
  log,
  clearCache,
}: {
  readonly log: vscode.LogOutputChannel;
  readonly clearCache: () => Promise<void>;
}): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.showLog, () => log.show()),
    vscode.commands.registerCommand(commands.clearCache, clearCache),
  );
}
