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
