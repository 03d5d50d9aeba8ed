import assert from 'node:assert/strict';
import { homeAgreement } from '../../catalog/home-agreement.ts';
import { useClient } from '../gitee/open-client.ts';
import { project } from './sample.ts';

/** Homes of the stand-in Gitee, read by the client that `catalog:verify` uses. */
describe('agreement of Gitee with the catalog', () => {
  const setting = useClient();

  for (const [fact, path, license, kind, expected] of [
    ['a home as the catalog has it', 'layui/layui', 'MIT', 'dual', /^agrees/],
    [
      'a home that moved to another host',
      'src-openeuler/kernel',
      'GPL-2.0-only',
      'primary',
      /^differs moved to atomgit openeuler\/kernel; closed/,
    ],
    ['a home that is known to have moved', 'src-openeuler/kernel', 'GPL-2.0-only', 'moved', /^agrees/],
    ['a closed home', 'mindspore/mindspore', 'Apache-2.0', 'primary', /^differs .*closed/],
    ['a paused home', 'ascend/pytorch', 'BSD-3-Clause', 'primary', /^differs .*paused/],
    ['a renamed home', 'dromara/hutool', 'MulanPSL-2.0', 'dual', /^differs renamed to /],
    ['another license', 'layui/layui', 'Apache-2.0', 'dual', /^differs license MIT/],
    ['a license with further terms', 'layui/layui', 'MIT AND LicenseRef-additional-terms', 'dual', /^agrees/],
    ['a home that is not there', 'nobody/nothing', 'MIT', 'dual', /^missing no repository/],
    ['a private home', 'scout-demo/private', 'MIT', 'dual', /^missing/],
  ] as const) {
    it(`${fact}: ${expected.source.replace(/[\\^]/g, '')}`, async () => {
      const home = { host: 'gitee', path, kind } as const;
      const outcome = await setting().gitee.repository(path);

      const found = homeAgreement(project('clock', { license, homes: [home] }), home, outcome);

      assert.match(`${found?.result} ${found?.detail}`, expected);
    });
  }

  it('says nothing when Gitee cannot be reached', () => {
    const home = { host: 'gitee', path: 'a/b', kind: 'dual' } as const;

    assert.equal(homeAgreement(project('clock'), home, { kind: 'unreachable', message: 'no network' }), undefined);
  });
});
