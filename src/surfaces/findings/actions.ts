import * as vscode from 'vscode';
import type { Catalog } from '../../core/catalog/index.ts';
import type { FindingDraft, FindingLocation, SavedFinding, Undo } from '../../core/findings/index.ts';
import type { Finding, FindingStatus } from '../../core/model.ts';
import { settings } from '../contributions.ts';
import { counted } from '../counted.ts';
import type { FindingsStore, StorePlace } from '../findings-store.ts';
import type { LicenseAnswer } from '../license-judge.ts';
import { openMachineSetting } from '../machine-settings.ts';
import type { ProjectTarget } from '../project-target.ts';
import { statusIcons, statusLabel } from '../wording.ts';

export interface ActionDependencies {
  readonly store: FindingsStore;
  readonly catalog: () => Promise<Catalog>;
  /** What the license of a project means here. */
  readonly judge: (project: JudgedFinding) => Promise<LicenseAnswer>;
}

/** A license, and the project whose it is. */
export type JudgedFinding = Pick<Finding, 'license' | 'id'>;

const statuses = ['candidate', 'evaluating', 'adopted', 'rejected'] as const satisfies readonly FindingStatus[];

/** Saves projects, with what the catalog knows of them. */
export async function saveTargets(
  dependencies: ActionDependencies,
  targets: readonly ProjectTarget[],
  status?: FindingStatus,
): Promise<readonly SavedFinding[]> {
  const known = await dependencies.catalog();
  const saved: SavedFinding[] = [];
  for (const target of targets) {
    const draft = await withVerdict(dependencies, await draftOf(target, known));
    saved.push(await dependencies.store.save({ ...draft, status }));
  }
  return saved;
}

/** What was thought of the license is kept with the finding: later nobody knows. */
export async function withVerdict({ judge }: ActionDependencies, draft: FindingDraft): Promise<FindingDraft> {
  if (draft.license === undefined) return draft;
  const { verdict, own } = await judge({ license: draft.license, id: draft.id });
  return verdict && own ? { ...draft, verdict: { is: verdict.verdict, for: own.expression } } : draft;
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
  if (answer === note) await openNote(dependencies.store, saved);
  if (answer === status) await askStatus(dependencies, [saved]);
}

export async function askStatus({ store }: ActionDependencies, saved: readonly SavedFinding[]): Promise<void> {
  const now = sameOf(saved.map(({ finding }) => finding.status));
  const picked = await vscode.window.showQuickPick(
    statuses.map(status => ({
      label: `$(${statusIcons[status]}) ${statusLabel(status)}`,
      description: status === now ? vscode.l10n.t('now') : '',
      status,
    })),
    { title: vscode.l10n.t('Status of {0}', namesOf(saved)) },
  );
  if (!picked) return;
  const findings = await store.findings();
  for (const each of saved) await findings.edit(each, { status: picked.status });
}

/** Tags are typed with commas between them. */
export async function askTags({ store }: ActionDependencies, [saved]: readonly SavedFinding[]): Promise<void> {
  if (!saved) return;
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t('Tags of {0}', saved.finding.name),
    prompt: vscode.l10n.t('Separate tags by commas.'),
    value: saved.finding.tags.join(', '),
  });
  if (text === undefined) return;
  const tags = [
    ...new Set(
      text
        .split(',')
        .map(tag => tag.trim())
        .filter(Boolean),
    ),
  ].slice(0, 100);
  await (await store.findings()).edit(saved, { tags });
}

/** The day on which somebody should look again; an empty answer takes it away. */
export async function askReview(
  { store }: ActionDependencies,
  saved: readonly SavedFinding[],
  now: number,
): Promise<void> {
  const inMonths = (months: number) => {
    const date = new Date(now);
    date.setUTCMonth(date.getUTCMonth() + months);
    return date.toISOString().slice(0, 10);
  };
  const value = sameOf(saved.map(({ finding }) => finding.review ?? '')) || inMonths(3);
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t('Review {0} again on', namesOf(saved)),
    prompt: vscode.l10n.t('A date such as {0}. Leave it empty for no reminder.', inMonths(12)),
    value,
    validateInput: input =>
      input === '' || isDate(input) ? undefined : vscode.l10n.t('A date such as {0} is expected.', inMonths(12)),
  });
  if (text === undefined) return;
  const findings = await store.findings();
  for (const each of saved) await findings.edit(each, { review: text });
}

function isDate(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Asks for another place and brings the findings there. */
export async function transfer(
  { store }: ActionDependencies,
  how: 'move' | 'copy',
  saved: readonly SavedFinding[],
  chosen?: string,
): Promise<Undo | undefined> {
  const place = chosen ?? (await askPlace(store, how, saved));
  if (place === undefined) return undefined;
  const findings = await store.findings();
  const undo: Undo[] = [];
  for (const each of saved.filter(one => one.place !== place)) {
    if (how === 'move') undo.unshift(await findings.move(each, place));
    else await findings.copy(each, place);
  }
  return undo.length === 0 ? undefined : () => inOrder(undo);
}

async function askPlace(
  store: FindingsStore,
  how: 'move' | 'copy',
  saved: readonly SavedFinding[],
): Promise<string | undefined> {
  const title =
    how === 'move' ? vscode.l10n.t('Move {0} to', namesOf(saved)) : vscode.l10n.t('Copy {0} to', namesOf(saved));
  const others = store.places().filter(({ id }) => saved.some(({ place }) => place !== id));
  if (others.length === 0) {
    const add = vscode.l10n.t('Add Team Folder...');
    const answer = await vscode.window.showInformationMessage(
      vscode.l10n.t('There is no other place: open a folder, or name one that your team shares.'),
      add,
    );
    if (answer === add) await openMachineSetting(settings.findingsTeamFolders);
    return undefined;
  }
  const items = others.map(place => ({ label: placeLabel(place), description: place.root.fsPath, id: place.id }));
  return (await vscode.window.showQuickPick(items, { title, matchOnDescription: true }))?.id;
}

const placeIcons = { personal: 'account', workspace: 'root-folder', team: 'organization' } as const;

function placeLabel({ kind, label }: StorePlace): string {
  return `$(${placeIcons[kind]}) ${label}`;
}

export async function openFile(store: FindingsStore, location: FindingLocation): Promise<void> {
  const uri = store.uriOf(location);
  if (uri) await vscode.commands.executeCommand('vscode.open', uri);
}

/** The notes are the text of the file itself: it opens where they are, or where they would begin. */
export async function openNote(store: FindingsStore, location: FindingLocation): Promise<void> {
  const uri = store.uriOf(location);
  if (!uri) return;
  const document = await vscode.workspace.openTextDocument(uri);
  const text = document.getText();
  const end = /^---[ \t]*$/gm;
  end.exec(text);
  const closing = end.exec(text);
  const position = document.positionAt(closing ? text.length : 0);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(position, position) });
}

/** Removes findings; what comes back brings them all again. */
export async function remove({ store }: ActionDependencies, saved: readonly SavedFinding[]): Promise<Undo> {
  const findings = await store.findings();
  const undo: Undo[] = [];
  for (const each of saved) undo.unshift(await findings.remove(each));
  return () => inOrder(undo);
}

async function inOrder(undo: readonly Undo[]): Promise<void> {
  for (const each of undo) await each();
}

/** One name, or how many there are. */
export function namesOf(saved: readonly SavedFinding[]): string {
  const [only] = saved;
  return only && saved.length === 1
    ? only.finding.name
    : counted(vscode.l10n.t('{0} finding|{0} findings'), saved.length);
}

function sameOf<T>(values: readonly T[]): T | undefined {
  return values.every(value => value === values[0]) ? values[0] : undefined;
}

/** Whether an error's message is a sentence for people. Told by its name: its class would load the whole core. */
export function isForPeople(error: unknown): error is Error {
  return error instanceof Error && error.name === 'FindingError';
}
