import * as vscode from 'vscode';
import { sentenceText } from '../sentence-text.ts';

/** Typing goes on for this long before the file is read again, ms. */
const pause = 300;

const policyPath = /(?:^|\/)\.gitee-scout\/policy\.ya?ml$/;

/** Shows in `.gitee-scout/policy.yaml` what cannot be followed, where it stands. */
export function registerPolicyProblems(): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('giteeScout.policy');
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const show = async (document: vscode.TextDocument) => {
    const { version } = document;
    const { readLicensePolicy } = await import('../../core/licenses/index.ts');
    const reading = await readLicensePolicy(document.getText());
    if (document.version !== version || document.isClosed) return;
    const problems = reading.kind === 'wrong' ? reading.problems : [];
    collection.set(
      document.uri,
      problems.map(({ said, range: [start, end] }) => {
        const range = new vscode.Range(document.positionAt(start), document.positionAt(Math.max(end, start + 1)));
        const diagnostic = new vscode.Diagnostic(range, sentenceText(said), vscode.DiagnosticSeverity.Error);
        diagnostic.source = 'Gitee Scout';
        return diagnostic;
      }),
    );
  };
  const soon = (document: vscode.TextDocument) => {
    if (!policyPath.test(document.uri.path)) return;
    const key = document.uri.toString();
    clearTimeout(timers.get(key));
    timers.set(
      key,
      setTimeout(() => void show(document), pause),
    );
  };

  vscode.workspace.textDocuments.forEach(soon);
  return vscode.Disposable.from(
    collection,
    vscode.workspace.onDidOpenTextDocument(soon),
    vscode.workspace.onDidChangeTextDocument(({ document }) => soon(document)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      clearTimeout(timers.get(uri.toString()));
      timers.delete(uri.toString());
      collection.delete(uri);
    }),
    new vscode.Disposable(() => {
      for (const timer of timers.values()) clearTimeout(timer);
    }),
  );
}
