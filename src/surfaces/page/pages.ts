import * as vscode from 'vscode';
import type { Project } from '../../core/model.ts';
import { type ProjectReference, parseReference, projectId, repositoryUrl } from '../../core/projects/index.ts';
import type { PageHistory } from '../../webview/protocol.ts';
import { contextKeys, panels } from '../contributions.ts';
import { counted } from '../counted.ts';
import { historyOf } from './history.ts';
import { readSavedPage } from './messages.ts';
import { fillPanel, type Panel, type PanelDependencies } from './panel.ts';
import type { Session } from './session.ts';

export interface PagesDependencies extends PanelDependencies {
  readonly project: (reference: ProjectReference) => Promise<Project | undefined>;
  /** Told the id of a project whose page a person has opened; not of pages that come back by themselves. */
  readonly opened: (id: string) => void;
  /** Fires when something around the pages changed: findings, settings, manifests. */
  readonly onDidChangeSurroundings: vscode.Event<void>;
  /** Fires when something about translation changed: engines, corrections, words of a team. */
  readonly onDidChangeTranslations: vscode.Event<void>;
}

/** The open project pages: a project that is open already is shown where it is. */
export interface Pages extends vscode.Disposable {
  /** `beside`: in a page of its own beside the active editor, also where it is open already. */
  show(reference: ProjectReference, name?: string, beside?: boolean): Promise<void>;
  /** One page back or forward in the panel that is active. */
  go(by: -1 | 1): void;
  /** What the active panel shows. */
  shown(): ProjectReference | undefined;
  /** Fills a panel that comes back after a reload of the window. */
  restore(panel: vscode.WebviewPanel, saved: unknown): Promise<void>;
  /** Opens what a link to this extension names. */
  follow(path: string): Promise<void>;
  /** The repository of a project, as a page of the web. */
  addressOf(reference: ProjectReference): Promise<string | undefined>;
  /** Images are asked about again, whatever was allowed before. */
  forgetImageHosts(): Promise<void>;
}

export function openPages(dependencies: PagesDependencies): Pages {
  /** Each panel with the id of the project that it shows. */
  const open = new Map<Panel, string>();
  const idOf = async (reference: ProjectReference) => projectId(reference, await dependencies.project(reference));

  /** What the buttons for back and forward can do, in the panel that is active. */
  const tell = () => {
    const active = [...open.keys()].find(page => page.active);
    if (!active) return;
    const { entries, at } = active.history;
    void vscode.commands.executeCommand('setContext', contextKeys.pageCanGoBack, at > 0);
    void vscode.commands.executeCommand('setContext', contextKeys.pageCanGoForward, at < entries.length - 1);
  };
  const fill = (panel: vscode.WebviewPanel, history: PageHistory, id: string) => {
    const page = fillPanel(panel, history, {
      ...dependencies,
      turned: turned => {
        tell();
        const shown = referenceIn(turned);
        if (!shown) return;
        idOf(shown).then(
          next => open.has(turned) && open.set(turned, next),
          (error: unknown) => dependencies.session.log.error('project page', error),
        );
      },
    });
    open.set(page, id);
    tell();
    const viewing = panel.onDidChangeViewState(tell);
    panel.onDidDispose(() => {
      open.delete(page);
      viewing.dispose();
      page.dispose();
    });
  };
  const show = async (reference: ProjectReference, name?: string, beside = false) => {
    const title = name ?? ('path' in reference ? reference.path : reference.project);
    const column = beside ? vscode.ViewColumn.Beside : columnFor(open);
    const create = () => vscode.window.createWebviewPanel(panels.project, title, column, { enableFindWidget: true });
    const asking = idOf(reference);
    // Until the catalog is read, which takes a while once, the editor can already set the page up.
    const early = (await Promise.race([asking, nextTurn()])) === undefined ? create() : undefined;
    const id = await asking;
    const existing = beside ? undefined : [...open].find(([, shown]) => shown === id)?.[0];
    if (!existing) {
      fill(early ?? create(), historyOf(reference, title), id);
      return dependencies.opened(id);
    }
    early?.dispose();
    existing.reveal();
  };
  const forEach = (work: (session: Session) => Promise<void>) => () => {
    for (const { session } of open.keys()) {
      work(session).catch((error: unknown) => dependencies.session.log.error('project page', error));
    }
  };
  const watching = vscode.Disposable.from(
    dependencies.onDidChangeSurroundings(forEach(session => session.look())),
    dependencies.onDidChangeTranslations(forEach(session => session.renewTranslation())),
  );

  return {
    show,
    go(by) {
      for (const page of open.keys()) if (page.active) page.go(by);
    },
    shown() {
      const active = [...open.keys()].find(page => page.active);
      return active && referenceIn(active);
    },
    async restore(panel, saved) {
      const history = readSavedPage(saved);
      const entry = history?.entries[history.at];
      // Another version wrote it, or nobody: an empty tab helps no one.
      if (history && entry) fill(panel, history, await idOf(entry.reference));
      else panel.dispose();
    },
    async follow(path) {
      const [, place, ...rest] = path.split('/');
      const reference = place === 'project' ? parseReference(rest.join('/')) : undefined;
      if (reference) await show(reference);
      else await vscode.window.showWarningMessage(vscode.l10n.t('This link leads to no project.'));
    },
    async addressOf(reference) {
      if ('path' in reference) return repositoryUrl(reference.host, reference.path);
      const project = await dependencies.project(reference);
      const home = project?.homes.find(({ host }) => host === 'gitee') ?? project?.homes[0];
      return home ? repositoryUrl(home.host, home.path) : undefined;
    },
    async forgetImageHosts() {
      const count = await dependencies.session.imageHosts.forget();
      await vscode.window.showInformationMessage(
        counted(
          vscode.l10n.t(
            '{0} host was forgotten. Pages that are open keep their images until they are closed.|{0} hosts were forgotten. Pages that are open keep their images until they are closed.',
          ),
          count,
        ),
      );
    },
    dispose: () => {
      watching.dispose();
      for (const page of open.keys()) page.dispose();
      open.clear();
    },
  };
}

function referenceIn({ history }: Panel): ProjectReference | undefined {
  return history.entries[history.at]?.reference;
}

function nextTurn(): Promise<undefined> {
  return new Promise(resolve => setImmediate(() => resolve(undefined)));
}

/** Beside the manifest that is being read; where there is a page already, with it. */
function columnFor(open: ReadonlyMap<Panel, string>): vscode.ViewColumn {
  const shown = [...open.keys()].map(({ column }) => column()).find(column => column !== undefined);
  // A page that was just opened beside something does not know its column yet; it is the active one.
  if (shown !== undefined) return shown > 0 ? shown : vscode.ViewColumn.Active;
  return vscode.window.activeTextEditor ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
}
