import assert from 'node:assert/strict';
import { keepDrawn } from '../../src/surfaces/page/drawn-readmes.ts';

const base = { host: 'gitee', path: 'a/b', ref: 'master', file: 'README.md' } as const;

/** Counts how often the parser is asked. */
function counted() {
  const asked = { render: 0, measure: 0 };
  const kept = keepDrawn(
    async markdown => {
      asked.render += 1;
      return { html: `<p>${markdown}</p>`, blockedHosts: [], anchors: [] };
    },
    async () => {
      asked.measure += 1;
      return { chinese: 0, pieces: 1, comments: 0, pictures: 0 };
    },
  );
  return { asked, ...kept };
}

describe('READMEs that were drawn before', () => {
  it('are not drawn and measured again', async () => {
    const { asked, render, measure } = counted();

    await render('text', { base, imageHosts: [] });
    const again = await render('text', { base, imageHosts: [] });
    await measure('text');
    await measure('text');

    assert.equal(again.html, '<p>text</p>');
    assert.deepEqual(asked, { render: 1, measure: 1 });
  });

  it('are drawn anew for other images, another branch or another text', async () => {
    const { asked, render } = counted();
    await render('text', { base, imageHosts: [] });

    await render('text', { base, imageHosts: ['foruda.gitee.com'] });
    await render('text', { base: { ...base, ref: 'main' }, imageHosts: [] });
    await render('other', { base, imageHosts: [] });

    assert.equal(asked.render, 4);
  });

  it('are measured when there is nothing in them', async () => {
    const { asked, measure } = counted();

    await measure('');
    await measure('');

    assert.ok(asked.measure >= 1);
  });
});
