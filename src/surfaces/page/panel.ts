import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { FindingStatus } from '../../core/model.ts';
import { type ProjectReference, repositoryUrl } from '../../core/projects/index.ts';
import type { HostMessage, PageMessage, PageState, SavedTranslation } from '../../webview/protocol.ts';
import { pageDocument } from './document.ts';
import { readPageMessage } from './messages.ts';
import { createSession, type Session, type SessionDependencies, type SessionEvents } from './session.ts';

/** What the page asks of the rest of the extension. */
export interface PanelActions {
  readonly revealDependency: (purl: string, manifest: string) => PromiseLike<void>;
  readonly saveFinding: (state: PageState, status: FindingStatus, note: string) => Promise<void>;
  readonly removeFinding: (state: PageState) => Promise<void>;
  readonly setOwnLicense: () => PromiseLike<void>;
  readonly openEvidence: (state: PageState) => Promise<void>;
  readonly openProject: (id: string, beside: boolean) => PromiseLike<void>;
  readonly configureTranslation: () => PromiseLike<void>;
}

export interface PanelDependencies {
  readonly extensionUri: vscode.Uri;
  readonly session: SessionDependencies;
  readonly actions: PanelActions;
}

export interface Panel extends vscode.Disposable {
  readonly session: Session;
  reveal(): void;
  column(): vscode.ViewColumn | undefined;
}

/** Fills a webview panel with a project's page. */
export function fillPanel(
  panel: vscode.WebviewPanel,
  reference: ProjectReference,
  { extensionUri, session: needs, actions }: PanelDependencies,
  saved?: SavedTranslation,
): Panel {
  const { webview } = panel;
  const local = (...path: readonly string[]) => vscode.Uri.joinPath(extensionUri, ...path);
  webview.options = { enableScripts: true, localResourceRoots: [local('dist', 'webview'), local('media')] };
  panel.iconPath = { light: local('media', 'icons', 'page-light.svg'), dark: local('media', 'icons', 'page-dark.svg') };

  const post = (message: HostMessage) => {
    // Dropped while the tab is hidden: the page asks for everything when it is back.
    webview.postMessage(message).then(undefined, (error: unknown) => needs.log.warn('page does not listen', error));
  };
  const pageEvents: SessionEvents = {
    state: state => {
      panel.title = state.page.name;
      post({ kind: 'state', state });
    },
    texts: texts => post({ kind: 'readme', ...texts }),
    announce: sentence => post({ kind: 'announce', text: announcement(sentence) }),
  };
  const session = createSession(reference, needs, pageEvents, saved);

  const draw = (state?: PageState) => {
    webview.html = pageDocument({
      cspSource: webview.cspSource,
      nonce: randomBytes(16).toString('base64url'),
      scriptUri: webview.asWebviewUri(local('dist', 'webview', 'page.js')).toString(),
      styleUri: webview.asWebviewUri(local('media', 'page.css')).toString(),
      language: vscode.env.language,
      imageHosts: session.imageHosts(),
      title: state?.page.name ?? panel.title,
      state,
      loading: vscode.l10n.t('Opening the page of {0}…', panel.title),
      words: words(),
    });
  };

  const hear = async (message: PageMessage): Promise<void> => {
    const state = session.state();
    switch (message.kind) {
      case 'ready':
        if (state) post({ kind: 'state', state });
        return post({ kind: 'readme', ...session.texts() });
      case 'retry':
        return session.retry();
      case 'refresh':
        return session.refresh();
      case 'open-home':
        return openExternal(repositoryUrl(message.host, message.path));
      case 'copy':
        return state && copy(textToCopy(message.what, state, session));
      case 'copy-coordinate':
        return copy(state?.coordinates.find(({ purl }) => purl === message.purl)?.text);
      case 'reveal-dependency':
        return actions.revealDependency(message.purl, message.manifest);
      case 'save-finding':
        return state && actions.saveFinding(state, message.status, message.note);
      case 'remove-finding':
        return state && actions.removeFinding(state);
      case 'choose-use':
        return session.chooseUse(message);
      case 'set-own-license':
        return actions.setOwnLicense();
      case 'open-evidence':
        return state && actions.openEvidence(state);
      case 'translate':
        return session.translate(message.engine, message.codeComments);
      case 'correct':
        return session.correct(message.sentence);
      case 'cancel-translation':
        return session.cancelTranslation();
      case 'bring-model':
        return session.bringModel(message.from, message.engine);
      case 'configure-translation':
        return actions.configureTranslation();
      case 'show-activity':
        return session.showActivity();
      case 'show-contributors':
        return session.showContributors();
      case 'open-project':
        return actions.openProject(message.project, message.beside);
      case 'read-version':
        return session.readVersion(message.path);
      case 'translate-version':
        await session.readVersion(message.path);
        return session.translate(message.engine);
      case 'allow-images':
        await session.allowImages(message.remember, message.host);
        // The content policy stands in the document: other hosts need another document.
        draw(state);
        return;
    }
  };

  const listening = webview.onDidReceiveMessage((raw: unknown) => {
    const message = readPageMessage(raw);
    if (!message) return needs.log.warn('a page sent an unknown message');
    hear(message).catch((error: unknown) => {
      needs.log.error(`project page: ${message.kind} failed`, error);
      const sentence = error instanceof Error ? error.message : String(error);
      void vscode.window.showErrorMessage(vscode.l10n.t('Gitee Scout: {0}', sentence));
    });
  });
  const closing = panel.onDidDispose(() => session.dispose());
  // At once, so that the editor sets the page up while the project's data is read.
  draw();
  session.open().catch((error: unknown) => {
    needs.log.error('project page could not be opened', error);
    void vscode.window.showErrorMessage(vscode.l10n.t('The project page could not be opened. The log says why.'));
  });

  return {
    session,
    reveal: () => panel.reveal(),
    column: () => panel.viewColumn,
    dispose: () => vscode.Disposable.from(listening, closing, panel).dispose(),
  };
}

function textToCopy(
  what: Extract<PageMessage, { kind: 'copy' }>['what'],
  { page }: PageState,
  session: Session,
): string | undefined {
  switch (what) {
    case 'clone-command':
      return page.home ? `git clone ${cloneUrl(page, page.home.url)}` : undefined;
    case 'link':
      return page.home?.url;
    case 'markdown': {
      const readme = session.page()?.readme;
      return readme?.kind === 'found' ? readme.value.markdown : undefined;
    }
    case 'translation':
      return session.translation()?.markdown;
  }
}

/** Pasted into a shell, so nothing but a plain address. */
function cloneUrl({ repository }: PageState['page'], homeUrl: string): string {
  const said = repository.kind === 'found' ? repository.value.cloneUrl : '';
  return /^https?:\/\/[\w.:/~-]+$/.test(said) ? said : `${homeUrl}.git`;
}

async function copy(text: string | undefined): Promise<void> {
  if (text === undefined) return;
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(
    vscode.l10n.t('$(check) Copied: {0}', text.replace(/\s+/g, ' ').slice(0, 80)),
    3000,
  );
}

async function openExternal(url: string): Promise<void> {
  await vscode.env.openExternal(vscode.Uri.parse(url, true));
}

function announcement(sentence: 'translated' | 'complete'): string {
  return sentence === 'translated'
    ? vscode.l10n.t('The translation is complete.')
    : vscode.l10n.t('The page is complete.');
}

/** The bundle of the editor's language; the page's script has its own copy of the English words. */
function words(): Readonly<Record<string, string>> {
  const bundle = vscode.l10n.bundle ?? {};
  return Object.fromEntries(
    Object.entries(bundle).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
