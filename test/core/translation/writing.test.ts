import assert from 'node:assert/strict';
import { createTranslator, openTranslationMemory } from '../../../src/core/translation/index.ts';
import { inProcessEngine } from '../../support/engines/in-process.ts';
import { clock, silentLog } from './hosts.ts';

/** Translates with an engine that knows one segment. */
async function translate(markdown: string, answers: Readonly<Record<string, string>>): Promise<string> {
  const engine = inProcessEngine('none', {
    async *translate({ segments }) {
      for (const [index, segment] of segments.entries()) yield { index, text: answers[segment] ?? '' };
    },
  });
  const translator = createTranslator({
    memory: openTranslationMemory({ clock, log: silentLog }),
    clock,
    log: silentLog,
  });
  return (await translator.translateMarkdown(markdown, { engine })).markdown;
}

describe('writing translated words into Markdown', () => {
  const written = [
    [
      'sets spaces around code',
      '使用`a`和`b`安装',
      '使用<img id="1"/>和<img id="2"/>安装',
      'Use<img id="1"/>and<img id="2"/>to install',
      'Use `a` and `b` to install',
    ],
    [
      'moves spaces out of emphasis',
      '看**这里**吧',
      '看<b id="1">这里</b>吧',
      'Look<b id="1"> here </b>now',
      'Look **here** now',
    ],
    [
      'lets marks change places',
      '在`a`之前看`b`',
      '在<img id="1"/>之前看<img id="2"/>',
      'See <img id="2"/> before <img id="1"/>',
      'See `b` before `a`',
    ],
    [
      'escapes what would mean something',
      '星号',
      '星号',
      'a * b_c_ [d] <e> `f` $g$ ~h~',
      'a \\* b_c\\_ \\[d\\] \\<e> \\`f\\` \\$g\\$ \\~h\\~',
    ],
    ['escapes what would begin a list', '列表', '列表', '- item', '\\- item'],
    ['escapes what would begin a numbered list', '列表', '列表', '1. item', '1\\. item'],
    ['escapes what would begin a heading', '标题', '标题', '# title', '\\# title'],
    ['escapes pipes in tables', '| 列 |\n|---|\n| 值 |', '列', 'a | b', '| a \\| b |\n|---|\n| Value |'],
    ['escapes for HTML blocks', '<p>小于</p>', '小于', 'a < b & c', '<p>a &lt; b &amp; c</p>'],
    ['keeps the name of a short reference', '[甲地]\n\n[甲地]: x', '甲地', 'Place', '[Place][甲地]\n\n[甲地]: x'],
    [
      'translates the words of images, but of no badges',
      '![图片](a.png) ![图片](https://img.shields.io/x)',
      '图片',
      'Picture',
      '![Picture](a.png) ![图片](https://img.shields.io/x)',
    ],
    ['turns Chinese punctuation into western', '好的', '好的', 'Yes，（maybe）：no！', 'Yes, (maybe): no!'],
    ['keeps numbering and emoji outside', '🚀 1. 快', '快', 'Fast', '🚀 1. Fast'],
    [
      'ends a bare address where Chinese begins',
      '见https://a.b/c，很好',
      '见<img id="1"/>，很好',
      'See <img id="1"/>，nice',
      'See https://a.b/c, nice',
    ],
    ['keeps the box of a task', '- [x] ~~好的~~', '好的', 'Good', '- [x] ~~Good~~'],
    ['keeps hard line breaks', '第一行  \n第二行', '第一行', 'First line', 'First line  \n第二行'],
    ['keeps the mark of an alert', '> [!NOTE]\n> 注意啊', '注意啊', 'Mind it', '> [!NOTE]\n> Mind it'],
  ] as const;
  for (const [name, source, segment, answer, expected] of written) {
    it(name, async () => {
      assert.equal(await translate(source, { [segment]: answer }), expected);
    });
  }
});
