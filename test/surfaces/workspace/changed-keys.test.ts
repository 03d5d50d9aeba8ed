import assert from 'node:assert/strict';
import { createChangedKeys } from '../../../src/surfaces/workspace/changed-keys.ts';

describe('keys of manifests that changed', () => {
  it('are told once', () => {
    const changed = createChangedKeys();
    changed.add('a');
    changed.add('b');
    changed.add('a');

    assert.deepEqual(changed.take(), new Set(['a', 'b']));
    assert.deepEqual(changed.take(), new Set());
  });

  it('are any of them after a change of everything, or of more than are worth a list', () => {
    const changed = createChangedKeys();
    changed.add('a');
    changed.all();
    changed.add('b');
    const afterAll = changed.take();
    for (let each = 0; each < 1000; each += 1) changed.add(`${each}`);

    assert.equal(afterAll, undefined);
    assert.equal(changed.take(), undefined);
    assert.deepEqual(changed.take(), new Set());
  });
});
