import assert from 'node:assert/strict';
import { openCache } from '../../../src/core/cache/index.ts';
import { createGitee } from '../../../src/core/gitee/index.ts';
import { recordedLog, turnableClock } from '../../support/gitee/doubles.ts';

describe('the Gitee client', () => {
  it('refuses a base URL that would send everything unencrypted', () => {
    const clock = turnableClock();
    const log = recordedLog();

    assert.throws(
      () => createGitee({ baseUrl: 'http://git.example.com/api/v5', cache: openCache({ clock, log }), clock, log }),
      { name: 'BaseUrlError' },
    );
  });
});
