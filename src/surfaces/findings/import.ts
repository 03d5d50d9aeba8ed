import * as vscode from 'vscode';
import type { ImportCandidate, ImportReading } from '../../core/findings/index.ts';
import type { Gitee } from '../../core/gitee/index.ts';
import { counted } from '../counted.ts';
import { toldText } from '../sentence-text.ts';
import { effortLabel, licenseLabel, relationLabel } from '../wording.ts';
import { type ActionDependencies, withVerdict } from './actions.ts';

/** Larger files are not read; bytes. */
const largestFile = 64 * 1024 * 1024;

/** Asks where findings come from, shows what is there, and saves what is chosen. */
export async function importFindings(dependencies: ActionDependencies, gitee: () => Promise<Gitee>): Promise<void> {
  const sources = [
    {
      label: `$(file) ${vscode.l10n.t('From a File...')}`,
      detail: vscode.l10n.t('A list of addresses, a CSV, or a bill of materials (CycloneDX or SPDX).'),
      read: () => fromFile(dependencies),
    },
    {
      label: `$(clippy) ${vscode.l10n.t('From the Clipboard')}`,
      detail: vscode.l10n.t('Addresses, one on each line, or a CSV.'),
      read: async () => read(dependencies, await vscode.env.clipboard.readText()),
    },
    {
      label: `$(star) ${vscode.l10n.t('Stars of a Gitee User...')}`,
      detail: vscode.l10n.t('Asks Gitee for the projects that somebody has starred.'),
      read: () => fromUser(dependencies, gitee),
    },
  ];
  const source = await vscode.window.showQuickPick(sources, { title: vscode.l10n.t('Import Findings') });
  const reading = await source?.read();
  if (!reading) return;
  const chosen = await choose(dependencies, reading);
  if (!chosen || chosen.length === 0) return;
  const findings = await dependencies.store.findings();
  const drafts = await Promise.all(chosen.map(({ draft }) => withVerdict(dependencies, draft)));
  const place = dependencies.store.placeForNew();
  const added = await findings.add(drafts, place.id);
  const before = drafts.length - added.length;
  void vscode.window.showInformationMessage(
    [
      counted(vscode.l10n.t('Saved {0} finding in {1}.|Saved {0} findings in {1}.'), added.length, place.label),
      ...(before > 0 ? [counted(vscode.l10n.t('{0} was there before.|{0} were there before.'), before)] : []),
    ].join(' '),
  );
}

async function read({ catalog }: ActionDependencies, text: string): Promise<ImportReading> {
  const { readImport } = await import('../../core/findings/index.ts');
  return readImport(text, await catalog());
}

async function fromFile(dependencies: ActionDependencies): Promise<ImportReading | undefined> {
  const [file] = (await vscode.window.showOpenDialog({ title: vscode.l10n.t('Import Findings') })) ?? [];
  if (!file) return undefined;
  const { size } = await vscode.workspace.fs.stat(file);
  if (size > largestFile) {
    void vscode.window.showErrorMessage(vscode.l10n.t('The file is larger than 64 MB.'));
    return undefined;
  }
  const bytes = await vscode.workspace.fs.readFile(file);
  // Excel and the PowerShell of Windows write neither in UTF-8.
  const { textOfBytes } = await import('../../core/licenses/index.ts');
  return read(dependencies, textOfBytes(bytes) ?? '');
}

async function fromUser(
  { catalog }: ActionDependencies,
  gitee: () => Promise<Gitee>,
): Promise<ImportReading | undefined> {
  const login = await vscode.window.showInputBox({
    title: vscode.l10n.t('Stars of a Gitee User'),
    prompt: vscode.l10n.t('The name in the address of the user’s page: gitee.com/NAME'),
    validateInput: text =>
      /^[\w.-]{1,100}$/.test(text) ? undefined : vscode.l10n.t('Letters, digits, dashes and dots.'),
  });
  if (login === undefined) return undefined;
  const stars = await (await gitee()).starredBy(login);
  if (stars.kind !== 'found') {
    void vscode.window.showErrorMessage(toldText(stars));
    return undefined;
  }
  const { fromStars } = await import('../../core/findings/index.ts');
  const problems = stars.notice ? [stars.notice] : [];
  return { kind: 'list', candidates: await fromStars(stars.value, await catalog()), problems };
}

/** All of a list are chosen at first; of what is only suggested for components, nothing. */
async function choose(
  { store }: ActionDependencies,
  { kind, candidates, problems, components }: ImportReading,
): Promise<readonly ImportCandidate[] | undefined> {
  if (problems.length > 0) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('Not everything could be read. {0}', problems.slice(0, 5).map(toldText).join(' ')),
    );
  }
  if (candidates.length === 0) {
    void vscode.window.showInformationMessage(
      components === undefined
        ? vscode.l10n.t('Nothing in it names a project.')
        : counted(
            vscode.l10n.t(
              'The catalog has nothing for its {0} component.|The catalog has nothing for its {0} components.',
            ),
            components,
          ),
    );
    return undefined;
  }
  const saved = new Set((await (await store.findings()).list()).findings.map(({ finding }) => finding.id));
  const items = candidates.map(candidate => ({
    label: candidate.draft.name,
    description: descriptionOf(candidate),
    detail: saved.has(candidate.draft.id)
      ? vscode.l10n.t('already saved')
      : (candidate.draft.replaces?.join(', ') ?? ''),
    picked: kind !== 'sbom' && !saved.has(candidate.draft.id),
    candidate,
  }));
  const title =
    components === undefined
      ? vscode.l10n.t('Projects found: {0}. Which should be saved?', candidates.length)
      : counted(
          vscode.l10n.t(
            'Suggestions for {0} component: which should be saved?|Suggestions for {0} components: which should be saved?',
          ),
          components,
        );
  const picked = await vscode.window.showQuickPick(items, {
    title,
    canPickMany: true,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.map(({ candidate }) => candidate);
}

/** Ends with the address: a fork has the name of its project too. */
function descriptionOf({ draft, relation, effort }: ImportCandidate): string {
  const [home] = draft.homes ?? [];
  const words = [
    ...(relation ? [relationLabel(relation)] : []),
    ...(relation === 'equivalent' && effort ? [effortLabel(effort)] : []),
    licenseLabel(draft.license ?? ''),
    ...(home ? [home.path] : []),
  ];
  return words.join(' · ');
}
