import assert from 'node:assert/strict';
import { renderMarkdown } from '../../../src/core/readme/index.ts';
import { attacks } from '../../support/readmes/attacks.ts';
import { strangers } from '../../support/readmes/strangers.ts';

const options = {
  base: { host: 'gitee', path: 'owner/repository', ref: 'master' },
  allowRemoteImages: ['gitee.com'],
} as const;

describe('rendering leaves nothing that runs, loads or sends', () => {
  for (const attack of attacks) {
    it(`of ${JSON.stringify(attack).slice(0, 90)}`, () => {
      const alone = renderMarkdown(attack, options).html;
      const amid = renderMarkdown(`# 标题\n\n文字 ${attack} 文字\n\n${attack}\n\n- ${attack}\n`, options).html;

      assert.deepEqual(strangers(alone), []);
      assert.deepEqual(strangers(amid), []);
    });
  }

  for (const [html, found] of [
    ['<script>alert(1)</script>', '<script>'],
    ['<img src="x" onerror="alert(1)">', 'img onerror'],
    ['<img src="https://evil.example/x.png">', 'src https://evil.example/x.png'],
    ['<img src="http://gitee.com/x.png">', 'src http://gitee.com/x.png'],
    ['<a href="javascript:alert(1)">x</a>', 'href javascript:alert(1)'],
    ['<a href="command:workbench.action.quit">x</a>', 'href command:workbench.action.quit'],
    ['<p style="background: url(//evil.example)">x</p>', 'p style'],
    ['<p id="license">x</p>', 'id license'],
    ['<svg onload=alert(1)>', 'svg onload'],
    ['<form action="https://evil.example">', '<form>'],
    ['<!-- <script> -->', 'comment'],
  ] as const) {
    it(`would be told of ${html}`, () => assert.ok(strangers(html).includes(found), strangers(html).join(', ')));
  }

  it('of all of them together', () => {
    const { html } = renderMarkdown(attacks.join('\n\n'), options);

    assert.deepEqual(strangers(html), []);
  });

  it('also when its own output is rendered again', () => {
    for (const attack of attacks) {
      const { html } = renderMarkdown(renderMarkdown(attack, options).html, options);

      assert.deepEqual(strangers(html), []);
    }
  });
});
