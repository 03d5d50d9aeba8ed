import * as vscode from 'vscode';
import type { Correction, GlossaryEntry } from '../../core/translation/index.ts';
import { settings } from '../contributions.ts';
import { watchTeamFiles } from '../watch-files.ts';

/** Where a team keeps its words, in each workspace folder. */
export const teamFolder = '.gitee-scout';
export const glossaryFile = 'glossary.yaml';
export const correctionsFile = 'translations.json';

/** Bytes; larger files are no work of people. */
const largest = 4 * 1024 * 1024;

/** The glossary and the corrections of the team, and the user's own glossary. Files of a workspace count once it is trusted. */
export function createTeamFiles(log: Pick<vscode.LogOutputChannel, 'warn'>) {
  const changed = new vscode.EventEmitter<void>();
  const watching = watchTeamFiles(`**/${teamFolder}/{${glossaryFile},${correctionsFile}}`, () => changed.fire());
  const texts = async (name: string): Promise<readonly string[]> => {
    if (!vscode.workspace.isTrusted) return [];
    const folders = vscode.workspace.workspaceFolders ?? [];
    const found = await Promise.all(folders.map(({ uri }) => readFile(vscode.Uri.joinPath(uri, teamFolder, name))));
    return found.filter(text => text !== undefined);
  };

  return {
    onDidChange: changed.event,
    /** The team's entries, then the user's own, which win. */
    async glossary(): Promise<readonly GlossaryEntry[]> {
      const { readGlossary } = await import('../../core/translation/index.ts');
      const own = vscode.workspace.getConfiguration(settings.section).get<object>(settings.translationGlossary, {});
      const sources = [...(await texts(glossaryFile)), JSON.stringify(own)];
      return sources.flatMap(text => {
        const { entries, bad } = readGlossary(text);
        if (bad > 0) log.warn(`glossary: ${bad} entries cannot be read`);
        return entries;
      });
    },
    async corrections(): Promise<readonly Correction[]> {
      const { readCorrections } = await import('../../core/translation/index.ts');
      return (await texts(correctionsFile)).flatMap(text => {
        const corrections = readCorrections(text);
        if (!corrections) log.warn(`${teamFolder}/${correctionsFile} holds no corrections`);
        return corrections ?? [];
      });
    },
    dispose: () => vscode.Disposable.from(changed, watching).dispose(),
  };
}

export type TeamFiles = ReturnType<typeof createTeamFiles>;

async function readFile(uri: vscode.Uri): Promise<string | undefined> {
  try {
    if ((await vscode.workspace.fs.stat(uri)).size > largest) return undefined;
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return undefined;
    throw error;
  }
}
