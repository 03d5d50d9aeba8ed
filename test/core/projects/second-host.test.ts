import assert from 'node:assert/strict';
import { type StandIn, startGitee } from '../../support/gitee/server.ts';
import { openProjects } from './setting.ts';

describe('projects that live on AtomGit', () => {
  const at: { gitee?: StandIn; atomgit?: StandIn } = {};
  beforeEach(async () => {
    at.gitee = await startGitee();
    at.atomgit = await startGitee();
  });
  afterEach(async () => {
    await at.gitee?.close();
    await at.atomgit?.close();
  });

  async function open(project: string, token?: string) {
    if (!at.gitee || !at.atomgit) throw new Error('used outside of a test');
    const second = { standIn: at.atomgit, ...(token === undefined ? {} : { token }) };
    const { projects, close } = openProjects(at.gitee, undefined, second);
    const page = await projects.open({ project });
    await close();
    return { page, asked: { gitee: at.gitee.requests.length, atomgit: at.atomgit.requests.length } };
  }

  for (const project of ['atomgit-only', 'moved']) {
    it(`open there with a token: ${project}`, async () => {
      const { page, asked } = await open(project, 'stand-in-token');

      assert.equal(page.home?.host, 'atomgit');
      assert.equal(page.repository.kind === 'found' && page.repository.value.path, 'mindspore/mindspore');
      assert.equal(page.repository.kind === 'found' && page.repository.source, 'gitcode.com');
      assert.equal(page.readme.kind, 'found');
      assert.equal(asked.gitee, 0);
      assert.ok(asked.atomgit > 0);
    });
  }

  it('are not asked for without a token; the page says what would help and where to go', async () => {
    const { page, asked } = await open('atomgit-only');

    assert.deepEqual(asked, { gitee: 0, atomgit: 0 });
    assert.equal(page.facts.kind, 'found');
    assert.equal(page.repository.kind === 'missing' && page.repository.reason, 'forbidden');
    assert.match(
      page.repository.kind === 'missing' ? page.repository.message : '',
      /atomgit\.com\/mindspore\/mindspore.*sign in to GitCode, or open it there/,
    );
  });

  it('are the only ones for which a token is looked for', async () => {
    if (!at.gitee) throw new Error('used outside of a test');
    let asked = 0;
    const { projects, close } = openProjects(at.gitee, undefined, {
      get token() {
        asked += 1;
        return undefined;
      },
    });

    await projects.open({ project: 'dayjs' });
    assert.equal(asked, 0);
    await projects.open({ project: 'moved' });
    await close();

    assert.ok(asked > 0);
  });

  it('show what Gitee still has of them without a token', async () => {
    const { page, asked } = await open('moved');

    assert.equal(page.home?.host, 'gitee');
    assert.equal(page.repository.kind, 'found');
    assert.equal(asked.atomgit, 0);
  });
});
