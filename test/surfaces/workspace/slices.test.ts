import assert from 'node:assert/strict';
import { createSlices } from '../../../src/surfaces/workspace/slices.ts';

describe('slices of long work', () => {
  it('let others in after a while and not before', async () => {
    let time = 0;
    const slices = createSlices(() => time);
    const turns: string[] = [];
    setImmediate(() => turns.push('other'));

    await slices.pause();
    turns.push('short');
    time += 20;
    await slices.pause();
    turns.push('long');

    assert.deepEqual(turns, ['short', 'other', 'long']);
  });
});
