import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { measureReadme, renderMarkdown } from '../../../src/core/readme/index.ts';
import { historyOf } from '../../../src/surfaces/page/history.ts';
import { createImageHosts } from '../../../src/surfaces/page/image-hosts.ts';
import { readPageCode } from '../../../src/surfaces/page/page-code.ts';
import { fillPanel, type Panel, type PanelActions } from '../../../src/surfaces/page/panel.ts';
import type { SessionDependencies } from '../../../src/surfaces/page/session-dependencies.ts';
import { openProjects, silent } from '../../core/projects/setting.ts';
import { type StandIn, startGitee } from '../../support/gitee/server.ts';
import { memory } from '../memory.ts';

const extension = vscode.extensions.getExtension('gitee-scout.gitee-scout');
assert.ok(extension);
const { extensionUri } = extension;
const code = readPageCode(extensionUri.fsPath);

/** A real panel over the stand-in; `heard` is all that the page's script has said. */
async function open(gitee: StandIn, path: string, actions: Partial<PanelActions> = {}) {
  const { projects, close } = openProjects(gitee);
  const view = vscode.window.createWebviewPanel('giteeScout.test', path, vscode.ViewColumn.Active);
  const heard: unknown[] = [];
  view.webview.onDidReceiveMessage(message => heard.push(message));
  const session: SessionDependencies = {
    projects: () => Promise.resolve(projects),
    onPage: () => undefined,
    render: (markdown, { base, imageHosts, anchors }) =>
      Promise.resolve(renderMarkdown(markdown, { base, allowRemoteImages: imageHosts, anchors })),
    imageHosts: createImageHosts(memory()),
    capabilityLabels: () => Promise.resolve([]),
    similar: () => Promise.resolve([]),
    places: () => Promise.resolve([]),
    dependenciesOf: () => Promise.resolve([]),
    ownLicense: () => Promise.resolve(null),
    judge: () => Promise.resolve({ own: null, data: [] }),
    licenseChange: () => Promise.reject(new Error('must not be asked')),
    howUsed: { get: () => ({ use: 'linked', distribution: 'shipped' }), set: () => Promise.resolve() },
    finding: () => Promise.resolve(undefined),
    measure: markdown => Promise.resolve(measureReadme(markdown)),
    translations: {
      engines: () => Promise.resolve([]),
      translate: () => Promise.reject(new Error('must not be asked')),
      correct: () => Promise.reject(new Error('must not be asked')),
      remembered: () => Promise.reject(new Error('must not be asked')),
      installFromFile: () => Promise.reject(new Error('must not be asked')),
      setMirror: () => Promise.reject(new Error('must not be asked')),
    },
    dataHost: () => ({ name: new URL(gitee.url).host, local: true }),
    readerLanguage: () => 'en',
    log: silent,
  };
  const unexpected = () => Promise.reject(new Error('must not be asked'));
  const panel: Panel = fillPanel(view, historyOf({ host: 'gitee', path }, path), {
    extensionUri,
    code: await code,
    session,
    actions: {
      addPackage: unexpected,
      revealDependency: unexpected,
      saveFinding: unexpected,
      removeFinding: unexpected,
      setOwnLicense: unexpected,
      openEvidence: unexpected,
      openBeside: unexpected,
      configureTranslation: unexpected,
      ...actions,
    },
  });
  return {
    view,
    panel,
    heard,
    close: async () => {
      panel.dispose();
      await close();
    },
  };
}

async function until(condition: () => boolean): Promise<void> {
  for (let turn = 0; turn < 600 && !condition(); turn += 1) await new Promise(resolve => setTimeout(resolve, 25));
  assert.ok(condition());
}

describe('a panel with a project page', () => {
  let gitee: StandIn;
  let opened: Awaited<ReturnType<typeof open>>;

  before(async () => {
    gitee = await startGitee();
  });
  beforeEach(() => gitee.reset());
  afterEach(() => opened.close());
  after(() => gitee.close());

  it('runs its script under a content policy that allows nothing else', async () => {
    opened = await open(gitee, 'dromara/warm-flow');

    // The script has run when it speaks.
    await until(() => opened.heard.length > 0);

    assert.deepEqual(opened.heard[0], { kind: 'ready' });
    const written = /Content-Security-Policy" content="([^"]+)"/.exec(opened.view.webview.html)?.[1] ?? '';
    const policy = written.replaceAll('&#39;', "'");
    const own = "'sha256-[\\w+/=]{44}'";
    assert.match(policy, new RegExp(`^default-src 'none'; script-src ${own}; style-src ${own}; img-src data:;`));
    assert.doesNotMatch(policy, /unsafe|\*|https?:/);
  });

  it('has what is known by then in its first document', async () => {
    opened = await open(gitee, 'dromara/warm-flow');

    await until(() => opened.view.webview.html !== '');

    assert.match(opened.view.webview.html, /data-state="[^"]+dromara\/warm-flow/);
  });

  it('reads no file', async () => {
    opened = await open(gitee, 'dromara/warm-flow');

    assert.deepEqual(opened.view.webview.options.localResourceRoots, []);
    await until(() => opened.heard.length > 0);
  });

  it('has the project in its title', async () => {
    opened = await open(gitee, 'dromara/warm-flow');

    await until(() => opened.panel.session.page()?.pending === 0);

    assert.equal(opened.view.title, 'dromara/warm-flow');
  });

  it('numbers its documents: VS Code shows one that it has already no second time', async () => {
    opened = await open(gitee, 'dromara/warm-flow');
    await until(() => opened.heard.length === 1);
    const number = () => /data-drawing="(\d+)"/.exec(opened.view.webview.html)?.[1];
    const before = number();

    opened.panel.visit({ host: 'gitee', path: 'dromara/warm-flow' }, 'dromara/warm-flow');

    await until(() => opened.heard.length === 2);
    assert.notEqual(number(), before);
  });

  it('keeps a hostile README inert: nothing of it runs, and nobody is asked for anything', async () => {
    opened = await open(gitee, 'scout-demo/unsafe');
    await until(() => opened.panel.session.texts().original !== null && opened.heard.length > 0);
    const html = opened.panel.session.texts().original?.html ?? '';

    assert.doesNotMatch(html, /<script|onerror|onclick|javascript:|command:|<iframe|data:text/i);
    assert.match(html, /不安全/);
    assert.ok(opened.heard.every(message => JSON.stringify(message) === '{"kind":"ready"}'));
    assert.ok(gitee.requests.every(({ path }) => path.startsWith('/api/v5/repos/scout-demo/unsafe')));
  });

  it('ends what Gitee is asked for when the tab is closed', async () => {
    gitee.fault(/dromara\/warm-flow/, { kind: 'silent' });
    opened = await open(gitee, 'dromara/warm-flow');
    await until(() => gitee.requests.length > 0);

    opened.view.dispose();

    await until(() => gitee.abandoned.length === gitee.requests.length);
  });

  it('closes its session with the tab', async () => {
    opened = await open(gitee, 'dromara/warm-flow');
    await until(() => opened.panel.session.page() !== undefined);

    opened.view.dispose();

    const before = gitee.requests.length;
    await opened.panel.session.refresh();
    assert.equal(gitee.requests.length, before);
  });
});

describe('pages that follow one another in a panel', () => {
  let gitee: StandIn;
  let opened: Awaited<ReturnType<typeof open>>;
  const shown = () => opened.panel.session.page()?.id;

  before(async () => {
    gitee = await startGitee();
  });
  beforeEach(() => gitee.reset());
  afterEach(() => opened.close());
  after(() => gitee.close());

  it('go back and forward, and forget what lay ahead when another one is opened', async () => {
    opened = await open(gitee, 'dromara/warm-flow');
    await until(() => shown() === 'gitee--dromara--warm-flow');

    opened.panel.go(-1);
    assert.equal(opened.panel.history.entries.length, 1);
    opened.panel.visit({ project: 'dayjs' }, 'Day.js');
    await until(() => shown() === 'dayjs');
    assert.equal(opened.view.title, 'Day.js');
    opened.panel.go(-1);
    await until(() => shown() === 'gitee--dromara--warm-flow');
    opened.panel.go(1);
    await until(() => shown() === 'dayjs');
    opened.panel.go(-1);
    opened.panel.visit({ project: 'moved' }, 'Moved');
    await until(() => shown() === 'moved');

    assert.deepEqual(
      opened.panel.history.entries.map(({ title }) => title),
      ['dromara/warm-flow', 'Moved'],
    );
    assert.equal(opened.panel.history.at, 1);
  });

  it('end what the page before was still asking for', async () => {
    gitee.fault(/dromara\/warm-flow/, { kind: 'silent' });
    opened = await open(gitee, 'dromara/warm-flow');
    await until(() => gitee.requests.length > 0);
    const asked = gitee.requests.length;

    opened.panel.visit({ project: 'elsewhere' }, 'Elsewhere');

    await until(() => gitee.abandoned.length >= asked);
    await until(() => shown() === 'elsewhere');
  });
});

describe('commands on projects', () => {
  const pages = () =>
    vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('giteeScout.project'));

  afterEach(async () => {
    await vscode.window.tabGroups.close(pages());
  });

  it('open one page for a project, however it is named', async () => {
    await vscode.commands.executeCommand('giteeScout.openProject', { host: 'gitee', path: 'scout-demo/one' });
    await vscode.commands.executeCommand('giteeScout.openProject', {
      reference: { host: 'gitee', path: 'scout-demo/one' },
    });
    await until(() => pages().length > 0);

    assert.equal(pages().length, 1);
  });

  it('open a second page of a project beside the first', async () => {
    await vscode.commands.executeCommand('giteeScout.openProject', { host: 'gitee', path: 'scout-demo/one' });
    await until(() => pages().length === 1);
    await vscode.commands.executeCommand('giteeScout.openProjectBeside', { host: 'gitee', path: 'scout-demo/one' });
    await until(() => pages().length === 2);

    assert.equal(new Set(pages().map(({ group }) => group.viewColumn)).size, 2);
  });

  it('open several projects side by side in one group', async () => {
    await vscode.commands.executeCommand('giteeScout.openProject', { host: 'gitee', path: 'scout-demo/one' });
    await vscode.commands.executeCommand('giteeScout.openProject', { host: 'gitee', path: 'scout-demo/two' });
    await until(() => pages().length === 2);

    assert.equal(new Set(pages().map(({ group }) => group.viewColumn)).size, 1);
  });

  for (const argument of [undefined, null, 'x', {}, { host: 'evil', path: 'a/b' }, { host: 'gitee', path: '../..' }]) {
    it(`do nothing with ${JSON.stringify(argument)}`, async () => {
      await vscode.commands.executeCommand('giteeScout.openProject', argument);
      await vscode.commands.executeCommand('giteeScout.openOnGitee', argument);
      await vscode.commands.executeCommand('giteeScout.copyCloneCommand', argument);

      assert.equal(pages().length, 0);
    });
  }

  it('copy what clones the repository', async () => {
    await vscode.commands.executeCommand('giteeScout.copyCloneCommand', { host: 'gitee', path: 'dromara/warm-flow' });

    assert.equal(await vscode.env.clipboard.readText(), 'git clone https://gitee.com/dromara/warm-flow.git');
  });
});
