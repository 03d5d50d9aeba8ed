import assert from 'node:assert/strict';
import { statusText } from '../../../src/surfaces/status/index.ts';
import { dependency, publisher, suggestion } from '../samples.ts';

const resetAt = new Date(2026, 10, 25, 14, 5).getTime();

describe('the status bar', () => {
  it('says nothing where there is nothing to say', () => {
    assert.equal(statusText(undefined, { kind: 'online' }), undefined);
    assert.equal(statusText(undefined, { kind: 'online' }, { limit: 60, remaining: 59, resetAt }), undefined);
  });

  it('counts what has suggestions, and what is of Chinese origin', () => {
    const recognized = [
      dependency('moment', { suggestions: [suggestion()] }),
      dependency('antd', { chinese: true, suggestions: [suggestion({ relation: 'same-project' })] }),
      dependency('door', { chinese: true, publisher: publisher() }),
    ];

    const { text, tooltip } = statusText({ recognized }, { kind: 'online' }) ?? {};

    assert.equal(text, '$(compass) 3');
    assert.equal(tooltip, 'Dependencies of this manifest with suggestions: 2. Of Chinese origin: 2');
  });

  it('says how many requests are left once they run short, and when they are full again', () => {
    const short = statusText(undefined, { kind: 'online' }, { limit: 60, remaining: 12, resetAt });

    assert.match(short?.text ?? '', /12\/60/);
    assert.match(short?.tooltip ?? '', /^Gitee: 12 of 60 requests left, full again at 0?2:05/);
  });

  it('shows no negative figure', () => {
    const none = statusText(undefined, { kind: 'online' }, { limit: 60, remaining: -3 });

    assert.match(none?.tooltip ?? '', /0 of 60/);
  });

  it('says until when the limit is used up', () => {
    const limited = statusText(undefined, { kind: 'limited', resetAt });

    assert.match(limited?.tooltip ?? '', /hourly limit is used up until 2:05/);
  });
});
