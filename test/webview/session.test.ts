import assert from 'node:assert/strict';
import type { Project } from '../../src/core/model.ts';
import { measureReadme, renderMarkdown } from '../../src/core/readme/index.ts';
import { createSession, type SessionEvents } from '../../src/surfaces/page/session.ts';
import type { HowUsed, SessionDependencies } from '../../src/surfaces/page/session-dependencies.ts';
import {
  ModelError,
  type RememberedRequest,
  type TranslationRequest,
  type Translations,
} from '../../src/surfaces/translations.ts';
import type { PageState, ReadmeTexts, SavedTranslation } from '../../src/webview/protocol.ts';
import { sampleFinding } from '../core/findings/sample-finding.ts';
import { openProjects, silent } from '../core/projects/setting.ts';
import { type StandIn, startGitee } from '../support/gitee/server.ts';
import { wholeTranslation } from './whole-translation.ts';

/** Translations as a test wants them. */
function engines(own: Partial<Translations> = {}): SessionDependencies['translations'] {
  return {
    engines: () => Promise.resolve([{ id: 'echo', label: 'Echo', destination: '', partial: false }]),
    translate: () => Promise.reject(new Error('Not here.')),
    correct: () => Promise.resolve(false),
    remembered: () => Promise.resolve(undefined),
    installFromFile: () => Promise.resolve(false),
    setMirror: () => Promise.resolve(),
    ...own,
  };
}

/** A session over the stand-in, with everything around it played by the test. */
function play(gitee: StandIn, own: Partial<SessionDependencies> = {}, saved?: SavedTranslation) {
  const opened = openProjects(gitee);
  const remembered: string[] = [];
  let how: HowUsed = { use: 'linked', distribution: 'shipped' };
  const states: PageState[] = [];
  const drawn: ReadmeTexts[] = [];
  const said: string[] = [];
  const dependencies: SessionDependencies = {
    projects: () => Promise.resolve(opened.projects),
    onPage: () => undefined,
    render: (markdown, { base, imageHosts, anchors }) =>
      Promise.resolve(renderMarkdown(markdown, { base, allowRemoteImages: imageHosts, anchors })),
    imageHosts: {
      remembered: () => remembered,
      remember: hosts => {
        remembered.push(...hosts);
        return Promise.resolve();
      },
      forget: () => Promise.resolve(remembered.splice(0).length),
    },
    capabilityLabels: ids => Promise.resolve(ids),
    similar: () => Promise.resolve([]),
    places: () => Promise.resolve([]),
    dependenciesOf: () => Promise.resolve([]),
    ownLicense: () => Promise.resolve({ expression: 'Apache-2.0', place: 'LICENSE' }),
    judge: (_id, { expression }, { use }) =>
      Promise.resolve({
        own: { expression: 'Apache-2.0', place: 'LICENSE' },
        verdict: { verdict: 'fits', reason: `${expression} in Apache-2.0, ${use}`, duties: [], sources: [] },
        data: [],
      }),
    licenseChange: (saved, { expression }) =>
      Promise.resolve({ kind: 'other', sentence: `${saved} became ${expression}` }),
    howUsed: {
      get: () => how,
      set: next => {
        how = next;
        return Promise.resolve();
      },
    },
    finding: () => Promise.resolve(undefined),
    measure: markdown => Promise.resolve(measureReadme(markdown)),
    translations: engines(),
    dataHost: () => null,
    readerLanguage: () => 'en',
    log: silent,
    ...own,
  };
  const events: SessionEvents = {
    state: state => void states.push(state),
    texts: texts => void drawn.push(texts),
    announce: sentence => void said.push(sentence),
  };
  const session = createSession({ host: 'gitee', path: 'dromara/go-view' }, dependencies, events, saved);
  const close = async () => {
    session.dispose();
    await opened.close();
  };
  return { session, states, drawn, said, remembered, network: opened.network, close };
}

/** Waits until something is so; a promise that nobody gives cannot be awaited. */
async function until(condition: () => boolean): Promise<void> {
  for (let turn = 0; turn < 400 && !condition(); turn += 1) await new Promise(resolve => setTimeout(resolve, 5));
  assert.ok(condition());
}

describe('the session of a project page', () => {
  let gitee: StandIn;
  let played: ReturnType<typeof play>;

  before(async () => {
    gitee = await startGitee();
  });
  beforeEach(() => gitee.reset());
  afterEach(() => played.close());
  after(() => gitee.close());

  it('gives a verdict only when all evidence is there', async () => {
    played = play(gitee);

    await played.session.open();
    await until(() => played.states.at(-1)?.license.verdict !== null);

    const early = played.states.filter(({ page }) => page.license.kind !== 'found' || !page.license.value.complete);
    assert.ok(early.length > 0);
    assert.ok(early.every(({ license }) => license.verdict === null));
    assert.match(played.states.at(-1)?.license.verdict?.reason ?? '', /in Apache-2\.0, linked/);
  });

  it('judges again when the use changes', async () => {
    played = play(gitee);
    await played.session.open();

    await played.session.chooseUse({ use: 'tool', distribution: 'internal' });

    assert.match(played.states.at(-1)?.license.verdict?.reason ?? '', /tool/);
  });

  it('gives no verdict when the own license is not known', async () => {
    played = play(gitee, {
      ownLicense: () => Promise.resolve(null),
      judge: () =>
        Promise.resolve({
          own: null,
          data: [],
          policy: { decision: 'denied', reason: 'Denied by it.', policy: 'policy.yaml' },
        }),
    });

    await played.session.open();
    await until(() => played.states.at(-1)?.license.policy !== null);

    assert.equal(played.states.at(-1)?.license.verdict, null);
    assert.equal(played.states.at(-1)?.license.policy?.reason, 'Denied by it.');
  });

  it('tells when the license is another than when the project was saved', async () => {
    played = play(gitee, { finding: () => Promise.resolve(sampleFinding('x')) });

    await played.session.open();
    await until(() => played.states.at(-1)?.license.change !== null);

    assert.match(played.states.at(-1)?.license.change?.sentence ?? '', /^MIT became /);
  });

  it('never sends the Markdown of a README in the state', async () => {
    played = play(gitee);

    await played.session.open();

    assert.ok(played.states.every(state => !JSON.stringify(state).includes('"markdown"')));
  });

  it('draws the README without remote images, and with those that are allowed', async () => {
    played = play(gitee);
    await played.session.open();
    await until(() => (played.drawn.at(-1)?.original?.html ?? '') !== '');
    const before = played.drawn.at(-1)?.original;
    assert.ok(before && before.blockedHosts.length > 0);
    assert.ok(!before.html.includes('<img'));

    await played.session.allowImages(true);
    await until(() => played.drawn.at(-1)?.original?.html.includes('<img') ?? false);

    assert.deepEqual(played.drawn.at(-1)?.original?.blockedHosts, []);
    assert.deepEqual(played.remembered, before.blockedHosts);
    assert.deepEqual([...played.session.imageHosts()].sort(), [...before.blockedHosts].sort());
  });

  it('shows a translation while it is made, and says when it is complete', async () => {
    played = play(gitee, {
      translations: engines({
        translate: async (markdown: string, { onProgress, from, to }: TranslationRequest) => {
          assert.equal(from, 'zh-Hans');
          assert.equal(to, 'en');
          onProgress({ done: 1, total: 2, markdown: `Half\n\n${markdown}` });
          await until(() => played.drawn.at(-1)?.translated?.html.includes('Half') ?? false);
          return wholeTranslation('# Whole');
        },
      }),
    });
    await played.session.open();

    await played.session.translate('echo');
    await until(() => played.drawn.at(-1)?.translated?.html.includes('Whole') ?? false);

    assert.equal(played.states.at(-1)?.translation.kind, 'done');
    assert.ok(played.said.includes('translated'));
  });

  it('takes a canceled translation back and never shows its late end', async () => {
    let finish = (): void => undefined;
    played = play(gitee, {
      translations: engines({
        translate: (_, { onProgress, signal }) => {
          onProgress({ done: 1, total: 2, markdown: 'Half' });
          return new Promise(resolve => {
            finish = () => resolve(wholeTranslation('Late', { untranslated: signal.aborted ? 1 : 0 }));
          });
        },
      }),
    });
    await played.session.open();
    const work = played.session.translate('echo');
    await until(() => played.drawn.at(-1)?.translated != null);

    played.session.cancelTranslation();
    finish();
    await work;
    await until(() => played.drawn.at(-1)?.translated === null);

    assert.equal(played.states.at(-1)?.translation.kind, 'idle');
  });

  it('does as if nothing was, when the user does not want the model after all', async () => {
    const error = Object.assign(new Error('Canceled.'), { kind: 'canceled' });
    played = play(gitee, { translations: engines({ translate: () => Promise.reject(error) }) });
    await played.session.open();

    await played.session.translate('echo');

    assert.deepEqual(played.states.at(-1)?.translation, { kind: 'idle' });
  });

  it('translates a quote that the page shows, and no other text', async () => {
    const asked: string[] = [];
    const translate = (markdown: string) => {
      asked.push(markdown);
      return Promise.resolve(wholeTranslation('Translated.'));
    };
    played = play(gitee, { translations: engines({ translate }), readerLanguage: () => 'de' });
    await played.session.open();
    await played.session.look();
    const license = played.states.at(-1)?.page.license;
    const quote = license?.kind === 'found' ? license.value.evidence.find(each => each.quote)?.quote : undefined;
    assert.ok(quote);

    await played.session.translateQuote('Something that a page made up.');
    await played.session.translateQuote(quote);

    assert.deepEqual(asked, [quote]);
    assert.deepEqual(played.states.at(-1)?.license.quotes, [
      { kind: 'done', quote, text: 'Translated.', engine: 'echo' },
    ]);
  });

  it('offers no translation of quotes to who reads Chinese', async () => {
    played = play(gitee, { readerLanguage: () => 'zh-CN' });
    await played.session.open();
    await played.session.look();

    assert.equal(played.states.at(-1)?.license.quoteEngine, null);
  });

  it('shows a corrected sentence at once, out of memory, and asks the engine only for what nobody knows', async () => {
    let times = 0;
    let missing = 0;
    const sentence = {
      range: [0, 3],
      segment: '第一',
      translation: 'First',
      original: '第一',
      words: ['First'],
      block: 0,
      by: 'engine',
    } as const;
    const asked: unknown[] = [];
    played = play(gitee, {
      translations: engines({
        translate: () => {
          times += 1;
          return Promise.resolve(wholeTranslation(times === 1 ? '# First' : '# Again', { sentences: [sentence] }));
        },
        remembered: () => Promise.resolve(wholeTranslation('# Better', { sentences: [sentence], missing })),
        correct: (_, chosen) => {
          asked.push(chosen);
          return Promise.resolve(true);
        },
      }),
    });
    await played.session.open();
    await played.session.translate('echo', true);
    await until(() => played.drawn.at(-1)?.translated?.html.includes('First') ?? false);
    const before = played.drawn.length;

    await played.session.correct(0);
    await until(() => played.drawn.at(-1)?.translated?.html.includes('Better') ?? false);

    assert.deepEqual(asked, [sentence]);
    assert.ok(played.drawn.slice(before).every(({ translated }) => translated !== null));
    const { translation } = played.states.at(-1) ?? {};
    assert.ok(translation?.kind === 'done' && translation.codeComments && translation.sentences === 1);
    assert.deepEqual(played.drawn.at(-1)?.translated?.sentences?.[0]?.original, '第一');
    assert.equal(played.session.translation()?.markdown, '# Better');
    assert.equal(times, 1);

    missing = 1;
    await played.session.correct(0);
    await until(() => played.drawn.at(-1)?.translated?.html.includes('Again') ?? false);
    assert.equal(times, 2);
  });

  it('allows images of one host alone', async () => {
    played = play(gitee);
    await played.session.open();
    await until(() => (played.drawn.at(-1)?.original?.blockedHosts.length ?? 0) > 0);
    const [host = ''] = played.drawn.at(-1)?.original?.blockedHosts ?? [];

    await played.session.allowImages(true, host);

    assert.deepEqual(played.remembered, [host]);
    await played.session.allowImages(true, 'elsewhere.example');
    assert.deepEqual(played.remembered, [host]);
  });

  it('says why a translation failed, and keeps the original', async () => {
    played = play(gitee);
    await played.session.open();

    await played.session.translate('echo');

    const failed = { kind: 'failed', engine: 'echo', message: 'Not here.', model: false };
    assert.deepEqual(played.states.at(-1)?.translation, failed);
    await until(() => played.drawn.at(-1)?.original !== null);
    assert.equal(played.drawn.at(-1)?.translated, null);
  });

  it('offers other ways to bring a model that could not be downloaded, and goes on once it is there', async () => {
    let there = false;
    const asked: unknown[] = [];
    played = play(gitee, {
      translations: engines({
        translate: () =>
          there
            ? Promise.resolve(wholeTranslation('# Whole'))
            : Promise.reject(new ModelError('Could not be downloaded.')),
        installFromFile: languages => {
          asked.push(languages);
          return Promise.resolve(there);
        },
        setMirror: () => Promise.resolve(void asked.push('mirror')),
      }),
    });
    await played.session.open();
    await played.session.translate('bergamot');
    const failed = { kind: 'failed', engine: 'bergamot', message: 'Could not be downloaded.', model: true };
    assert.deepEqual(played.states.at(-1)?.translation, failed);

    await played.session.bringModel('mirror', 'bergamot');
    await played.session.bringModel('file', 'bergamot');
    assert.deepEqual(played.states.at(-1)?.translation, failed);
    there = true;
    await played.session.bringModel('file', 'bergamot');

    assert.equal(played.states.at(-1)?.translation.kind, 'done');
    const languages = { from: 'zh-Hans', to: 'en' };
    assert.deepEqual(asked, ['mirror', languages, languages]);
  });

  describe('after a reload of the window', () => {
    const saved: SavedTranslation = {
      path: 'README.md',
      engine: 'echo',
      engineVersion: 'echo-1',
      translatedAt: '2026-11-20T08:00:00.000Z',
      codeComments: true,
    };

    it('shows the translation that was shown, out of memory, with its date, and asks no engine', async () => {
      const asked: RememberedRequest[] = [];
      played = play(
        gitee,
        {
          translations: engines({
            remembered: (_, request) => {
              asked.push(request);
              return Promise.resolve(wholeTranslation('# Remembered', { missing: 2, untranslated: 2 }));
            },
          }),
        },
        saved,
      );

      await played.session.open();
      await until(() => played.drawn.at(-1)?.translated?.html.includes('Remembered') ?? false);

      const { path: _, translatedAt, ...how } = saved;
      assert.deepEqual(asked, [{ ...how, from: 'zh-Hans', to: 'en' }]);
      assert.deepEqual(played.states.at(-1)?.translation, {
        kind: 'done',
        ...how,
        translatedAt,
        untranslated: 2,
        missing: 2,
        sentences: 0,
      });
      assert.ok(played.states.every(({ translation }) => translation.kind !== 'running'));
    });

    it('shows the original where nothing is remembered, and where the text is of another file', async () => {
      played = play(gitee, {}, saved);
      await played.session.open();
      await until(() => played.drawn.at(-1)?.original != null);
      assert.deepEqual(played.states.at(-1)?.translation, { kind: 'idle' });
      await played.close();

      const never = () => Promise.reject(new Error('must not be asked'));
      played = play(gitee, { translations: engines({ remembered: never }) }, { ...saved, path: 'docs/gone.md' });
      await played.session.open();
      await until(() => played.drawn.at(-1)?.original != null);
      assert.deepEqual(played.states.at(-1)?.translation, { kind: 'idle' });
    });
  });

  it('shows what people say of sentences once it changes, unless less would be known then', async () => {
    let missing = 3;
    played = play(gitee, {
      translations: engines({
        translate: () => Promise.resolve(wholeTranslation('# First', { missing: 2 })),
        remembered: () => Promise.resolve(wholeTranslation('# Imported', { missing })),
      }),
    });
    await played.session.open();
    await played.session.renewTranslation();
    assert.deepEqual(played.states.at(-1)?.translation, { kind: 'idle' });
    await played.session.translate('echo');

    await played.session.renewTranslation();
    assert.equal(played.session.translation()?.markdown, '# First');
    missing = 2;
    await played.session.renewTranslation();

    assert.equal(played.session.translation()?.markdown, '# Imported');
  });

  it('asks only for what is missing when it tries again', async () => {
    const end = gitee.fault(/\/releases/, { kind: 'dropped' });
    played = play(gitee);
    await played.session.open();
    end();
    gitee.reset();

    await played.session.retry();

    assert.deepEqual(
      gitee.requests.map(({ path }) => path.split('/').at(-1)),
      ['releases'],
    );
    assert.equal(played.states.at(-1)?.page.releases.kind, 'found');
  });

  it('asks for the contributors last, of a host that answered', async () => {
    played = play(gitee);

    await played.session.open();

    assert.equal(played.states.at(-1)?.contributors?.kind, 'found');
    assert.match(gitee.requests.at(-1)?.path ?? '', /\/contributors$/);
  });

  it('asks for no contributors where nobody answers', async () => {
    played = play(gitee);
    played.network.offline = true;

    await played.session.open();

    assert.equal(played.states.at(-1)?.contributors, null);
    assert.equal(gitee.requests.length, 0);
  });

  it('leaves the contributors out while few requests are left, and asks when a person wants them', async () => {
    const poor = await startGitee({ limit: 8 });
    played = play(poor);
    await played.session.open();
    const before = played.states.at(-1)?.contributors;

    await played.session.showContributors();

    assert.ok(before?.kind === 'missing' && before.reason === 'limited', JSON.stringify(before));
    assert.equal(played.states.at(-1)?.contributors?.kind, 'found');
    await poor.close();
  });

  it('names similar projects', async () => {
    const similar = { project: 'x', name: 'X', summary: 'It is.', reason: 'Both are.', capabilities: ['a'] };
    const asked: string[] = [];
    played = play(gitee, {
      similar: id => {
        asked.push(id);
        return Promise.resolve([similar]);
      },
    });

    await played.session.open();
    await until(() => (played.states.at(-1)?.similar.length ?? 0) > 0);

    assert.deepEqual(played.states.at(-1)?.similar, [similar]);
    assert.ok(asked.every(id => id === 'gitee--dromara--go-view'));
  });

  it('says nothing more once it is closed', async () => {
    gitee.fault(/releases/, { kind: 'slow', ms: 50 }, 1);
    played = play(gitee);
    const opening = played.session.open();
    await until(() => played.states.length > 0);

    played.session.dispose();
    const count = played.states.length;
    await opening;

    assert.equal(played.states.length, count);
  });

  it('shows the finding that was saved, with its labels', async () => {
    const facts: readonly Project['capabilities'][number][] = [];
    played = play(gitee, {
      capabilityLabels: () => Promise.resolve(facts),
      finding: id =>
        Promise.resolve({
          id,
          name: 'GoView',
          homes: [],
          status: 'evaluating',
          note: 'A note.',
          tags: [],
          license: 'MIT',
          replaces: [],
          links: [],
          history: [],
          savedAt: '2026-11-01T00:00:00.000Z',
          changedAt: '2026-11-01T00:00:00.000Z',
        }),
    });

    await played.session.open();
    await until(() => played.states.at(-1)?.finding != null);

    assert.deepEqual(played.states.at(-1)?.finding, {
      status: 'evaluating',
      note: 'A note.',
      savedAt: '2026-11-01T00:00:00.000Z',
    });
  });
});
