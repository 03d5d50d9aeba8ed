import assert from 'node:assert/strict';
import { parseReference } from '../../../src/core/projects/index.ts';

describe('references to projects', () => {
  const gitee = (path: string) => ({ host: 'gitee', path });
  const cases: readonly (readonly [
    name: string,
    text: string,
    expected: ReturnType<typeof parseReference> | object,
  ])[] = [
    ['owner and repository', 'dromara/hutool', gitee('dromara/hutool')],
    ['an address of the web', 'https://gitee.com/dromara/hutool', gitee('dromara/hutool')],
    ['an address with a path below', 'https://gitee.com/dromara/hutool/tree/v5-master?a=b#c', gitee('dromara/hutool')],
    ['a clone address', 'https://gitee.com/dromara/hutool.git', gitee('dromara/hutool')],
    ['an SSH address', 'git@gitee.com:dromara/hutool.git', gitee('dromara/hutool')],
    ['another host by prefix', 'github:iamkun/dayjs', { host: 'github', path: 'iamkun/dayjs' }],
    ['GitCode, which is AtomGit', 'https://gitcode.com/cann/ops', { host: 'atomgit', path: 'cann/ops' }],
    ['an id of the catalog', 'sa-token', { project: 'sa-token' }],
    ['white space around', '  dromara/hutool\n', gitee('dromara/hutool')],
  ];
  for (const [name, text, expected] of cases) {
    it(`reads ${name}`, () => assert.deepEqual(parseReference(text), expected));
  }

  for (const text of [
    '',
    'https://example.org/a/b',
    '../etc',
    'a/..',
    'a/b/c',
    'a b/c',
    '__proto__',
    'x'.repeat(1000),
  ]) {
    it(`refuses ${JSON.stringify(text.slice(0, 30))}`, () => assert.equal(parseReference(text), undefined));
  }
});
