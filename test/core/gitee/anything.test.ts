import assert from 'node:assert/strict';
import fc from 'fast-check';
import { openCache } from '../../../src/core/cache/index.ts';
import { createAsk } from '../../../src/core/gitee/ask.ts';
import { askAccount, askRepositoriesOf, askStarredBy } from '../../../src/core/gitee/endpoints/account.ts';
import { askDirectory, askFile, askReadme } from '../../../src/core/gitee/endpoints/contents.ts';
import { askActivity, askBranches, askContributors, askTags } from '../../../src/core/gitee/endpoints/history.ts';
import { askLicense } from '../../../src/core/gitee/endpoints/license.ts';
import { askReleases } from '../../../src/core/gitee/endpoints/releases.ts';
import { askRepository } from '../../../src/core/gitee/endpoints/repository.ts';
import type { Reply } from '../../../src/core/gitee/request.ts';
import { askApiSearch } from '../../../src/core/gitee/search/api-search.ts';
import { askReposSearch } from '../../../src/core/gitee/search/repos-search.ts';
import { askWebSearch } from '../../../src/core/gitee/search/web-search.ts';
import { siteAt } from '../../../src/core/gitee/site.ts';
import { decodeText } from '../../../src/core/gitee/text.ts';
import type { Outcome } from '../../../src/core/model.ts';
import { recordedLog, turnableClock } from '../../support/gitee/doubles.ts';

const site = siteAt('gitee', undefined);
const path = ['a', 'b'];
const query = { text: 'x', limit: 5 };
const kinds = ['found', 'not-found', 'forbidden', 'limited', 'unreachable', 'changed-shape'];

/** Everything that the client asks, answered by the same reply. */
function askAll(reply: Reply): readonly Promise<Outcome<unknown>>[] {
  const clock = turnableClock();
  const log = recordedLog();
  const cache = openCache({ clock, log });
  const ask = createAsk({
    site,
    send: async () => reply,
    cache,
    clock,
    log,
    identify: async () => ({ name: 'anonymous', headers: {} }),
  });
  const place = { ask, path, site, maxBytes: 1000 };
  return [
    askRepository(ask, site, path, 1000),
    askReadme(place),
    askFile(place, 'LICENSE'),
    askDirectory(place, ''),
    askLicense(ask, path, 1000),
    askReleases(ask, path, 1000),
    askTags(place),
    askBranches(place),
    askContributors(place),
    askActivity(place, clock.now()),
    askAccount(place, 'a', 'user'),
    askRepositoriesOf(place, 'a', 'organization'),
    askStarredBy(place, 'a'),
    askApiSearch(ask, site, query, 1000),
    askReposSearch(ask, site, query, 1000),
    askWebSearch(ask, site.api, query, 1000),
  ];
}

/** JSON that looks a little like what is expected, so that it gets past the first check. */
const likely = fc.letrec(tie => ({
  value: fc.oneof({ maxDepth: 4 }, fc.jsonValue({ maxDepth: 1 }), fc.date().map(String), tie('record'), tie('list')),
  list: fc.array(tie('value'), { maxLength: 3 }),
  record: fc.dictionary(
    fc.constantFrom(
      'full_name',
      'name',
      'path',
      'type',
      'content',
      'encoding',
      'tag_name',
      'commit',
      'author',
      'date',
      'sha',
      'license',
      'login',
      'data',
      'hits',
      'fields',
      'url',
      'created_at',
      'avatar_url',
      'status',
      'parent',
    ),
    tie('value'),
    { maxKeys: 6 },
  ),
})).value;

const settings = { seed: 20_261_124, numRuns: 150 };

describe('whatever a host answers', () => {
  it('each kind of question has an outcome', async () => {
    const reply = fc.record({
      kind: fc.constant('answer' as const),
      status: fc.constantFrom(200, 200, 200, 201, 204, 304, 400, 401, 403, 404, 429, 500),
      headers: fc.constant({}),
      body: fc.oneof(
        likely.map(value => Buffer.from(JSON.stringify(value) ?? '')),
        fc.uint8Array({ maxLength: 50 }).map(bytes => Buffer.from(bytes)),
      ),
    });

    await fc.assert(
      fc.asyncProperty(reply, async given => {
        const outcomes = await Promise.all(askAll(given));
        for (const outcome of outcomes) assert.ok(kinds.includes(outcome.kind));
      }),
      settings,
    );
  });

  it('any bytes are some text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), bytes => typeof decodeText(bytes) === 'string'),
      settings,
    );
  });

  it('any text comes back from UTF-8 as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        fc.pre(!text.includes('\0') && !text.startsWith('\ufeff'));
        assert.equal(decodeText(Buffer.from(text)), text);
      }),
      settings,
    );
  });
});
