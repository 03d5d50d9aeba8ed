import * as vscode from 'vscode';
import type { Project } from '../../core/model.ts';
import { type ProjectReference, projectId, repositoryUrl } from '../../core/projects/index.ts';
import { commands } from '../contributions.ts';
import { readProjectTarget } from '../project-target.ts';
import { readSavedPage } from './messages.ts';
import { fillPanel, type Panel, type PanelDependencies, viewType } from './panel.ts';

export interface PagesDependencies extends PanelDependencies {
  readonly project: (reference: ProjectReference) => Promise<Project | undefined>;
  /** Fires when something around the pages changed: findings, settings, manifests. */
  readonly onDidChangeSurroundings: vscode.Event<void>;
}

/** Project pages: one panel for each project, reused, and back after a reload of the window. */
export function registerPages(dependencies: PagesDependencies): vscode.Disposable {
  const open = new Map<string, Panel>();

  const fill = async (panel: vscode.WebviewPanel, reference: ProjectReference) => {
    const id = projectId(reference, await dependencies.project(reference));
    const page = fillPanel(panel, reference, dependencies);
    open.set(id, page);
    panel.onDidDispose(() => {
      if (open.get(id) === page) open.delete(id);
      page.dispose();
    });
  };
  const show = async (reference: ProjectReference, name: string | undefined) => {
    const id = projectId(reference, await dependencies.project(reference));
    const existing = open.get(id);
    if (existing) return existing.reveal();
    const title = name ?? ('path' in reference ? reference.path : reference.project);
    await fill(
      vscode.window.createWebviewPanel(viewType, title, columnFor(open), { enableFindWidget: true }),
      reference,
    );
  };
  /** The repository of a target, as a page of the web. */
  const addressOf = async (reference: ProjectReference): Promise<string | undefined> => {
    if ('path' in reference) return repositoryUrl(reference.host, reference.path);
    const project = await dependencies.project(reference);
    const home = project?.homes.find(({ host }) => host === 'gitee') ?? project?.homes[0];
    return home ? repositoryUrl(home.host, home.path) : undefined;
  };
  const register = (id: string, run: (reference: ProjectReference, name: string | undefined) => Promise<unknown>) =>
    vscode.commands.registerCommand(id, async (argument: unknown) => {
      const target = readProjectTarget(argument);
      if (target) await run(target.reference, target.name);
    });

  return vscode.Disposable.from(
    register(commands.openProject, show),
    register(commands.openOnGitee, async reference => {
      const address = await addressOf(reference);
      if (address) await vscode.env.openExternal(vscode.Uri.parse(address, true));
    }),
    register(commands.copyCloneCommand, async reference => {
      const address = await addressOf(reference);
      if (address) await vscode.env.clipboard.writeText(`git clone ${address}.git`);
    }),
    vscode.commands.registerCommand(commands.setOwnLicense, () => dependencies.actions.setOwnLicense()),
    vscode.window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(panel, state) {
        const saved = readSavedPage(state);
        // Another version wrote it, or nobody: an empty tab helps no one.
        if (saved) await fill(panel, saved.reference);
        else panel.dispose();
      },
    }),
    dependencies.onDidChangeSurroundings(() => {
      for (const { session } of open.values()) {
        session.look().catch((error: unknown) => dependencies.session.log.error('project page', error));
      }
    }),
    new vscode.Disposable(() => {
      for (const page of open.values()) page.dispose();
      open.clear();
    }),
  );
}

/** Beside the manifest that is being read; where there is a page already, with it. */
function columnFor(open: ReadonlyMap<string, Panel>): vscode.ViewColumn {
  const shown = [...open.values()].map(({ column }) => column()).find(column => column !== undefined);
  // A page that was just opened beside something does not know its column yet; it is the active one.
  if (shown !== undefined) return shown > 0 ? shown : vscode.ViewColumn.Active;
  return vscode.window.activeTextEditor ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
}
