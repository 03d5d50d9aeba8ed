import * as vscode from 'vscode';
import type { FindingStatus } from '../../core/model.ts';
import { type ProjectReference, repositoryUrl } from '../../core/projects/index.ts';
import {
  type HostMessage,
  type PageHistory,
  type PageMessage,
  type PageState,
  translationIn,
} from '../../webview/protocol.ts';
import { errorText } from '../sentence-text.ts';
import { copy, textToCopy } from './clipboard.ts';
import { pageDocument } from './document.ts';
import { amend, step, visit } from './history.ts';
import { readPageMessage } from './messages.ts';
import type { PageCode } from './page-code.ts';
import { createSession, type Session, type SessionEvents } from './session.ts';
import type { SessionDependencies } from './session-dependencies.ts';
import { stateInWords } from './state-in-words.ts';

/** What the page asks of the rest of the extension. */
export interface PanelActions {
  readonly revealDependency: (purl: string, uri: string) => PromiseLike<void>;
  readonly addPackage: (project: string, purl: string) => PromiseLike<void>;
  readonly saveFinding: (state: PageState, status: FindingStatus, note: string) => Promise<void>;
  readonly removeFinding: (state: PageState) => Promise<void>;
  readonly setOwnLicense: (state: PageState) => PromiseLike<void>;
  readonly openEvidence: (state: PageState) => Promise<void>;
  /** Opens a project in a panel of its own, beside this one. */
  readonly openBeside: (reference: ProjectReference) => PromiseLike<void>;
  readonly configureTranslation: () => PromiseLike<void>;
}

export interface PanelDependencies {
  readonly extensionUri: vscode.Uri;
  readonly code: PageCode;
  readonly session: SessionDependencies;
  readonly actions: PanelActions;
  /** The panel shows another page now, or another place in its history. */
  readonly turned?: ((panel: Panel) => void) | undefined;
}

export interface Panel extends vscode.Disposable {
  /** That of the page that is shown. */
  readonly session: Session;
  readonly history: PageHistory;
  readonly active: boolean;
  /** Shows another project in place of the one that is shown. */
  visit(reference: ProjectReference, title: string): void;
  /** One page back or forward; nothing where there is none. */
  go(by: -1 | 1): void;
  reveal(): void;
  column(): vscode.ViewColumn | undefined;
}

/** How long the document of a page waits for what is known of the project; ms. */
const patience = 50;

/** Fills a webview panel with the page at which its history stands; others take its place as the reader goes on. */
export function fillPanel(
  panel: vscode.WebviewPanel,
  start: PageHistory,
  { extensionUri, code, session: needs, actions, turned }: PanelDependencies,
): Panel {
  const { webview } = panel;
  const icon = (name: string) => vscode.Uri.joinPath(extensionUri, 'media', 'icons', name);
  // All that it needs stands in its document.
  webview.options = { enableScripts: true, localResourceRoots: [] };
  panel.iconPath = { light: icon('page-light.svg'), dark: icon('page-dark.svg') };

  /** The page's script runs and has asked for what is known; until then the document holds it. */
  let listens = false;
  let closed = false;
  const post = (message: HostMessage) => {
    if (!listens || closed) return;
    // Dropped while the tab is hidden: the page asks for everything when it is back.
    webview.postMessage(message).then(undefined, (error: unknown) => needs.log.warn('page does not listen', error));
  };
  let history = start;
  const pageEvents: SessionEvents = {
    state: state => {
      if (closed) return;
      panel.title = state.page.name;
      history = amend(history, { title: state.page.name });
      drawWhenWhole();
      tell();
    },
    texts: texts => {
      drawWhenWhole();
      post({ kind: 'readme', ...texts });
    },
    announce: sentence => post({ kind: 'announce', text: announcement(sentence) }),
  };
  const begin = (): Session => {
    const { reference, translation } = history.entries[history.at] ?? { reference: { project: '' } };
    return createSession(reference, needs, pageEvents, translation);
  };
  let session = begin();
  const stateNow = () => {
    const state = session.state();
    return state && stateInWords(state);
  };
  /** Many changes in one turn are told once. */
  let telling = false;
  const tell = () => {
    if (telling) return;
    telling = true;
    setImmediate(() => {
      telling = false;
      const state = stateNow();
      if (state) post({ kind: 'state', state });
    });
  };

  /** Runs until the document of a page that has just been opened is drawn. */
  let waiting: NodeJS.Timeout | undefined;
  let drawings = 0;
  const draw = () => {
    clearTimeout(waiting);
    waiting = undefined;
    if (closed) return;
    listens = false;
    drawings += 1;
    const state = stateNow();
    webview.html = pageDocument({
      code,
      drawing: String(drawings),
      language: vscode.env.language,
      imageHosts: session.imageHosts(),
      title: state?.page.name ?? panel.title,
      state,
      texts: session.texts(),
      history,
      loading: vscode.l10n.t('Opening the page of {0}…', panel.title),
      words: words(),
    });
  };

  const drawWhenWhole = () => {
    const state = session.state();
    if (waiting === undefined || state === undefined || state.page.pending > 0) return;
    if (state.page.readme.kind !== 'found' || session.texts().original !== null) draw();
  };

  const hear = async (message: PageMessage): Promise<void> => {
    const state = session.state();
    switch (message.kind) {
      case 'ready':
        listens = true;
        if (state) post({ kind: 'state', state: stateInWords(state) });
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
      case 'add-package':
        // Only what the page itself offers: it shows texts of strangers.
        return state?.coordinates.some(({ purl }) => purl === message.purl)
          ? actions.addPackage(state.page.id, message.purl)
          : undefined;
      case 'reveal-dependency':
        return actions.revealDependency(message.purl, message.uri);
      case 'save-finding':
        return state && actions.saveFinding(state, message.status, message.note);
      case 'remove-finding':
        return state && actions.removeFinding(state);
      case 'choose-use':
        return session.chooseUse(message);
      case 'set-own-license':
        return state && actions.setOwnLicense(state);
      case 'translate-quote':
        return session.translateQuote(message.quote);
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
      case 'go':
        return go(message.by);
      case 'scrolled':
        history = amend(history, { scroll: message.scroll });
        return;
      case 'open-project':
        if (message.beside) return actions.openBeside({ project: message.project });
        return filled.visit({ project: message.project }, nameOf(message.project, state));
      case 'read-version':
        return session.readVersion(message.path);
      case 'translate-version':
        await session.readVersion(message.path);
        return session.translate(message.engine);
      case 'allow-images':
        await session.allowImages(message.remember, message.host);
        // The content policy stands in the document: other hosts need another document.
        draw();
        return;
    }
  };

  /** The history with what a page that is left has to be shown with again. */
  const left = (): PageHistory => {
    const state = session.state();
    return state ? amend(history, { translation: translationIn(state) }) : history;
  };
  /** Shows the page at which another history stands. */
  const turn = (next: PageHistory) => {
    if (closed) return;
    session.dispose();
    listens = false;
    history = next;
    session = begin();
    panel.title = history.entries[history.at]?.title ?? panel.title;
    load();
    turned?.(filled);
  };
  const go = (by: -1 | 1) => {
    const next = step(left(), by);
    if (next) turn(next);
  };
  const load = () => {
    // The editor takes longer to set a webview up than this: what is known by then is drawn without a message.
    clearTimeout(waiting);
    waiting = setTimeout(draw, patience);
    session.open().catch((error: unknown) => {
      needs.log.error('project page could not be opened', error);
      void vscode.window.showErrorMessage(vscode.l10n.t('The project page could not be opened. The log says why.'));
    });
  };

  const listening = webview.onDidReceiveMessage((raw: unknown) => {
    const message = readPageMessage(raw);
    if (!message) return needs.log.warn('a page sent an unknown message');
    // From a document that another page has taken the place of.
    if (!listens && message.kind !== 'ready') return;
    hear(message).catch((error: unknown) => {
      needs.log.error(`project page: ${message.kind} failed`, error);
      void vscode.window.showErrorMessage(vscode.l10n.t('Gitee Scout: {0}', errorText(error)));
    });
  });
  const end = () => {
    closed = true;
    clearTimeout(waiting);
    session.dispose();
  };
  const closing = panel.onDidDispose(end);
  const filled: Panel = {
    get session() {
      return session;
    },
    get history() {
      return history;
    },
    get active() {
      return panel.active;
    },
    visit: (reference, title) => turn(visit(left(), reference, title)),
    go,
    reveal: () => panel.reveal(),
    column: () => panel.viewColumn,
    dispose: () => {
      end();
      vscode.Disposable.from(listening, closing, panel).dispose();
    },
  };
  load();
  return filled;
}

/** What a link called the project, until the catalog says it. */
function nameOf(id: string, state: PageState | undefined): string {
  return state?.similar.find(({ project }) => project === id)?.name ?? id;
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
