import assert from 'node:assert/strict';
import { type RenderOptions, renderMarkdown } from '../../../src/core/readme/index.ts';
import { inventoryOf } from '../../support/readmes/inventory.ts';
import { sampleReadmes } from '../../support/readmes/samples.ts';

const base = { host: 'gitee', path: 'owner/repo', ref: 'master' } as const;
const render = (markdown: string, change: Partial<RenderOptions> = {}) =>
  renderMarkdown(markdown, { base, allowRemoteImages: false, ...change });
const html = (markdown: string, change: Partial<RenderOptions> = {}) => render(markdown, change).html;

describe('rendering a README', () => {
  const links = [
    ['docs/guide.md', 'https://gitee.com/owner/repo/blob/master/docs/guide.md'],
    [
      './docs/安装 指南.md#第一节',
      'https://gitee.com/owner/repo/blob/master/docs/%E5%AE%89%E8%A3%85%20%E6%8C%87%E5%8D%97.md#%E7%AC%AC%E4%B8%80%E8%8A%82',
    ],
    ['/LICENSE', 'https://gitee.com/owner/repo/blob/master/LICENSE'],
    ['../../../../etc/passwd', 'https://gitee.com/owner/repo/blob/master/etc/passwd'],
    ['docs/', 'https://gitee.com/owner/repo/tree/master/docs'],
    ['//example.com/x', 'https://example.com/x'],
    ['http://example.com/?a=1&b=2', 'http://example.com/?a=1&amp;b=2'],
    ['mailto:a@b.cn', 'mailto:a@b.cn'],
  ] as const;
  for (const [written, address] of links) {
    it(`resolves the link ${written}`, () => {
      assert.ok(
        html(`[x](<${written}>)`)
          .toLowerCase()
          .replaceAll('&#x26;', '&amp;')
          .includes(`href="${address}"`.toLowerCase()),
        html(`[x](<${written}>)`),
      );
    });
  }

  it('resolves links from the folder of the README', () => {
    const inDocs = { base: { ...base, file: 'docs/en/README.md' } };

    assert.match(html('[x](../a.md)', inDocs), /href="https:\/\/gitee\.com\/owner\/repo\/blob\/master\/docs\/a\.md"/);
  });

  const hosts = [
    ['gitee', 'https://gitee.com/owner/repo/raw/master/a.png'],
    ['github', 'https://raw.githubusercontent.com/owner/repo/master/a.png'],
    ['atomgit', 'https://raw.gitcode.com/owner/repo/raw/master/a.png'],
  ] as const;
  for (const [host, address] of hosts) {
    it(`finds the images of a repository on ${host}`, () => {
      assert.match(
        html('![x](a.png)', { base: { ...base, host }, allowRemoteImages: true }),
        new RegExp(`src="${address}"`),
      );
    });
  }

  it('shows the page of a picture as the picture', () => {
    const page = '![x](https://gitee.com/a/b/blob/master/c.png)';

    assert.match(html(page, { allowRemoteImages: true }), /src="https:\/\/gitee\.com\/a\/b\/raw\/master\/c\.png"/);
  });

  it('puts words in the place of images whose host is not allowed, and names the hosts', () => {
    const markdown =
      '![构建](http://ci.example/x.svg) ![](https://img.example/logo.png) <img src="https://gitee.com/a.png">';

    const { html: text, blockedImages, blockedHosts } = render(markdown, { allowRemoteImages: ['gitee.com'] });

    assert.deepEqual(blockedImages, ['https://ci.example/x.svg', 'https://img.example/logo.png']);
    assert.deepEqual(blockedHosts, ['ci.example', 'img.example']);
    assert.match(text, /<span class="blocked-image" role="img" aria-label="构建" data-host="ci\.example">构建<\/span>/);
    assert.match(text, />logo\.png<\/span>/);
    assert.equal(text.match(/<img /g)?.length, 1);
  });

  it('keeps pictures that are inside of the text, but no SVG', () => {
    assert.match(html('![x](data:image/png;base64,iVBORw0KGgo=)'), /<img src="data:image\/png/);
    assert.doesNotMatch(html('![x](data:image/svg+xml;base64,PHN2Zz4=)'), /<img/);
  });

  const anchors = [
    ['## 安装', '安装'],
    ['## 1. 安装 教程', '1-安装-教程'],
    ['## 常见问题（FAQ）？', '常见问题faq'],
    ['## 🚀 快速开始', '-快速开始'],
    ['## `npm` & **yarn**', 'npm--yarn'],
    ['## Vue.js_Router-4', 'vuejs_router-4'],
    ['<h2>使用说明</h2>', '使用说明'],
  ] as const;
  for (const [heading, anchor] of anchors) {
    it(`names ${heading} ${anchor}`, () => {
      assert.deepEqual(render(heading).anchors, [anchor]);
      assert.match(html(`${heading}\n\n[x](#${anchor})`), new RegExp(`href="#user-content-${anchor}"`));
    });
  }

  it('numbers headings of the same name', () => {
    assert.deepEqual(render('# A\n\n# A\n\n# A-1\n\n# A').anchors, ['a', 'a-1', 'a-1-1', 'a-2']);
  });

  it('gives the headings of a translation the names of its original', () => {
    const text = html('## Installation\n\n[see](#安装) [and](#%E5%AE%89%E8%A3%85)', { anchors: ['安装'] });

    assert.match(text, /<h2 [^>]*id="user-content-安装">Installation/);
    assert.equal(text.match(/href="#user-content-安装"/g)?.length, 2);
  });

  it('gives equal blocks of original and translation the same number', () => {
    const numbers = (text: string) =>
      [...html(text).matchAll(/<(\w+)[^>]* data-block="(\d+)"/g)].map(([, tag, number]) => `${tag} ${number}`);

    const original = numbers('# 标题\n\n文字\n\n- 一\n- 二\n\n| 甲 |\n|---|\n| 乙 |\n');

    assert.deepEqual(numbers('# Title\n\nText\n\n- one\n- two\n\n| a |\n|---|\n| b |\n'), original);
    assert.equal(new Set(original).size, original.length);
  });

  const shapes = [
    ['tables', '| a |\n|:-:|\n| b |', /<td align="center"/],
    ['task lists', '- [x] a', /<li class="task-list-item"[^>]*><input type="checkbox" checked disabled> a/],
    [
      'alerts',
      '> [!TIP]\n> 文字',
      /<div class="markdown-alert markdown-alert-tip">\n<p class="markdown-alert-title"[^>]*>Tip<\/p>\n<p[^>]*>文字/,
    ],
    ['footnotes', 'a[^1]\n\n[^1]: 注', /<a href="#user-content-fn-1" id="user-content-fnref-1"[^>]*>1<\/a>/],
    ['math', '$E = mc^2$', /<code class="language-math math-inline">E = mc\^2<\/code>/],
    ['prices, which are no math', '价格是 $5 或 $10。', /价格是 \$5 或 \$10。/],
    ['variables, which are no math', '$HOME 和 $PATH 变量', /\$HOME 和 \$PATH/],
    ['emphasis beside Chinese punctuation', '**注意：**请看', /<strong>注意：<\/strong>请看/],
    [
      'bare addresses before Chinese',
      '见https://a.cn/b，谢谢',
      /<a href="https:\/\/a\.cn\/b">https:\/\/a\.cn\/b<\/a>，谢谢/,
    ],
    [
      'Markdown inside of HTML',
      '<div align="center">\n\n# 标题\n\n</div>',
      /<div align="center">\n<h1 [^>]*>标题<\/h1>\n<\/div>/,
    ],
    ['code with its language', '```js\na < b\n```', /<code class="language-js"[^>]*>a &#x3C; b\n<\/code>/],
    ['folded parts', '<details><summary>更多</summary>\n\n文字\n\n</details>', /<details><summary>更多<\/summary>/],
  ] as const;
  for (const [name, markdown, expected] of shapes) {
    it(`shows ${name}`, () => {
      assert.match(html(markdown), expected);
    });
  }

  it('does not show front matter', () => {
    assert.equal(html('---\ntitle: 标题\n---\n'), '');
  });

  it('shows every code block and table of a README', () => {
    for (const readme of Object.values(sampleReadmes)) {
      const text = html(readme);
      assert.ok((text.match(/<table>/g)?.length ?? 0) >= inventoryOf(readme).tables.length);
      assert.ok((text.match(/<code/g)?.length ?? 0) >= inventoryOf(readme).code.length);
    }
  });

  it('shows what cannot be laid out as text, and cuts what is endless', function () {
    this.timeout(120_000);
    assert.match(html(`${'> '.repeat(20_000)}<script>x</script>`), /^<pre>(?:>|&gt;|&#x3E;) /);
    assert.match(html('**a*b '.repeat(10_000)), /^<p/);
    const wide = render(`${'宽'.repeat(200)}\n\n`.repeat(2100));
    const tall = render('x\n\n'.repeat(20_000));
    const narrow = render('窄'.repeat(500_000));
    assert.deepEqual([wide.truncated, tall.truncated, narrow.truncated], [true, true, true]);
    assert.ok(wide.html.length > 390_000 && narrow.html.length > 390_000 && tall.html.split('<p').length > 5000);
    assert.equal(render('文字\n').truncated, false);
  });
});
