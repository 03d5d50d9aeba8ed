import * as l10n from '@vscode/l10n';
import type { LicenseEvidence, LicenseVerdict, PageLicense, PageState, Part, PolicyWord } from '../protocol.ts';
import { button, type Child, element, link, select } from './dom.ts';
import { send } from './host.ts';
import { icon } from './icons.ts';
import { ageNote, missingNote, skeleton, sourceOf } from './provenance.ts';
import { confidenceWord, distributions, uses, verdictWord } from './words.ts';

/** What the project's license is, whether it fits this workspace, why, and what to do. */
export function license({ page, license: own }: PageState): readonly Child[] {
  return [
    element('h2', {}, l10n.t('License')),
    expression(page.license),
    own.change && note('care', 'history', own.change.sentence),
    own.policy && policy(own.policy),
    own.verdict ? verdict(own.verdict) : page.license.kind === 'found' && own.own === null && askOwn(),
    own.own !== null && comparison(own, own.own),
    page.license.kind === 'found' && evidence(page.license.value, own),
    page.home &&
      page.license.kind === 'found' &&
      button(l10n.t('Evidence file…'), () => send({ kind: 'open-evidence' }), {
        look: 'secondary',
        key: 'open-evidence',
        title: l10n.t('Gathers what a company keeps on file of a project: a few requests more'),
      }),
    own.data.length > 0 && dataSources(own.data),
    ageNote(page.license),
    element('p', { class: 'small' }, l10n.t('Not legal advice.')),
  ];
}

function expression(part: Part<PageLicense>): Child {
  if (part.kind === 'loading') return skeleton(2, l10n.t('Reading the license…'));
  if (part.kind !== 'found') return missingNote(part);
  const { value } = part;
  const known = value.expression !== 'NOASSERTION';
  return [
    element(
      'p',
      { class: 'license-name', title: sourceOf(part) },
      element('strong', {}, known ? value.expression : l10n.t('No license found')),
      known && element('span', { class: 'kind' }, confidenceWord(value.confidence)),
    ),
    value.conflict !== undefined &&
      element('p', { class: 'note care' }, icon('warning'), element('span', {}, value.conflict)),
    !value.complete && element('p', { class: 'note', role: 'status' }, l10n.t('Still reading the license files…')),
    value.unread.map(({ place, message }) =>
      element(
        'p',
        { class: 'note missing' },
        icon('warning'),
        element('span', {}, l10n.t('{0} could not be read. {1}', place, message)),
      ),
    ),
  ];
}

function verdict({ verdict: code, reason, duties, sources }: LicenseVerdict): HTMLElement {
  const { word, icon: name, tone } = verdictWord(code);
  return element(
    'div',
    { class: `verdict ${tone}` },
    element('p', { class: 'verdict-word' }, icon(name), element('strong', {}, word)),
    element('p', {}, reason),
    duties.length > 0 && [
      element('h3', {}, l10n.t('Your duties')),
      element('ul', { class: 'duties' }, duties.map(duty)),
    ],
    sources.length > 0 &&
      details(l10n.t('Sources of this verdict'), 'verdict-sources', [
        element(
          'ul',
          { class: 'plain' },
          sources.map(source => element('li', {}, linked(source))),
        ),
      ]),
  );
}

/** One duty to tick off. The marks last as long as the page: whether a duty is met is for the findings' notes. */
function duty(text: string): HTMLElement {
  const box = element('input', { type: 'checkbox', 'data-key': text, 'data-check': text });
  return element('li', {}, element('label', {}, box, element('span', {}, text)));
}

function policy({ decision, reason }: PolicyWord): HTMLElement {
  const words = {
    allowed: l10n.t('Your company’s policy allows it'),
    review: l10n.t('Your company’s policy asks for a review'),
    denied: l10n.t('Against your company’s policy'),
  };
  const [tone, name] = ({ allowed: ['good', 'check'], review: ['care', 'law'], denied: ['bad', 'error'] } as const)[
    decision
  ];
  return element(
    'div',
    { class: `verdict ${tone}` },
    element('p', { class: 'verdict-word' }, icon(name), element('strong', {}, words[decision])),
    element('p', {}, reason),
  );
}

function note(tone: string, name: 'history' | 'warning', text: string): HTMLElement {
  return element('p', { class: `note ${tone}` }, icon(name), element('span', {}, text));
}

function dataSources(data: PageState['license']['data']): HTMLElement {
  return details(l10n.t('Data behind the verdict'), 'license-data', [
    element(
      'ul',
      { class: 'plain' },
      data.map(({ name, date, url, text }) =>
        element('li', {}, link(name, url), ` (${date})`, element('br'), element('span', { class: 'small' }, text)),
      ),
    ),
  ]);
}

function askOwn(): HTMLElement {
  return element(
    'div',
    { class: 'verdict care' },
    element('p', { class: 'verdict-word' }, icon('question'), element('strong', {}, l10n.t('No verdict yet'))),
    element(
      'p',
      {},
      l10n.t('The license of your own project is not known, so nothing can be said about whether this one fits.'),
    ),
    button(l10n.t('Set your license'), () => send({ kind: 'set-own-license' }), {
      look: 'secondary',
      key: 'set-own-license',
    }),
  );
}

function comparison(
  { use, distribution }: PageState['license'],
  own: NonNullable<PageState['license']['own']>,
): HTMLElement {
  return element(
    'div',
    { class: 'comparison' },
    element(
      'p',
      { class: 'small' },
      l10n.t('Judged against your project’s license'),
      ' ',
      element('strong', {}, own.expression === 'NOASSERTION' ? l10n.t('unclear: these differ') : own.expression),
      own.guess ? ` (${l10n.t('assumed: {0} is private and names no license', own.place)}) ` : ` (${own.place}) `,
      element(
        'button',
        {
          type: 'button',
          class: 'text-button',
          'data-key': 'set-own-license',
          click: () => send({ kind: 'set-own-license' }),
        },
        l10n.t('Change'),
      ),
    ),
    element('label', { for: 'license-use' }, l10n.t('You use it')),
    select(uses(), use, { id: 'license-use', 'data-key': 'license-use' }, value =>
      send({ kind: 'choose-use', use: value, distribution }),
    ),
    element('label', { for: 'license-distribution' }, l10n.t('Your product is')),
    select(distributions(), distribution, { id: 'license-distribution', 'data-key': 'license-distribution' }, value =>
      send({ kind: 'choose-use', use, distribution: value }),
    ),
  );
}

function evidence({ evidence: list }: PageLicense, own: PageState['license']): Child {
  if (list.length === 0) return undefined;
  return details(l10n.t('Why: what each place says ({0})', list.length), 'license-evidence', [
    element(
      'ul',
      { class: 'evidence' },
      list.map(each => place(each, own)),
    ),
  ]);
}

function place(
  { place: name, expression: said, confidence, quote, gist, revision, url }: LicenseEvidence,
  own: PageState['license'],
): HTMLElement {
  return element(
    'li',
    {},
    element(
      'div',
      { class: 'line' },
      url === undefined ? element('span', {}, placeName(name)) : link(placeName(name), url),
      element('strong', {}, said === 'NOASSERTION' ? l10n.t('says nothing') : said),
      element('span', { class: 'kind' }, confidenceWord(confidence)),
    ),
    quote !== undefined && element('blockquote', { lang: isChinese(quote) ? 'zh' : undefined }, quote),
    gist !== undefined && element('p', { class: 'small' }, l10n.t('Roughly: {0}', gist)),
    quote !== undefined && isChinese(quote) && translatedQuote(quote, own),
    revision !== undefined &&
      element('p', { class: 'small', title: revision }, l10n.t('Version of the file: {0}', revision.slice(0, 12))),
  );
}

function isChinese(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

/** The places that are no files have words for a name. */
function placeName(place: string): string {
  const host = /^(\w+) field$/.exec(place)?.[1];
  return host === undefined ? (place === 'catalog' ? l10n.t('catalog') : place) : l10n.t('{0} field', host);
}

/** What a quote says in the reader's language, once somebody has asked for it. */
function translatedQuote(quote: string, { quotes, quoteEngine }: PageState['license']): Child {
  const known = quotes.find(each => each.quote === quote);
  if (known?.kind === 'running') return element('p', { class: 'small', role: 'status' }, l10n.t('Translating…'));
  const ask = quoteEngine && [
    button(l10n.t('Translate with {0}', quoteEngine.label), () => send({ kind: 'translate-quote', quote }), {
      icon: 'globe',
      look: 'quiet',
      key: `translate-quote ${quote}`,
    }),
    element(
      'span',
      { class: 'kind' },
      quoteEngine.destination === ''
        ? l10n.t('The text stays on this device.')
        : l10n.t('The text is sent to {0}.', quoteEngine.destination),
      quoteEngine.first !== undefined && ` ${quoteEngine.first}`,
    ),
  ];
  if (known?.kind !== 'done') {
    return [known && element('p', { class: 'note missing' }, icon('warning'), element('span', {}, known.message)), ask];
  }
  return [
    element('blockquote', { class: 'translated' }, known.text),
    element('p', { class: 'small' }, l10n.t('Machine translation. Only the original counts.')),
  ];
}

/** A fold that is remembered by its key while the section is drawn anew. */
function details(summary: string, key: string, children: readonly Child[]): HTMLElement {
  return element('details', { 'data-fold': key }, element('summary', { 'data-key': key }, summary), children);
}

function linked(text: string): Child {
  const found = /https?:\/\/\S+/.exec(text);
  if (!found || !URL.canParse(found[0])) return text;
  return [text.slice(0, found.index), link(found[0], found[0]), text.slice(found.index + found[0].length)];
}
