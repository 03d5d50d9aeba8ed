import * as vscode from 'vscode';
import type { Catalog } from '../../core/catalog/index.ts';
import type { FindingDraft, FindingLocation, SavedFinding } from '../../core/findings/index.ts';
import type { FindingStatus } from '../../core/model.ts';
import type { FindingsStore } from '../findings-store.ts';
import type { ProjectTarget } from '../project-target.ts';
import { statusIcons, statusLabel } from '../wording.ts';
import { statuses } from './nodes.ts';

export interface ActionDependencies {
  readonly store: FindingsStore;
  readonly catalog: () => Promise<Catalog>;
}

/** Saves projects, with what the catalog knows of them. */
export async function saveTargets(
  { store, catalog }: ActionDependencies,
  targets: readonly ProjectTarget[],
  status?: FindingStatus,
): Promise<readonly SavedFinding[]> {
  const known = await catalog();
  const saved: SavedFinding[] = [];
  for (const target of targets) saved.push(await store.save({ ...(await draftOf(target, known)), status }));
  return saved;
}

async function draftOf({ reference, name, replaces }: ProjectTarget, catalog: Catalog): Promise<FindingDraft> {
  const { projectId } = await import('../../core/projects/index.ts');
  const project =
    'project' in reference ? catalog.project(reference.project) : catalog.byHome(reference.host, reference.path);
  const draft = { id: projectId(reference, project), replaces: replaces === undefined ? undefined : [replaces] };
  if (project) {
    const homes = project.homes.map(({ host, path }) => ({ host, path }));
    return { ...draft, name: project.name.en, homes, license: project.license };
  }
  if ('project' in reference) return { ...draft, name: name ?? reference.project };
  return { ...draft, name: name ?? reference.path, homes: [reference] };
}

/** Says that something was saved and offers what people do next. */
export async function offerNextSteps(dependencies: ActionDependencies, saved: SavedFinding): Promise<void> {
  const note = vscode.l10n.t('Add Note...');
  const status = vscode.l10n.t('Change Status...');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t('{0} is saved as {1}.', saved.finding.name, statusLabel(saved.finding.status)),
    note,
    status,
  );
  if (answer === note) await askNote(dependencies, saved);
  if (answer === status) await askStatus(dependencies, saved);
}

export async function askStatus({ store }: ActionDependencies, saved: SavedFinding): Promise<void> {
  const picked = await vscode.window.showQuickPick(
    statuses.map(status => ({
      label: `$(${statusIcons[status]}) ${statusLabel(status)}`,
      description: status === saved.finding.status ? vscode.l10n.t('now') : '',
      status,
    })),
    { title: vscode.l10n.t('Status of {0}', saved.finding.name) },
  );
  if (picked) await (await store.findings()).edit(saved, { status: picked.status });
}

/** A note of one line is asked for; for a longer one the file itself is the editor. */
export async function askNote({ store }: ActionDependencies, saved: SavedFinding): Promise<void> {
  const { note, name } = saved.finding;
  if (note.includes('\n')) return openFile(store, saved);
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t('Note on {0}', name),
    prompt: vscode.l10n.t('What should be remembered? The file of the finding has room for more.'),
    value: note,
  });
  if (text !== undefined) await (await store.findings()).edit(saved, { note: text });
}

export async function openFile(store: FindingsStore, location: FindingLocation): Promise<void> {
  const uri = store.uriOf(location);
  if (uri) await vscode.commands.executeCommand('vscode.open', uri);
}

/** Removes a finding and offers to take that back. */
export async function remove({ store }: ActionDependencies, saved: SavedFinding): Promise<void> {
  const restore = await (await store.findings()).remove(saved);
  const undo = vscode.l10n.t('Undo');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t('{0} is no longer among the findings.', saved.finding.name),
    undo,
  );
  if (answer === undo) await restore();
}

/** Whether an error's message is a sentence for people. Told by its name: its class would load the whole core. */
export function isForPeople(error: unknown): error is Error {
  return error instanceof Error && error.name === 'FindingError';
}
