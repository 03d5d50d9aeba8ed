import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { contentPolicy, pageDocument } from '../../src/surfaces/page/document.ts';
import { inlineText, readPageCode } from '../../src/surfaces/page/page-code.ts';
import { fullState } from './sample-state.ts';

const parts = {
  code: { script: inlineText('start();'), style: inlineText('body { margin: 0; }') },
  drawing: '1',
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
      `script-src 'sha256-${hash('start();')}'`,
      `style-src 'sha256-${hash('body { margin: 0; }')}'`,
      'img-src data: https://foruda.gitee.com',
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  it('holds the script and the style of the build, and nothing in them ends their element', async () => {
    const code = await readPageCode(path.resolve(import.meta.dirname, '../..'));

    const html = pageDocument({ ...parts, code });

    assert.equal(html.match(/<script>(.*?)<\/script/s)?.[1], code.script.text);
    assert.equal(html.match(/<style>(.*?)<\/style/s)?.[1], code.style.text);
    // The first begins a comment in which a script goes on past its end; a parser makes a line feed of the second.
    for (const { text } of [code.script, code.style]) assert.doesNotMatch(text, /<!--|\r/);
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

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
