import assert from 'node:assert/strict';
import { requestsOf } from '../../../../src/core/translation/bergamot/requests.ts';

const places = (segments: readonly string[]) => requestsOf(segments).map(request => request.map(({ index }) => index));
const long = (length: number) => '长'.repeat(length);

describe('sentences that go to the on-device engine together', () => {
  it('are none at the top: the first paragraph waits for nothing', () => {
    assert.deepEqual(places(['一', '二', '三']), [[0], [1], [2]]);
  });

  it('are of about one length, at most eight, from the top down', () => {
    const segments = [long(9), long(9), long(9), long(40), long(10), long(42), long(11), long(200)];

    assert.deepEqual(places(segments), [[0], [1], [2], [3, 5], [4, 6], [7]]);
    const many = places(Array.from({ length: 23 }, () => long(20)));
    assert.deepEqual(
      many.map(({ length }) => length),
      [1, 1, 1, 8, 8, 4],
    );
  });

  it('are few where they are long', () => {
    assert.deepEqual(
      places(Array.from({ length: 9 }, () => long(300))).map(({ length }) => length),
      [1, 1, 1, 3, 3],
    );
  });

  it('leave out what is endless, and lose nothing else', () => {
    const segments = Array.from({ length: 60 }, (_, index) => (index % 7 === 0 ? long(1000) : long((index * 13) % 90)));

    const found = places(segments).flat();

    assert.deepEqual(
      found.toSorted((one, other) => one - other),
      segments.flatMap((text, index) => (text.length > 900 ? [] : [index])),
    );
  });
});
