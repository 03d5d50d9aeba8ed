import {
  type Call,
  coordinates,
  type PageReadme,
  type PartName,
  type ProjectPage,
  type ProjectReference,
  partsToRetry,
} from '../../core/projects/index.ts';
import type { OwnLicense, PageState, ReadmeTexts, SavedTranslation } from '../../webview/protocol.ts';
import type { LicenseAnswer } from '../license-judge.ts';
import { createQuotes } from './quotes.ts';
import { createReadmeTexts } from './readme-texts.ts';
import type { HowUsed, SessionDependencies } from './session-dependencies.ts';
import { createTranslation } from './translation.ts';

export interface SessionEvents {
  /** The state changed. */
  state(state: PageState): void;
  texts(texts: ReadmeTexts): void;
  announce(sentence: 'translated' | 'complete'): void;
}

/** Everything around the project that can change while its page is open. */
type Surroundings = Pick<PageState, 'capabilities' | 'similar' | 'dependencies' | 'places' | 'finding' | 'engines'> & {
  readonly own: OwnLicense | null;
  readonly quoteEngine: PageState['license']['quoteEngine'];
  /** License of the finding when it was saved; empty where nothing is saved. */
  readonly saved: string;
};

type Weighed = LicenseAnswer & Pick<PageState['license'], 'change' | 'data'>;

/**
 * The life of one open page: asks the core, keeps what has come, and says when something changed. Knows no editor and no
 * browser, so that a test can play both.
 */
export function createSession(
  reference: ProjectReference,
  dependencies: SessionDependencies,
  events: SessionEvents,
  saved?: SavedTranslation,
) {
  const { log } = dependencies;
  let page: ProjectPage | undefined;
  let around: Surroundings = {
    capabilities: [],
    similar: [],
    dependencies: [],
    places: [],
    finding: null,
    engines: [],
    own: null,
    quoteEngine: null,
    saved: '',
  };
  let answer: Weighed | null = null;
  let activity: PageState['activity'] = null;
  let contributors: PageState['contributors'] = null;
  let opening: AbortController | undefined;
  /** The translation that was shown before a reload of the window, until the README is there. */
  let wanted = saved;
  const lifetime = new AbortController();

  const readme = createReadmeTexts(dependencies, texts => events.texts(texts));
  const translation = createTranslation(dependencies, {
    changed: () => changed(),
    translated: text => readme.setTranslation({ ...text, language: dependencies.readerLanguage() }),
    withdrawn: () => readme.setTranslation(undefined),
    done: () => events.announce('translated'),
  });

  const quotes = createQuotes(dependencies, () => changed());

  const state = (): PageState | undefined => {
    if (!page) return undefined;
    const { capabilities, similar, dependencies: found, places, finding, engines, own, quoteEngine } = around;
    return {
      page: { ...page, readme: withoutText(page.readme) },
      dataHost: dependencies.dataHost(),
      readerLanguage: dependencies.readerLanguage(),
      capabilities,
      coordinates: coordinatesOf(page),
      places,
      dependencies: found,
      license: {
        own: answer?.own ?? own,
        ...dependencies.howUsed.get(),
        verdict: answer?.verdict ?? null,
        policy: answer?.policy ?? null,
        change: answer?.change ?? null,
        quoteEngine,
        quotes: quotes.all(),
        data: answer?.data ?? [],
      },
      finding,
      engines,
      translation: translation.state(),
      activity,
      contributors,
      similar,
    };
  };
  const changed = () => {
    const current = state();
    if (current && !lifetime.signal.aborted) events.state(current);
  };

  const judge = async () => {
    const { license, id } = page ?? {};
    const before = around;
    // Half of the evidence would make half a verdict.
    const complete = license?.kind === 'found' && license.value.complete ? license.value : undefined;
    const next =
      complete && id !== undefined
        ? {
            ...(await dependencies.judge(id, complete, dependencies.howUsed.get())),
            change: before.saved === '' ? null : await dependencies.licenseChange(before.saved, complete),
          }
        : null;
    // Another license may have come while this one was judged.
    if (page?.license !== license || around !== before) return;
    answer = next;
    changed();
  };

  const readmeLanguage = () => (page?.readme.kind === 'found' ? page.readme.value.language : undefined);

  const look = async () => {
    if (!page) return;
    const { id } = page;
    const ids = page.facts.kind === 'found' ? page.facts.value.capabilities : [];
    const purls = coordinatesOf(page).map(({ purl }) => purl);
    const reader = dependencies.readerLanguage();
    const [capabilities, similar, found, places, finding, engines, forQuotes, own] = await Promise.all([
      dependencies.capabilityLabels(ids),
      dependencies.similar(id),
      dependencies.dependenciesOf(id),
      dependencies.places(purls),
      dependencies.finding(id),
      translation.engines(readmeLanguage(), reader),
      /^zh\b/i.test(reader) ? [] : translation.engines('zh', reader),
      dependencies.ownLicense(id),
    ]);
    const saved = finding ? { status: finding.status, note: finding.note, savedAt: finding.savedAt } : null;
    around = {
      capabilities,
      similar,
      dependencies: found,
      places,
      finding: saved,
      engines,
      own,
      quoteEngine: forQuotes.find(({ partial }) => !partial) ?? null,
      saved: finding?.license ?? '',
    };
    changed();
    await judge();
  };

  /** A translation that was shown is shown again: after a reload of the window, and of a newer text. */
  const bringBack = async (now: PageReadme, old: ProjectPage['readme'] | undefined): Promise<void> => {
    const to = dependencies.readerLanguage();
    if (wanted?.path === now.path) {
      const restoring = wanted;
      wanted = undefined;
      await translation.restore(restoring, now, to);
    } else if (old?.kind === 'found' && old.value.path === now.path && old.value.markdown !== now.markdown) {
      await translation.follow(now, to);
    }
  };
  /** The translation that is wanted may be of another version than the one with which the page opens. */
  const readWanted = async (): Promise<void> => {
    const path = wanted?.path;
    const readmeNow = page?.readme;
    if (path === undefined || readmeNow?.kind !== 'found') return;
    if (readmeNow.value.others.some(other => other.path === path)) await readVersion(path);
    wanted = undefined;
  };

  const readVersion = async (path: string): Promise<void> => {
    if (!page) return;
    const projects = await dependencies.projects();
    const from = page;
    const part = await projects.readVersion(from, path, lifetime.signal);
    if (page !== from || lifetime.signal.aborted) return;
    translation.reset();
    update({ ...from, readme: part });
  };

  const update = (next: ProjectPage) => {
    const old = page;
    page = next;
    dependencies.onPage(next);
    if (old?.readme !== next.readme || old?.repository !== next.repository) readme.setPage(next);
    changed();
    if (old?.license !== next.license) quietly(judge());
    if (next.readme.kind === 'found') quietly(bringBack(next.readme.value, old?.readme));
    const languageBefore = old?.readme.kind === 'found' ? old.readme.value.language : undefined;
    // Which engines can be offered depends on the language.
    if (!old || languageBefore !== readmeLanguage()) quietly(look());
  };

  /** Asked last and only of a host that has just answered: nobody waits for it, and it must not cost what a click needs. */
  const askContributors = async (call: Call): Promise<void> => {
    if (!page || contributors?.kind === 'loading') return;
    const asked = page;
    contributors = { kind: 'loading' };
    changed();
    const projects = await dependencies.projects();
    const part = await projects.contributors(asked, { ...call, signal: lifetime.signal });
    contributors = part;
    changed();
  };

  const quietly = (work: Promise<unknown>) => {
    work.catch((error: unknown) => log.error(`project page ${page?.id ?? ''}`, error));
  };

  return {
    state,
    page: () => page,
    texts: readme.texts,
    imageHosts: readme.imageHosts,

    /** Opens the project, or opens it again; `parts` are asked for anew. */
    async open(parts: readonly PartName[] = []): Promise<void> {
      opening?.abort();
      const current = new AbortController();
      opening = current;
      const projects = await dependencies.projects();
      const signal = AbortSignal.any([current.signal, lifetime.signal]);
      if (signal.aborted) return;
      await projects.open(reference, {
        language: dependencies.readerLanguage(),
        signal,
        refresh: parts,
        onUpdate: next => {
          if (opening === current) update(next);
        },
      });
      if (opening !== current || signal.aborted) return;
      await readWanted();
      events.announce('complete');
      if (page?.repository.kind === 'found' && !page.repository.stale) {
        await askContributors({ background: true, refresh: parts.includes('repository') });
      }
    },
    retry(): Promise<void> {
      return this.open(page ? partsToRetry(page) : []);
    },
    refresh(): Promise<void> {
      return this.open(['repository', 'readme', 'license', 'releases']);
    },
    /** Reads again what the workspace, the findings and the settings say. */
    look,
    async chooseUse(how: HowUsed): Promise<void> {
      await dependencies.howUsed.set(how);
      changed();
      await judge();
    },
    async translate(engine: string, codeComments = false): Promise<void> {
      const source = page?.readme;
      if (source?.kind !== 'found') return;
      await translation.start({ engine, codeComments }, source.value, dependencies.readerLanguage());
    },
    /** Asks for better words for a sentence of the translation, or for which sentence. */
    async correct(sentence: number | null): Promise<void> {
      const source = page?.readme;
      if (source?.kind !== 'found') return;
      await translation.correct(sentence, source.value, dependencies.readerLanguage());
    },
    /** Only what the page itself shows: it holds texts of strangers. */
    async translateQuote(quote: string): Promise<void> {
      const license = page?.license;
      const shown = license?.kind === 'found' && license.value.evidence.some(each => each.quote === quote);
      const engine = around.quoteEngine;
      if (shown && engine) await quotes.translate(quote, engine.id, dependencies.readerLanguage());
    },
    translation: translation.result,
    cancelTranslation: translation.cancel,
    async showActivity(): Promise<void> {
      if (!page || activity?.kind === 'loading') return;
      activity = { kind: 'loading' };
      changed();
      const projects = await dependencies.projects();
      activity = await projects.activity(page, lifetime.signal);
      changed();
    },
    showContributors: () => askContributors({}),
    readVersion,
    /** What people say of translations has changed. */
    async renewTranslation(): Promise<void> {
      const source = page?.readme;
      if (source?.kind === 'found') await translation.renew(source.value, dependencies.readerLanguage());
    },
    async bringModel(from: 'file' | 'mirror', engine: string): Promise<void> {
      const source = page?.readme;
      if (source?.kind !== 'found') return;
      await translation.bringModel(from, engine, source.value, dependencies.readerLanguage());
    },
    /** Loads images that were left out, of one host or of all; `remember` for every page from now on. */
    async allowImages(remember: boolean, host: string | null = null): Promise<void> {
      const hosts = readme.blockedHosts().filter(each => host === null || each === host);
      if (remember) await dependencies.imageHosts.remember(hosts);
      readme.allow(hosts);
    },
    dispose(): void {
      lifetime.abort();
      quotes.dispose();
      translation.cancel();
    },
  };
}

export type Session = ReturnType<typeof createSession>;

function coordinatesOf({ facts }: ProjectPage): PageState['coordinates'] {
  return facts.kind === 'found' ? coordinates(facts.value.purls) : [];
}

function withoutText(part: ProjectPage['readme']): PageState['page']['readme'] {
  if (part.kind !== 'found') return part;
  const { markdown: _, ...value } = part.value;
  return { ...part, value };
}
