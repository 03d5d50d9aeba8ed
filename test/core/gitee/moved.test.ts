import assert from 'node:assert/strict';
import { findMoved } from '../../../src/core/gitee/moved.ts';

const self = { host: 'gitee', path: 'src-openeuler/kernel' } as const;

describe('findMoved', () => {
  for (const [name, text, expected] of [
    [
      'the openEuler description',
      '本项目已经迁移至 AtomGit || This project has been migrated to AtomGit || Linked: https://atomgit.com/openeuler/kernel',
      { host: 'atomgit', path: 'openeuler/kernel' },
    ],
    [
      'the Ascend description',
      '本仓库已停止维护，请前往 https://gitcode.com/cann/ops-nn',
      { host: 'atomgit', path: 'cann/ops-nn' },
    ],
    [
      'an English README head with a link',
      '# Notice: This project has been migrated to [AtomGit](https://atomgit.com/openeuler/docs)\n\nText',
      { host: 'atomgit', path: 'openeuler/docs' },
    ],
    [
      'a Chinese README head with a link',
      '# 通知: 本项目已经正式迁移至 [AtomGit](https://atomgit.com/openeuler/docs) 平台',
      { host: 'atomgit', path: 'openeuler/docs' },
    ],
    ['a move to GitHub', 'This repository has moved to https://github.com/a/b.', { host: 'github', path: 'a/b' }],
    ['an address with .git', '项目已迁移到 https://gitee.com/new/home.git', { host: 'gitee', path: 'new/home' }],
  ] as const) {
    it(`reads ${name}`, () => {
      assert.deepEqual(findMoved(text, self), expected);
    });
  }

  for (const [name, text] of [
    ['an ordinary description', 'A kernel. See https://github.com/torvalds/linux'],
    ['where a project came from', '本项目由 https://github.com/a/b 迁移而来'],
    ['its own address', '仓库已迁移至 https://gitee.com/src-openeuler/kernel'],
    ['an organization without a repository', '本项目已迁移至 https://atomgit.com/openeuler'],
    ['another site', '已迁移至 https://example.com/a/b'],
    ['a request to look at something', '更多内容请访问 https://github.com/a/b'],
    ['nothing', ''],
  ] as const) {
    it(`does not take ${name} for a move`, () => {
      assert.equal(findMoved(text, self), null);
    });
  }
});
