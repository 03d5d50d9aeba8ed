import assert from 'node:assert/strict';
import { escapeHtml } from '../../../src/core/html/index.ts';

describe('texts of others in HTML', () => {
  it('can neither open an element nor end an attribute', () => {
    assert.equal(escapeHtml(`<img alt="a" title='b'>&lt;`), '&lt;img alt=&quot;a&quot; title=&#39;b&#39;&gt;&amp;lt;');
  });

  it('leaves other signs as they are', () => {
    assert.equal(escapeHtml('开源 `code` $1 \\ =/'), '开源 `code` $1 \\ =/');
  });
});
