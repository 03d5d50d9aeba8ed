import assert from 'node:assert/strict';
import { exclusionGlob, exclusionGlobs, expandBraces, isForeign } from '../../../src/surfaces/workspace/exclusion.ts';

describe('what is left out of the workspace', () => {
  const braces: readonly (readonly [glob: string, expanded: readonly string[]])[] = [
    ['**/dist', ['**/dist']],
    ['**/*.{js,ts}', ['**/*.js', '**/*.ts']],
    ['{a,b}/{c,d}', ['a/c', 'a/d', 'b/c', 'b/d']],
    ['{a,{b,c}}', ['{a,b}', '{a,c}']],
    ['open{brace', ['open{brace']],
  ];
  for (const [glob, expanded] of braces) {
    it(`is told to VS Code without braces in braces: ${glob}`, () => {
      assert.deepEqual(expandBraces(glob), expanded);
    });
  }

  it('has the folders of installed packages whatever the settings say', () => {
    const glob = exclusionGlob(exclusionGlobs([{ '**/node_modules': false }], []));

    assert.match(glob, /\*\*\/node_modules,\*\*\/node_modules\/\*\*/);
  });

  it('has the globs that are switched on, and the folders with what is below', () => {
    const glob = exclusionGlob(
      exclusionGlobs([{ '**/out': true, '**/off': false, '**/*.js': { when: '$(basename).ts' } }], ['gen/**']),
    );

    assert.match(glob, /\*\*\/out,\*\*\/out\/\*\*,gen,gen\/\*\*\}$/);
    assert.doesNotMatch(glob, /off|\*\.js/);
  });

  it('stays one list when a setting holds a comma or nonsense', () => {
    const glob = exclusionGlob(exclusionGlobs([null, 'text', { 'a,b': true }], []));

    assert.match(glob, /,a\?b,a\?b\/\*\*\}$/);
  });

  it('is recognized by whole folder names', () => {
    assert.equal(isForeign('web/node_modules/moment/package.json'), true);
    assert.equal(isForeign('web/my-node_modules/package.json'), false);
  });
});
