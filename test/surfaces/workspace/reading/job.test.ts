import assert from 'node:assert/strict';
import { createJob } from '../../../../src/surfaces/workspace/reading/job.ts';
import { sampleCatalog } from '../../sample-catalog.ts';

describe('reading manifests', () => {
  it('goes on with the others when one cannot be read', async () => {
    const job = createJob({
      catalog: sampleCatalog,
      fetchFile: () => {
        throw new Error('the disk is gone');
      },
    });

    const readings = await job.read([
      { path: 'package.json', file: '/package.json', maxBytes: 10 },
      { path: 'requirements.txt', text: 'flask\n' },
    ]);

    assert.deepEqual(readings[0], { kind: 'unreadable', message: 'the disk is gone' });
    assert.equal(readings[1]?.kind, 'read');
  });

  it('lets others have their turn after each of its steps', async () => {
    let turns = 0;
    const job = createJob({
      catalog: sampleCatalog,
      fetchFile: () => ({ kind: 'gone' }),
      pause: () => {
        turns += 1;
        return Promise.resolve();
      },
    });

    await job.read([
      { path: 'requirements.txt', text: 'flask\n' },
      { path: 'requirements.txt', text: 'django\n' },
    ]);
    const [moment] = await job.suggest(['pkg:npm/moment']);

    assert.equal(turns, 3);
    assert.ok(moment?.suggestions.some(({ project }) => project === 'dayjs'));
  });
});
