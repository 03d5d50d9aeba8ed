import assert from 'node:assert/strict';
import { BaseUrlError, siteAt, splitPath } from '../../../src/core/gitee/site.ts';

describe('siteAt', () => {
  for (const [name, baseUrl, api, web] of [
    ['the public site', undefined, 'https://gitee.com/api/v5', 'https://gitee.com'],
    [
      'a company installation',
      'https://git.example.com/api/v5/',
      'https://git.example.com/api/v5',
      'https://git.example.com',
    ],
    [
      'a proxy below a path',
      'https://proxy.example.com/gitee/api/v5?x=1',
      'https://proxy.example.com/gitee/api/v5',
      'https://proxy.example.com/gitee',
    ],
    ['this machine over http', 'http://127.0.0.1:8080/api/v5', 'http://127.0.0.1:8080/api/v5', 'http://127.0.0.1:8080'],
    ['this machine by name', 'http://localhost:8080', 'http://localhost:8080/', 'http://localhost:8080'],
  ] as const) {
    it(`knows ${name}`, () => {
      const site = siteAt('gitee', baseUrl);

      assert.equal(site.api.href, api);
      assert.equal(site.web, web);
      assert.equal(site.isPublic, baseUrl === undefined);
    });
  }

  for (const [name, baseUrl] of [
    ['what is no address', 'gitee.com'],
    ['another protocol', 'file:///etc/passwd'],
    ['a password in it', 'https://user:secret@gitee.com/api/v5'],
    ['plain http to another machine', 'http://git.example.com/api/v5'],
    ['a machine that only looks like this one', 'http://127.0.0.1.example.com/api/v5'],
  ] as const) {
    it(`refuses ${name}`, () => {
      assert.throws(() => siteAt('gitee', baseUrl), BaseUrlError);
    });
  }

  it('never shows the password that it refuses', () => {
    assert.throws(
      () => siteAt('gitee', 'https://user:secret@gitee.com/api/v5'),
      (error: unknown) => error instanceof Error && !error.message.includes('secret'),
    );
  });

  it('takes plain http with explicit consent', () => {
    assert.equal(siteAt('gitee', 'http://git.example.com/api/v5', true).api.protocol, 'http:');
  });

  it('knows GitCode', () => {
    const site = siteAt('atomgit', undefined);

    assert.equal(site.api.href, 'https://api.gitcode.com/api/v5');
    assert.equal(site.tokenPage, 'https://gitcode.com/setting/token-classic/create');
  });
});

describe('splitPath', () => {
  for (const [path, expected] of [
    ['dromara/hutool', ['dromara', 'hutool']],
    ['dromara/hutool.git', ['dromara', 'hutool']],
    ['gh_mirrors/al/allure2', ['gh_mirrors', 'al', 'allure2']],
    ['owner', undefined],
    ['', undefined],
    ['a/../b', undefined],
    ['a/b?c', undefined],
    ['a/b c', undefined],
    ['//', undefined],
  ] as const) {
    it(`reads "${path}"`, () => {
      assert.deepEqual(splitPath(path), expected);
    });
  }
});
