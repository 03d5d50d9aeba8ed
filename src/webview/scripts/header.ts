import * as l10n from '@vscode/l10n';
import type { Home, Host, PageState, Project } from '../protocol.ts';
import { type Child, element, link } from './dom.ts';
import { ago, count, counted, day, exact, inChinese, languageName } from './format.ts';
import { icon } from './icons.ts';
import { ageNote, missingNote, skeleton, sourceOf } from './provenance.ts';
import { homeKind, hostName, projectStatus, severityWord } from './words.ts';

/** Who and what the project is, where it lives and what to know before adopting it. */
export function header(state: PageState): readonly Child[] {
  const { page, capabilities } = state;
  const project = page.facts.kind === 'found' ? page.facts.value : undefined;
  return [
    capabilities.length > 0 &&
      element(
        'p',
        { class: 'eyebrow', title: page.facts.kind === 'found' ? sourceOf(page.facts) : undefined },
        capabilities.join(' · '),
      ),
    title(state, project),
    summary(state, project),
    facts(state, project),
    homes(state, project),
    reservations(state, project),
  ];
}

function title({ page }: PageState, project: Project | undefined): HTMLElement {
  const chinese = project?.name.zh;
  return element(
    'h1',
    { title: page.facts.kind === 'found' ? sourceOf(page.facts) : undefined },
    project?.name.en ?? page.name,
    chinese && chinese !== project?.name.en && element('span', { class: 'other-name', lang: 'zh' }, chinese),
  );
}

/** The catalog's own sentence where there is one, else the repository's description as its owner wrote it. */
function summary({ page }: PageState, project: Project | undefined): Child {
  if (project && page.facts.kind === 'found') {
    // The catalog knows English and Chinese.
    const { en, zh } = project.summary;
    return element('p', { class: 'summary', title: sourceOf(page.facts) }, inChinese() ? zh : en);
  }
  if (page.repository.kind === 'loading') return skeleton(1, l10n.t('Reading the description…'));
  if (page.repository.kind !== 'found' || page.repository.value.description === '') return undefined;
  const { description } = page.repository.value;
  const chinese = /\p{Script=Han}/u.test(description);
  return element(
    'p',
    { class: 'summary', title: sourceOf(page.repository), lang: chinese ? 'zh' : undefined },
    description,
  );
}

function facts({ page, contributors }: PageState, project: Project | undefined): Child {
  const entries: Child[] = [];
  if (project && page.facts.kind === 'found') {
    const source = sourceOf(page.facts);
    entries.push(
      fact('organization', l10n.t('Steward'), project.steward.name, source),
      fact('pulse', l10n.t('Status'), projectStatus(project.status), source),
      verification(project),
    );
  }
  if (page.repository.kind === 'found') {
    const { stars, forks, pushedAt, language, recommended, state } = page.repository.value;
    const source = sourceOf(page.repository);
    const on = hostName[page.repository.value.host];
    entries.push(
      fact(
        'star',
        l10n.t('Stars on {0}', on),
        count(stars),
        `${counted(l10n.t('{0} star|{0} stars'), stars)}. ${source}`,
      ),
      fact(
        'repo-forked',
        l10n.t('Forks on {0}', on),
        count(forks),
        `${counted(l10n.t('{0} fork|{0} forks'), forks)}. ${source}`,
      ),
      pushedAt !== null &&
        fact('git-commit', l10n.t('Last push'), l10n.t('pushed {0}', ago(pushedAt)), `${day(pushedAt)}. ${source}`),
      language !== null && fact('code', l10n.t('Language'), language, source),
      recommended &&
        fact(
          'verified',
          l10n.t('Mark'),
          l10n.t('GVP'),
          l10n.t('Gitee’s mark for its most valuable projects. {0}', source),
        ),
      state !== 'open' &&
        fact('warning', l10n.t('State on {0}', on), state === 'paused' ? l10n.t('Paused') : l10n.t('Closed'), source),
    );
  }
  const release = page.releases.kind === 'found' ? page.releases.value[0] : undefined;
  if (release && page.releases.kind === 'found') {
    const when = release.createdAt === null ? '' : `, ${ago(release.createdAt)}`;
    entries.push(fact('tag', l10n.t('Latest release'), `${release.tag}${when}`, sourceOf(page.releases)));
  }
  if (contributors?.kind === 'found') {
    const people = l10n.t('Contributors: {0}', exact(contributors.value.length));
    entries.push(fact('organization', l10n.t('Contributors'), people, sourceOf(contributors)));
  }
  entries.push(documentation(page, project));
  return [
    entries.length > 0 && element('dl', { class: 'facts' }, entries),
    page.repository.kind === 'loading' && skeleton(1, l10n.t('Asking the project’s host…')),
    missingNote(page.repository),
    ageNote(page.repository),
  ];
}

/** The languages that the catalog names, and those of the README files that were seen; each said once. */
function documentation({ facts: known, readme }: PageState['page'], project: Project | undefined): Child {
  const stated = project?.documentation ?? [];
  const files = readme.kind === 'found' ? [readme.value, ...readme.value.others] : [];
  const seen = files.map(({ language }) => language).filter(language => language !== 'und');
  const languages = new Map<string, string>();
  for (const tag of [...stated, ...seen]) {
    const base = tag.toLowerCase().split('-')[0] ?? tag;
    if (!languages.has(base)) languages.set(base, languageName(tag));
  }
  if (languages.size === 0) return undefined;
  const sources = [
    stated.length > 0 &&
      known.kind === 'found' &&
      l10n.t('The catalog: {0}. {1}', stated.map(languageName).join(', '), sourceOf(known)),
    readme.kind === 'found' &&
      l10n.t(
        'README files: {0}. {1}',
        files.map(({ path, language }) => `${path} (${languageName(language)})`).join(', '),
        sourceOf(readme),
      ),
  ].filter(each => each !== false);
  const text = l10n.t('Documentation in {0}', [...languages.values()].join(', '));
  return fact('book', l10n.t('Documentation'), text, sources.join('\n'));
}

/** Has anybody asked the registries, or Gitee, whether the catalog is right about the project? */
function verification({ verified }: Project): HTMLElement {
  return verified === undefined
    ? fact(
        'unverified',
        l10n.t('Verification'),
        l10n.t('not verified'),
        l10n.t('No registry has been asked yet whether the catalog is right about its packages.'),
      )
    : fact(
        'check',
        l10n.t('Verification'),
        l10n.t('verified {0}', day(verified)),
        l10n.t('On that day a registry agreed with the catalog about a package, its license and its repository.'),
      );
}

function fact(name: Parameters<typeof icon>[0], term: string, value: string, source: string): HTMLElement {
  return element(
    'div',
    { class: 'fact', title: source },
    icon(name),
    element('dt', { class: 'hidden-text' }, term),
    element('dd', {}, value),
  );
}

function homes({ page }: PageState, project: Project | undefined): Child {
  const known = project?.homes ?? [];
  const list: readonly Home[] =
    known.length > 0 || !page.home ? known : [{ host: page.home.host, path: page.home.path, kind: 'primary' }];
  if (list.length === 0 && !project?.homepage) return undefined;
  const source = page.facts.kind === 'found' ? sourceOf(page.facts) : undefined;
  const renamed =
    page.repository.kind === 'found' && page.home && page.repository.value.path !== page.home.path
      ? l10n.t('now named {0}', page.repository.value.path)
      : undefined;
  return element(
    'ul',
    { class: 'homes', 'aria-label': l10n.t('Where the project lives') },
    list.map(home =>
      element(
        'li',
        {},
        link(`${hostName[home.host]} ${home.path}`, homeUrl(home.host, home.path), { title: source }),
        known.length > 0 && element('span', { class: 'kind', title: source }, homeKind(home, known)),
        home.host === 'gitee' && renamed !== undefined && element('span', { class: 'kind' }, renamed),
      ),
    ),
    project?.homepage !== undefined &&
      element(
        'li',
        {},
        link(hostOf(project.homepage), project.homepage, { title: source }),
        element('span', { class: 'kind' }, l10n.t('web site')),
      ),
  );
}

function homeUrl(host: Host, path: string): string {
  return `https://${{ gitee: 'gitee.com', github: 'github.com', atomgit: 'atomgit.com' }[host]}/${path}`;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : url;
}

function reservations({ page }: PageState, project: Project | undefined): Child {
  const moved = page.repository.kind === 'found' ? page.repository.value.movedTo : null;
  const list = project?.reservations ?? [];
  if (list.length === 0 && !moved && !project?.needs) return undefined;
  return element(
    'ul',
    { class: 'reservations', 'aria-label': l10n.t('What to know before adopting it') },
    moved &&
      callout(
        'caution',
        l10n.t('The project’s own notice says that it moved to {0}.', `${hostName[moved.host]} ${moved.path}`),
        homeUrl(moved.host, moved.path),
      ),
    list.map(({ severity, text, source }) => callout(severity, text, source)),
    project?.needs !== undefined && callout('note', l10n.t('Needs: {0}', project.needs)),
  );
}

function callout(severity: Project['reservations'][number]['severity'], text: string, source?: string): HTMLElement {
  const { word, icon: name, tone } = severityWord(severity);
  return element(
    'li',
    { class: `callout ${tone}` },
    icon(name),
    element(
      'span',
      {},
      element('strong', {}, word),
      ` ${text} `,
      source !== undefined &&
        (URL.canParse(source) ? link(l10n.t('Source'), source) : element('span', { class: 'kind' }, source)),
    ),
  );
}
