import * as l10n from '@vscode/l10n';
import type { PageState, ReadmeShape, ReadmeTexts, ReadmeView } from '../protocol.ts';
import { button, type Child, element, link } from './dom.ts';
import { ago, counted, day, languageName } from './format.ts';
import { send } from './host.ts';
import { icon } from './icons.ts';
import { ageNote, missingNote, skeleton } from './provenance.ts';
import { translationOffer } from './translation-offer.ts';

type FoundReadme = Extract<PageState['page']['readme'], { kind: 'found' }>;

/** Above the README: which version this is, who wrote it, and the switch to the others. */
export function readmeBar(
  state: PageState,
  texts: ReadmeTexts,
  view: ReadmeView,
  onView: (view: ReadmeView) => void,
): readonly Child[] {
  const part = state.page.readme;
  if (part.kind === 'loading') return [heading(), skeleton(6, l10n.t('Reading the README…'))];
  if (part.kind !== 'found') return [heading(), missingNote(part)];
  const shown = view === 'original' ? texts.original : texts.translated;
  return [
    element('div', { class: 'readme-head' }, heading(), versions(part, state, texts.translated !== null, view, onView)),
    provenance(part, state, view),
    ageNote(part),
    part.value.remark !== undefined && remark(part.value.remark, part, state),
    texts.shape && isPictures(texts.shape) && picturesNote(),
    translationOffer(state, part, texts),
    tools(state, texts, view),
    shown && shown.blockedHosts.length > 0 && blockedImages(shown.blockedHosts),
  ];
}

function heading(): HTMLElement {
  return element('h2', { id: 'readme-title' }, 'README');
}

function versions(
  { value }: FoundReadme,
  state: PageState,
  hasTranslation: boolean,
  view: ReadmeView,
  onView: (view: ReadmeView) => void,
): Child {
  const others = value.others.filter(({ path }) => path !== value.path);
  if (!hasTranslation && others.length === 0) return undefined;
  return element(
    'div',
    { class: 'switch', role: 'group', 'aria-label': l10n.t('Language of the README') },
    hasTranslation &&
      button(languageName(state.readerLanguage), () => onView('translated'), {
        look: 'quiet',
        pressed: view === 'translated',
        key: 'view-translated',
      }),
    hasTranslation &&
      button(l10n.t('Side by side'), () => onView('both'), {
        look: 'quiet',
        pressed: view === 'both',
        key: 'view-both',
      }),
    button(
      hasTranslation ? l10n.t('Original ({0})', languageName(value.language)) : languageName(value.language),
      () => onView('original'),
      { look: 'quiet', pressed: view === 'original', key: 'view-original' },
    ),
    others.map(({ path, language }) =>
      button(languageName(language), () => send({ kind: 'read-version', path }), {
        look: 'quiet',
        pressed: false,
        key: `version ${path}`,
        title: path,
      }),
    ),
  );
}

function provenance(
  part: FoundReadme,
  { translation: state, engines, readerLanguage }: PageState,
  view: ReadmeView,
): Child {
  const { value, source, receivedAt } = part;
  const where = [
    part.url === undefined ? value.path : link(value.path, part.url),
    `, ${source}, ${l10n.t('read {0}', ago(receivedAt))}`,
  ];
  if (view !== 'original' && (state.kind === 'done' || state.kind === 'running')) {
    const choice = engines.find(({ id }) => id === state.engine);
    const engine = choice?.label ?? state.engine;
    return element(
      'p',
      { class: 'provenance' },
      element(
        'strong',
        { class: 'tag' },
        choice?.partial ? l10n.t('Partly translated') : l10n.t('Machine translation'),
      ),
      element(
        'span',
        {},
        state.kind === 'done'
          ? l10n.t('by {0}, {1}, of ', engine, day(state.translatedAt))
          : l10n.t('by {0}, of ', engine),
        where,
      ),
      state.kind === 'done' &&
        state.untranslated > 0 &&
        element(
          'span',
          {},
          counted(
            l10n.t('{0} sentence stayed in the original language.|{0} sentences stayed in the original language.'),
            state.untranslated,
          ),
        ),
    );
  }
  const name = languageName(value.language);
  const own = value.version === 'own';
  return element(
    'p',
    { class: 'provenance' },
    own && icon('verified'),
    own && element('strong', {}, l10n.t('Project’s own {0} README', name)),
    !own && value.language !== readerLanguage && element('strong', {}, l10n.t('Original, {0}', name)),
    element('span', {}, where),
  );
}

/** A version that is behind is not all that there is: the other one is offered too. */
function remark(sentence: string, { value }: FoundReadme, { engines, readerLanguage }: PageState): HTMLElement {
  const other = value.version === 'own' ? value.others.find(({ language }) => language !== readerLanguage) : undefined;
  const engine = engines.find(({ partial }) => !partial);
  return element(
    'div',
    { class: 'note remark' },
    icon('info'),
    element('span', {}, sentence),
    other &&
      button(l10n.t('Read {0}', other.path), () => send({ kind: 'read-version', path: other.path }), {
        look: 'quiet',
        key: 'read-newer',
      }),
    other &&
      engine &&
      button(
        l10n.t('Translate {0} with {1}', other.path, engine.label),
        () => send({ kind: 'translate-version', path: other.path, engine: engine.id }),
        { look: 'quiet', icon: 'globe', key: 'translate-newer' },
      ),
  );
}

function isPictures({ pieces, pictures }: ReadmeShape): boolean {
  return pieces === 0 && pictures > 0;
}

function picturesNote(): HTMLElement {
  const words = l10n.t('This README consists of pictures. The words in them cannot be translated here.');
  return element('p', { class: 'note' }, icon('image'), element('span', {}, words));
}

/** What can be done with the text that is shown. */
function tools(
  { translation: now, engines }: PageState,
  { original, translated, shape }: ReadmeTexts,
  view: ReadmeView,
): Child {
  if (!original) return undefined;
  const shows = view !== 'original' && translated !== null;
  const done = shows && now.kind === 'done' ? now : undefined;
  const isPartial = engines.some(({ id, partial }) => partial && id === done?.engine);
  const comments = shape?.comments ?? 0;
  return element(
    'div',
    { class: 'tools', role: 'group', 'aria-label': l10n.t('This README') },
    button(
      shows ? l10n.t('Copy translation') : l10n.t('Copy Markdown'),
      () => send({ kind: 'copy', what: shows ? 'translation' : 'markdown' }),
      { icon: 'copy', look: 'quiet', key: 'copy-readme' },
    ),
    done &&
      done.sentences > 0 &&
      button(l10n.t('Correct a sentence'), () => send({ kind: 'correct', sentence: null }), {
        icon: 'edit',
        look: 'quiet',
        key: 'correct',
      }),
    done &&
      done.missing > 0 &&
      !isPartial &&
      button(
        counted(l10n.t('Translate {0} missing sentence|Translate {0} missing sentences'), done.missing),
        () => send({ kind: 'translate', engine: done.engine, codeComments: done.codeComments }),
        { icon: 'refresh', look: 'quiet', key: 'translate-missing' },
      ),
    done &&
      !done.codeComments &&
      comments > 0 &&
      button(
        counted(l10n.t('Translate {0} comment in code too|Translate {0} comments in code too'), comments),
        () => send({ kind: 'translate', engine: done.engine, codeComments: true }),
        { icon: 'code', look: 'quiet', key: 'code-comments' },
      ),
  );
}

/** Whoever serves a picture learns who reads this page: each host is allowed on its own, for once or for always. */
function blockedImages(hosts: readonly string[]): HTMLElement {
  const [only] = hosts;
  return element(
    'div',
    { class: 'blocked' },
    icon('image'),
    element('span', {}, l10n.t('Images are not loaded from: {0}', hosts.join(', '))),
    button(l10n.t('Load images'), () => send({ kind: 'allow-images', host: null, remember: false }), {
      look: 'quiet',
      key: 'images-once',
    }),
    hosts.length === 1 && only !== undefined
      ? always(only)
      : element(
          'details',
          { class: 'fold hosts', 'data-fold': 'image-hosts' },
          element('summary', {}, l10n.t('Always from one host')),
          element(
            'ul',
            {},
            hosts.map(host => element('li', {}, always(host))),
          ),
        ),
  );
}

function always(host: string): HTMLElement {
  return button(l10n.t('Always from {0}', host), () => send({ kind: 'allow-images', host, remember: true }), {
    look: 'quiet',
    key: `images ${host}`,
  });
}
