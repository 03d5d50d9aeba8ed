import * as vscode from 'vscode';
import type { TranslationMemory } from '../../core/translation/index.ts';
import { counted } from '../counted.ts';
import { errorText } from '../sentence-text.ts';
import { correctionsFile, teamFolder } from './team-files.ts';

const filters = { JSON: ['json'] };

/** Gives corrections, or everything that was translated, to others: into a file, or into the workspace for the team. */
export async function exportMemory(memory: TranslationMemory): Promise<void> {
  const title = vscode.l10n.t('Export Translation Memory');
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const count = (await memory.corrections()).length;
  const team = folder && vscode.Uri.joinPath(folder.uri, teamFolder, correctionsFile);
  const choices = [
    ...(team
      ? [
          {
            what: 'team' as const,
            label: vscode.l10n.t('Corrections, for everybody in this workspace'),
            detail: vscode.l10n.t(
              'Joined with {0}; whoever opens the folder uses them. Of two corrections the later one stays.',
              `${teamFolder}/${correctionsFile}`,
            ),
          },
        ]
      : []),
    { what: 'corrections' as const, label: vscode.l10n.t('Corrections, into a file') },
    {
      what: 'all' as const,
      label: vscode.l10n.t('Everything, into a file'),
      detail: vscode.l10n.t('Also what engines translated, so that others need not translate it again.'),
    },
  ];
  const placeHolder = counted(
    vscode.l10n.t(
      'You corrected {0} sentence. What should be exported?|You corrected {0} sentences. What should be exported?',
    ),
    count,
  );
  const picked = await vscode.window.showQuickPick(choices, { title, placeHolder });
  if (!picked) return;
  if (picked.what === 'team' && team) return shareWithTeam(memory, team);
  const suggested = folder && vscode.Uri.joinPath(folder.uri, 'gitee-scout-translations.json');
  const target = await vscode.window.showSaveDialog({
    title,
    filters,
    ...(suggested ? { defaultUri: suggested } : {}),
  });
  if (!target) return;
  const text = await memory.exportText({ translations: picked.what === 'all' });
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  await vscode.window.showInformationMessage(
    vscode.l10n.t('The translation memory was written to {0}.', target.fsPath),
  );
}

/** Takes over what others exported. */
export async function importMemory(memory: TranslationMemory): Promise<boolean> {
  const title = vscode.l10n.t('Import Translation Memory');
  const [file] = (await vscode.window.showOpenDialog({ title, filters, canSelectMany: false })) ?? [];
  if (!file) return false;
  const { MemoryError } = await import('../../core/translation/index.ts');
  try {
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    const { added, known, translations } = await memory.importText(text);
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'Taken over: corrections {0}, translations {1}. Corrections that stayed, because yours are later or the same: {2}.',
        added,
        translations,
        known,
      ),
    );
    return added + translations > 0;
  } catch (error) {
    if (!(error instanceof MemoryError)) throw error;
    void vscode.window.showErrorMessage(vscode.l10n.t('Gitee Scout: {0}', errorText(error)));
    return false;
  }
}

async function shareWithTeam(memory: TranslationMemory, file: vscode.Uri): Promise<void> {
  const { correctionsText, mergeCorrections, readCorrections } = await import('../../core/translation/index.ts');
  const old = await vscode.workspace.fs.readFile(file).then(
    bytes => new TextDecoder().decode(bytes),
    () => undefined,
  );
  const theirs = old === undefined ? [] : readCorrections(old);
  if (!theirs) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t('{0} cannot be read. Mend it or delete it first: nothing was written.', file.fsPath),
    );
    return;
  }
  const { merged, added } = mergeCorrections(theirs, await memory.corrections());
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(correctionsText(merged.values())));
  const open = vscode.l10n.t('Open File');
  const answer = await vscode.window.showInformationMessage(
    counted(
      vscode.l10n.t(
        '{0} correction is new for the team. Commit the file to share it.|{0} corrections are new for the team. Commit the file to share them.',
      ),
      added,
    ),
    open,
  );
  if (answer === open) await vscode.window.showTextDocument(file);
}
