import * as l10n from '@vscode/l10n';
import type { PageState, ReadmeText, TranslationState } from '../protocol.ts';
import { button, type Child, element, link } from './dom.ts';
import { ago, day, languageName } from './format.ts';
import { send } from './host.ts';
import { icon } from './icons.ts';
import { ageNote, missingNote, skeleton } from './provenance.ts';

/** Which of the two texts is shown. */
export type ReadmeView = 'original' | 'translated';

type FoundReadme = Extract<PageState['page']['readme'], { kind: 'found' }>;

/** Above the README: which version this is, who wrote it, and the switch to the others. */
export function readmeBar(
  state: PageState,
  texts: { readonly original: ReadmeText | null; readonly translated: ReadmeText | null },
  view: ReadmeView,
  onView: (view: ReadmeView) => void,
): readonly Child[] {
  const part = state.page.readme;
  if (part.kind === 'loading') return [heading(), skeleton(6, l10n.t('Reading the README…'))];
  if (part.kind !== 'found') return [heading(), missingNote(part)];
  const shown = view === 'translated' ? texts.translated : texts.original;
  return [
    element('div', { class: 'readme-head' }, heading(), versions(part, state, texts.translated !== null, view, onView)),
    provenance(part, state, view),
    ageNote(part),
    part.value.remark !== undefined &&
      element('p', { class: 'note' }, icon('info'), element('span', {}, part.value.remark)),
    translation(state, part, texts.translated !== null),
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
  if (view === 'translated' && (state.kind === 'done' || state.kind === 'running')) {
    const engine = engines.find(({ id }) => id === state.engine)?.label ?? state.engine;
    return element(
      'p',
      { class: 'provenance' },
      element('strong', { class: 'tag' }, l10n.t('Machine translation')),
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
        element('span', {}, l10n.t('{0} passages stayed in the original language.', state.untranslated)),
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

function translation(state: PageState, { value }: FoundReadme, hasTranslation: boolean): Child {
  const { translation: now, engines, readerLanguage } = state;
  if (now.kind === 'running') return progress(now, engines);
  if (value.version === 'own' || value.language === readerLanguage || (hasTranslation && now.kind === 'done'))
    return undefined;
  return element(
    'div',
    { class: 'translate', role: 'group', 'aria-label': l10n.t('Translation') },
    now.kind === 'failed' &&
      element('p', { class: 'note missing', role: 'alert' }, icon('warning'), element('span', {}, now.message)),
    engines.length === 0
      ? element(
          'p',
          {},
          l10n.t(
            'No translation engine is set up. Choose one to read this in {0}; you decide where the text goes.',
            languageName(readerLanguage),
          ),
        )
      : element('p', {}, l10n.t('Read this in {0}:', languageName(readerLanguage))),
    element(
      'div',
      { class: 'engines' },
      engines.map(({ id, label, destination }, index) =>
        element(
          'div',
          { class: 'engine' },
          button(l10n.t('Translate with {0}', label), () => send({ kind: 'translate', engine: id }), {
            icon: 'globe',
            look: index === 0 ? 'primary' : 'secondary',
            key: `translate ${id}`,
          }),
          element(
            'span',
            { class: 'kind' },
            destination === ''
              ? l10n.t('The text stays on this device.')
              : l10n.t('The text is sent to {0}.', destination),
          ),
        ),
      ),
      button(
        engines.length === 0 ? l10n.t('Set up translation') : l10n.t('Other engines'),
        () => send({ kind: 'configure-translation' }),
        { icon: 'settings', look: engines.length === 0 ? 'primary' : 'quiet', key: 'configure-translation' },
      ),
    ),
  );
}

function progress(
  { engine, done, total }: Extract<TranslationState, { kind: 'running' }>,
  engines: PageState['engines'],
): HTMLElement {
  const label = engines.find(({ id }) => id === engine)?.label ?? engine;
  return element(
    'div',
    { class: 'translate running' },
    element('label', { for: 'translation-progress' }, l10n.t('Translating with {0}…', label)),
    element('progress', { id: 'translation-progress', max: Math.max(total, 1), value: total > 0 ? done : undefined }),
    element('span', { class: 'kind' }, total > 0 ? l10n.t('{0} of {1}', done, total) : ''),
    button(l10n.t('Cancel'), () => send({ kind: 'cancel-translation' }), {
      icon: 'stop',
      look: 'quiet',
      key: 'cancel-translation',
    }),
  );
}

function blockedImages(hosts: readonly string[]): HTMLElement {
  return element(
    'div',
    { class: 'blocked' },
    icon('image'),
    element('span', {}, l10n.t('Images are not loaded from: {0}', hosts.join(', '))),
    button(l10n.t('Load images'), () => send({ kind: 'allow-images', remember: false }), {
      look: 'quiet',
      key: 'images-once',
    }),
    button(l10n.t('Always from these hosts'), () => send({ kind: 'allow-images', remember: true }), {
      look: 'quiet',
      key: 'images-always',
    }),
  );
}
