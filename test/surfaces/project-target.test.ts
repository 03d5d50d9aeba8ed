import assert from 'node:assert/strict';
import { readProjectTarget } from '../../src/surfaces/project-target.ts';

describe('the argument of commands on a project', () => {
  const good: readonly (readonly [name: string, argument: unknown, expected: unknown])[] = [
    ['a catalog id', { project: 'dayjs' }, { project: 'dayjs' }],
    ['a repository', { host: 'gitee', path: 'dromara/hutool' }, { host: 'gitee', path: 'dromara/hutool' }],
    ['a target', { reference: { project: 'dayjs' }, name: 'Day.js' }, { project: 'dayjs' }],
    ['an item of a tree', { kind: 'suggestion', target: { reference: { project: 'dayjs' } } }, { project: 'dayjs' }],
  ];
  for (const [name, argument, expected] of good) {
    it(`may be ${name}`, () => {
      assert.deepEqual(readProjectTarget(argument)?.reference, expected);
    });
  }

  const bad: readonly unknown[] = [
    undefined,
    null,
    'dayjs',
    7,
    {},
    { project: '' },
    { host: 'evil.example', path: 'a/b' },
    { host: 'gitee', path: '../../a' },
    { host: 'gitee', path: 'a/b?x=1' },
    { target: { target: { reference: 1 } } },
  ];
  for (const argument of bad) {
    it(`is refused as ${JSON.stringify(argument)}`, () => {
      assert.equal(readProjectTarget(argument), undefined);
    });
  }
});
