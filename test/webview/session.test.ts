import assert from 'node:assert/strict';
import type { Project } from '../../src/core/model.ts';
import { renderMarkdown } from '../../src/core/readme/index.ts';
import { createSession, type HowUsed, type SessionDependencies } from '../../src/surfaces/page/session.ts';
import type { TranslationRequest } from '../../src/surfaces/page/translation.ts';
import type { PageState, ReadmeText } from '../../src/webview/protocol.ts';
import { openProjects, silent } from '../core/projects/setting.ts';
import { type StandIn, startGitee } from '../support/gitee/server.ts';

interface Texts {
  readonly original: ReadmeText | null;
  readonly translated: ReadmeText | null;
}

/** A session over the stand-in, with everything around it played by the test. */
function play(gitee: StandIn, own: Partial<SessionDependencies> = {}) {
  const opened = openProjects(gitee);
  const remembered: string[] = [];
  let how: HowUsed = { use: 'linked', distribution: 'shipped' };
  const states: PageState[] = [];
  const drawn: Texts[] = [];
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
    },
    capabilityLabels: ids => Promise.resolve(ids),
    dependenciesOf: () => Promise.resolve([]),
    ownLicense: () => Promise.resolve({ expression: 'Apache-2.0', place: 'LICENSE' }),
    judge: (_id, { expression }, { use }) =>
      Promise.resolve({
        own: { expression: 'Apache-2.0', place: 'LICENSE' },
        verdict: { verdict: 'fits', reason: `${expression} in Apache-2.0, ${use}`, duties: [], sources: [] },
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
    engines: () => Promise.resolve([{ id: 'echo', label: 'Echo', destination: '', partial: false }]),
    translate: () => Promise.reject(new Error('Not here.')),
    dataHost: () => null,
    readerLanguage: () => 'en',
    log: silent,
    ...own,
  };
  const session = createSession({ host: 'gitee', path: 'dromara/go-view' }, dependencies, {
    state: state => void states.push(state),
    texts: texts => void drawn.push(texts),
    announce: sentence => void said.push(sentence),
  });
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
        Promise.resolve({ own: null, policy: { decision: 'denied', reason: 'Denied by it.', policy: 'policy.yaml' } }),
    });

    await played.session.open();
    await until(() => played.states.at(-1)?.license.policy !== null);

    assert.equal(played.states.at(-1)?.license.verdict, null);
    assert.equal(played.states.at(-1)?.license.policy?.reason, 'Denied by it.');
  });

  it('tells when the license is another than when the project was saved', async () => {
    const saved = {
      id: 'x',
      name: 'x',
      homes: [],
      status: 'candidate',
      note: '',
      tags: [],
      license: 'MIT',
      replaces: [],
      links: [],
      history: [],
      savedAt: '2026-01-01T00:00:00Z',
      changedAt: '2026-01-01T00:00:00Z',
    } as const;
    played = play(gitee, { finding: () => Promise.resolve(saved) });

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
      translate: async (markdown: string, { onProgress, from, to }: TranslationRequest) => {
        assert.equal(from, 'zh-Hans');
        assert.equal(to, 'en');
        onProgress({ done: 1, total: 2, markdown: `Half\n\n${markdown}` });
        await until(() => played.drawn.at(-1)?.translated?.html.includes('Half') ?? false);
        return { markdown: '# Whole', translatedAt: '2026-11-24T08:00:00.000Z', untranslated: 0 };
      },
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
      translate: (_, { onProgress, signal }) => {
        onProgress({ done: 1, total: 2, markdown: 'Half' });
        return new Promise(resolve => {
          finish = () => resolve({ markdown: 'Late', translatedAt: '', untranslated: signal.aborted ? 1 : 0 });
        });
      },
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

  it('says why a translation failed, and keeps the original', async () => {
    played = play(gitee);
    await played.session.open();

    await played.session.translate('echo');

    assert.deepEqual(played.states.at(-1)?.translation, { kind: 'failed', engine: 'echo', message: 'Not here.' });
    await until(() => played.drawn.at(-1)?.original !== null);
    assert.equal(played.drawn.at(-1)?.translated, null);
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
