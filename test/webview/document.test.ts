import assert from 'node:assert/strict';
import { contentPolicy, pageDocument } from '../../src/surfaces/page/document.ts';
import { fullState } from './sample-state.ts';

const parts = {
  cspSource: 'https://*.vscode-cdn.net',
  nonce: 'abc123',
  scriptUri: 'https://local/page.js',
  styleUri: 'https://local/page.css',
  language: 'en',
  imageHosts: [],
  title: 'Hutool',
  loading: 'Opening the page of Hutool…',
  state: fullState,
  history: { entries: [{ reference: { project: 'hutool' }, title: 'Hutool', scroll: 0 }], at: 0 },
  words: {},
} as const;

describe('the document of the project page', () => {
  it('allows nothing but its own script and style and agreed images', () => {
    const policy = contentPolicy({ ...parts, imageHosts: ['foruda.gitee.com'] });

    assert.deepEqual(policy.split('; '), [
      "default-src 'none'",
      "script-src 'nonce-abc123'",
      'style-src https://*.vscode-cdn.net',
      'img-src https://*.vscode-cdn.net data: https://foruda.gitee.com',
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  for (const host of ["evil.example; script-src 'unsafe-inline'", '*', 'a b', 'https://x', '', "'self'"]) {
    it(`takes no directive from a host named ${JSON.stringify(host)}`, () => {
      assert.equal(contentPolicy({ ...parts, imageHosts: [host] }), contentPolicy(parts));
    });
  }

  it('keeps hostile data inside its attribute', () => {
    const name = '"><script>attack()</script><!--';
    const html = pageDocument({
      ...parts,
      title: name,
      loading: name,
      state: { ...fullState, page: { ...fullState.page, name } },
      language: '"><x',
    });

    assert.equal(html.match(/<script/g)?.length, 1);
    assert.ok(!html.includes('<!--'));
    assert.ok(!html.includes('<x'));
  });
});
