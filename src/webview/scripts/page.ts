import * as l10n from '@vscode/l10n';
import {
  isHostMessage,
  isPageHistory,
  isPageState,
  type PageHistory,
  type PageState,
  type ReadmeTexts,
  type ReadmeView,
  type SavedTranslation,
  translationIn,
} from '../protocol.ts';
import { actions } from './actions.ts';
import { activity } from './activity.ts';
import { banner, troubles } from './banner.ts';
import { contributors } from './contributors.ts';
import { append, type Child } from './dom.ts';
import { header } from './header.ts';
import { entryIn, onHostMessage, save, send } from './host.ts';
import { license } from './license.ts';
import { followAnchors } from './markdown.ts';
import { followScroll, turnPages } from './navigation.ts';
import { readmeBar } from './readme.ts';
import { createReadmeText } from './readme-text.ts';
import { releases } from './releases.ts';
import { showCards } from './sentence-card.ts';
import { similar } from './similar.ts';
import { useIt } from './use-it.ts';
import { workspace } from './workspace.ts';

/** Draws the page and keeps it up to date. What did not change is not touched, so that focus and selection stay. */
function start(initial: PageState | undefined, drawn: ReadmeTexts | undefined, history: PageHistory): void {
  let state = initial;
  let texts: ReadmeTexts = drawn ?? { original: null, translated: null, shape: null };
  const readme = document.getElementById('readme');
  const readmeText = readme && createReadmeText(readme);
  const before = entryIn(history);
  let chosen = before?.view;
  let translation = initial ? translationToKeep(undefined, initial, before?.translation) : before?.translation;
  let scrollTo = before?.scroll ?? 0;
  /** Where the translation that comes back is scrolled to, once it is there. */
  let scrollAgain = translation ? scrollTo : 0;
  const sections = new Map<string, string>();

  const view = (): ReadmeView => (texts.translated ? (chosen ?? 'translated') : 'original');
  const draw = () => {
    if (!state) return;
    const current = state;
    section('banner', [current.dataHost], () => banner(current));
    const { facts, repository, releases: released, readme: read, home } = current.page;
    section('header', [facts, repository, released, read, current.capabilities, current.contributors], () =>
      header(current),
    );
    section('actions', [current.page.home, current.finding, current.page.name], () => actions(current));
    section('troubles', [troubleKey(current)], () => troubles(current));
    section('workspace', [current.dependencies, facts], () => workspace(current));
    section('license', [current.page.license, current.license], () => license(current));
    section('activity', [current.page.home, current.activity], () => activity(current));
    section('use', [current.coordinates, current.places], () => useIt(current));
    section('similar', [current.similar, facts], () => similar(current));
    section('releases', [released, repository.kind, home], () => releases(current));
    section('contributors', [current.contributors], () => contributors(current));
    const blocked = [texts.original?.blockedHosts, texts.translated?.blockedHosts, texts.translated !== null];
    const bar = [current.page.readme, current.translation, current.engines, view(), blocked, texts.shape];
    section('readme-bar', bar, () =>
      readmeBar(current, texts, view(), each => {
        chosen = each;
        draw();
      }),
    );
    readmeText?.show(texts, view());
    if (texts.original && scrollTo > 0) {
      window.scrollTo({ top: scrollTo, behavior: 'instant' });
      scrollTo = 0;
    }
    if (texts.translated && scrollAgain > 0) {
      window.scrollTo({ top: scrollAgain, behavior: 'instant' });
      scrollAgain = 0;
    }
    keep();
  };

  const section = (id: string, input: unknown, make: () => readonly Child[]) => {
    const key = JSON.stringify(input);
    if (sections.get(id) === key) return;
    sections.set(id, key);
    redraw(id, make);
  };

  const keep = () => {
    if (!state) return;
    const scroll = scrollAgain || scrollTo || window.scrollY;
    const now = { title: state.page.name, scroll, translation, view: chosen };
    const entries = history.entries.map((entry, index) => (index === history.at ? { ...entry, ...now } : entry));
    save({ version: 2, entries, at: history.at });
  };

  onHostMessage(message => {
    switch (message.kind) {
      case 'state':
        translation = translationToKeep(state, message.state, translation);
        // A translation that somebody asked for is shown.
        if (state && state.translation.kind !== 'running' && message.state.translation.kind === 'running')
          chosen = undefined;
        state = message.state;
        return draw();
      case 'readme':
        texts = { original: message.original, translated: message.translated, shape: message.shape };
        return draw();
      case 'announce':
        return announce(message.text);
    }
  });
  for (const hand of ['wheel', 'keydown', 'pointerdown'])
    window.addEventListener(
      hand,
      () => {
        scrollAgain = 0;
      },
      { passive: true },
    );
  followScroll(keep);
  if (readme) {
    followAnchors(readme);
    showCards(readme, {
      sentences: () => (view() === 'original' ? [] : (texts.translated?.sentences ?? [])),
      language: () => texts.original?.language ?? '',
      correct: sentence => send({ kind: 'correct', sentence }),
    });
  }
  turnPages();
  draw();
  send({ kind: 'ready' });
}

/** Until the one of an earlier life is back it is kept; a translation that was taken back is not. */
function translationToKeep(
  before: PageState | undefined,
  now: PageState,
  kept: SavedTranslation | undefined,
): SavedTranslation | undefined {
  if (now.translation.kind === 'idle') return (before?.translation.kind ?? 'idle') === 'idle' ? kept : undefined;
  return translationIn(now);
}

function troubleKey({ page }: PageState): unknown {
  return [page.repository, page.readme, page.license, page.releases].map(part =>
    part.kind === 'missing' ? part : part.kind,
  );
}

/** Replaces what a section shows, and puts the focus back on the control that had it; open folds and ticks stay. */
function redraw(id: string, make: () => readonly Child[]): void {
  const container = document.getElementById(id);
  if (!container) return;
  const active = document.activeElement;
  const key = active && container.contains(active) ? active.getAttribute('data-key') : null;
  const open = new Set(Array.from(container.querySelectorAll('details[open]'), each => each.getAttribute('data-fold')));
  const ticked = new Set(
    Array.from(container.querySelectorAll('input[data-check]:checked'), each => each.getAttribute('data-check')),
  );
  container.replaceChildren();
  append(container, make());
  for (const box of container.querySelectorAll<HTMLInputElement>('input[data-check]')) {
    box.checked = ticked.has(box.getAttribute('data-check'));
  }
  for (const fold of container.querySelectorAll('details')) fold.open = open.has(fold.getAttribute('data-fold'));
  container.hidden = container.childNodes.length === 0;
  if (key === null) return;
  for (const each of container.querySelectorAll<HTMLElement>('[data-key]')) {
    if (each.getAttribute('data-key') !== key) continue;
    each.focus({ preventScroll: true });
    return;
  }
}

function announce(text: string): void {
  const region = document.getElementById('announcements');
  if (region) region.textContent = text;
}

/** What the host wrote into the document: the first state, so that nothing waits for a message, and the words. */
function embedded(name: string): unknown {
  const text = document.body.dataset[name];
  return text === undefined || text === '' ? undefined : JSON.parse(text);
}

function isBundle(value: unknown): value is Record<string, string> {
  return typeof value === 'object' && value !== null && Object.values(value).every(text => typeof text === 'string');
}

const words = embedded('words');
if (isBundle(words)) l10n.config({ contents: words });
const first = embedded('state');
const texts: unknown = { kind: 'readme', ...Object(embedded('texts')) };
const history = embedded('history');
start(
  isPageState(first) ? first : undefined,
  isHostMessage(texts) && texts.kind === 'readme' ? texts : undefined,
  isPageHistory(history) ? history : { entries: [], at: 0 },
);
