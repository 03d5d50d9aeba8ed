import * as vscode from 'vscode';
import type { FindingProblem } from '../../core/findings/index.ts';
import type { Log } from '../../core/ports.ts';
import type { FindingsStore } from '../findings-store.ts';
import { sentenceText } from '../sentence-text.ts';

/** Typing is let come to rest for this long, ms. */
const rest = 150;

/** Underlines what is wrong in the file of a finding while somebody types it, and in nothing else. */
export function registerFileProblems({
  store,
  log,
}: {
  readonly store: Pick<FindingsStore, 'placeOf'>;
  readonly log: Log;
}): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('gitee-scout-findings');
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const forget = ({ uri }: vscode.TextDocument) => {
    clearTimeout(timers.get(uri.toString()));
    timers.delete(uri.toString());
    collection.delete(uri);
  };
  const check = async (document: vscode.TextDocument) => {
    const { checkFindingFile, isFindingPath } = await import('../../core/findings/index.ts');
    const place = store.placeOf(document.uri);
    // The folders above the place do not count: `.gitee-scout` is hidden, and may well hold findings.
    if (!place || !isFindingPath(document.uri.path.slice(place.root.path.length + 1))) return;
    const { version } = document;
    const problems = await checkFindingFile(document.getText());
    if (document.isClosed || document.version !== version) return;
    collection.set(
      document.uri,
      problems.map(problem => diagnosticOf(document, problem)),
    );
  };
  const soon = (document: vscode.TextDocument, wait: number) => {
    if (document.languageId !== 'markdown' || !store.placeOf(document.uri)) return;
    const key = document.uri.toString();
    clearTimeout(timers.get(key));
    timers.set(
      key,
      setTimeout(() => check(document).catch((error: unknown) => log.error(`checking ${key}`, error)), wait),
    );
  };
  for (const document of vscode.workspace.textDocuments) soon(document, 0);
  return vscode.Disposable.from(
    collection,
    vscode.workspace.onDidOpenTextDocument(document => soon(document, 0)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => soon(document, rest)),
    vscode.workspace.onDidCloseTextDocument(forget),
    {
      dispose: () => {
        for (const timer of timers.values()) clearTimeout(timer);
      },
    },
  );
}

function diagnosticOf(
  document: vscode.TextDocument,
  { said, severity, range: [start, end] }: FindingProblem,
): vscode.Diagnostic {
  const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
  const level = severity === 'error' ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning;
  return Object.assign(new vscode.Diagnostic(range, sentenceText(said), level), { source: 'Gitee Scout' });
}
