import assert from 'node:assert/strict';
import { commandLink, escapeMarkdown, webLink } from '../../src/surfaces/markdown.ts';

describe('Markdown for hovers', () => {
  const hostile = [
    '[click](command:workbench.action.terminal.new)',
    '<img src=x onerror=alert(1)>',
    'https://evil.example www.evil.example',
    '**bold** `code` # heading',
    '| a | b |',
    '&lt;script&gt;',
  ];
  for (const text of hostile) {
    it(`shows as it is: ${text}`, () => {
      const escaped = escapeMarkdown(text);

      assert.doesNotMatch(escaped, /(?<!\\)[[\]()<>*`#|&:.]/);
      assert.equal(escaped.replaceAll('\\', ''), text);
    });
  }

  it('makes no icons out of text', () => {
    assert.equal(escapeMarkdown('$(trash) a'), '\\\\\\$\\(trash\\) a');
  });

  it('keeps spaces breakable and joins lines', () => {
    assert.equal(escapeMarkdown('one  two\nthree'), 'one two three');
  });

  it('passes an argument to a command without ending the link early', () => {
    const link = commandLink('Open (1)', 'giteeScout.openProject', { name: "a) [b](command:x) 'c' *d* 中" });

    const match = /^\[(.*)\]\(command:giteeScout\.openProject\?([^()'*\s]*)\)$/.exec(link);
    assert.equal(match?.[1], 'Open \\(1\\)');
    assert.deepEqual(JSON.parse(decodeURIComponent(match?.[2] ?? '')), [{ name: "a) [b](command:x) 'c' *d* 中" }]);
  });

  it('links to the web by https only', () => {
    assert.equal(webLink('x', 'javascript:alert(1)'), 'x');
    assert.equal(webLink('x', 'command:workbench.action.quit'), 'x');
    assert.equal(webLink('a', 'https://gitee.com/a/b)c'), '[a](https://gitee.com/a/b%29c)');
  });
});
