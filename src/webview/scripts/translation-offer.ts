import * as l10n from '@vscode/l10n';
import type { PageState, ReadmeTexts, TranslationState } from '../protocol.ts';
import { button, type Child, element } from './dom.ts';
import { counted, languageName } from './format.ts';
import { send } from './host.ts';
import { icon } from './icons.ts';

type FoundReadme = Extract<PageState['page']['readme'], { kind: 'found' }>;

/** The offer to translate: what is set up, and the way to set up more. */
export function translationOffer(state: PageState, { value }: FoundReadme, { shape, translated }: ReadmeTexts): Child {
  const { translation: now, readerLanguage } = state;
  if (now.kind === 'running') return progress(now, state.engines);
  if (shape?.pieces === 0) return undefined;
  const own = value.version === 'own' || value.language === readerLanguage;
  // A README in the reader's language may hold parts in Chinese, or be nothing but a few words.
  const chinese = shape?.chinese ?? 0;
  if (own && (chinese < 2 || isChinese(readerLanguage))) return undefined;
  const done = translated && now.kind === 'done' ? state.engines.find(({ id }) => id === now.engine) : undefined;
  if (done && !done.partial) return undefined;
  const language = languageName(readerLanguage);
  const engines = state.engines.filter(engine => engine !== done);
  const whole = engines.some(({ partial }) => !partial);
  const setUp = button(
    whole ? l10n.t('Other engines') : l10n.t('Set up translation'),
    () => send({ kind: 'configure-translation' }),
    { icon: 'settings', look: whole ? 'quiet' : 'primary', key: 'configure-translation' },
  );
  const offerWords = own
    ? counted(
        l10n.t('{0} passage is in Chinese. Read it in {1}:|{0} passages are in Chinese. Read them in {1}:'),
        chinese,
        language,
      )
    : l10n.t('Read this in {0}:', language);
  return element(
    'div',
    { class: 'translate', role: 'group', 'aria-label': l10n.t('Translation') },
    now.kind === 'failed' && failure(now),
    element(
      'p',
      {},
      whole
        ? offerWords
        : l10n.t('To read all of this in {0}, set up an engine. You decide where the text goes.', language),
    ),
    element(
      'div',
      { class: 'engines' },
      !whole && setUp,
      engines.map((engine, index) => offer(engine, whole && index === 0)),
      whole && setUp,
    ),
  );
}

/** What went wrong; for a model that could not be downloaded with the other ways to bring it. */
function failure({ engine, message, model }: Extract<TranslationState, { kind: 'failed' }>): HTMLElement {
  const bring = (label: string, from: 'file' | 'mirror', symbol: 'settings' | 'package') =>
    button(label, () => send({ kind: 'bring-model', from, engine }), {
      look: 'quiet',
      icon: symbol,
      key: `model-${from}`,
    });
  return element(
    'div',
    { class: 'note missing remark', role: 'alert' },
    icon('warning'),
    element('span', {}, message),
    model && [
      button(l10n.t('Try again'), () => send({ kind: 'translate', engine, codeComments: false }), {
        look: 'quiet',
        icon: 'refresh',
        key: 'model-again',
      }),
      bring(l10n.t('Install from file'), 'file', 'package'),
      bring(l10n.t('Set a mirror'), 'mirror', 'settings'),
    ],
  );
}

function isChinese(tag: string): boolean {
  return /^zh\b/i.test(tag);
}

function offer(
  { id, label, destination, partial, first }: PageState['engines'][number],
  isFirst: boolean,
): HTMLElement {
  return element(
    'div',
    { class: 'engine' },
    button(
      partial ? l10n.t('Headings and common phrases only') : l10n.t('Translate with {0}', label),
      () => send({ kind: 'translate', engine: id, codeComments: false }),
      { icon: 'globe', look: isFirst ? 'primary' : 'secondary', key: `translate ${id}` },
    ),
    element(
      'span',
      { class: 'kind' },
      destination === '' ? l10n.t('The text stays on this device.') : l10n.t('The text is sent to {0}.', destination),
      first !== undefined && ` ${first}`,
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
