import assert from 'node:assert/strict';
import { renderMarkdown } from '../../../src/core/readme/index.ts';
import {
  createTranslator,
  keepsMarks,
  openTranslationMemory,
  type TranslationEngine,
  TranslationError,
  type TranslationMemory,
  type TranslationProgress,
} from '../../../src/core/translation/index.ts';
import { inProcessEngine } from '../../support/engines/in-process.ts';
import { sampleReadmes } from '../../support/readmes/samples.ts';
import { clock, silentLog } from './hosts.ts';

const emptyMemory = () => openTranslationMemory({ clock, log: silentLog });
const translator = (memory: TranslationMemory = emptyMemory()) => createTranslator({ memory, clock, log: silentLog });
const readme = sampleReadmes['a library'] ?? '';

/** An engine whose answers are known. */
const knowing = (answers: Readonly<Record<string, string>>): TranslationEngine =>
  inProcessEngine('none', {
    async *translate({ segments }) {
      for (const [index, segment] of segments.entries()) yield { index, text: answers[segment] ?? '' };
    },
  });

const translate = async (markdown: string, answers: Readonly<Record<string, string>>, to = 'en') =>
  (await translator().translateMarkdown(markdown, { engine: knowing(answers), to })).markdown;

describe('translating Markdown', () => {
  it('sends only sentences with Chinese, and nothing of code, addresses and markup', async () => {
    const engine = inProcessEngine();

    await translator().translateMarkdown(
      '# Title\n\nEnglish only. 使用`npm i`安装，见[文档](https://a.b/c)。\n\n```\n中文\n```\n',
      { engine },
    );

    assert.deepEqual(engine.asked, ['使用<img id="1"/>安装，见<b id="2">文档</b>。']);
  });

  it('joins soft-wrapped Chinese lines without a space', async () => {
    const engine = inProcessEngine();

    await translator().translateMarkdown('> 这是第一\n> 行，hello\n> 世界。', { engine });

    assert.deepEqual(engine.asked, ['这是第一行，hello 世界。']);
  });

  it('cuts sentences, also before an opening quote, and parts them by a space', async () => {
    const markdown = await translate('第一句。“第二句！”第三句？', {
      '第一句。': 'One.',
      '“第二句！”': '“Two!”',
      '第三句？': 'Three?',
    });

    assert.equal(markdown, 'One. “Two!” Three?');
  });

  it('cuts endless sentences at their commas', async () => {
    const engine = inProcessEngine();

    await translator().translateMarkdown('很长的部分，'.repeat(200), { engine });

    assert.ok(engine.asked.length > 0 && engine.asked.every(segment => segment.length <= 240));
  });

  it('never cuts inside of a link or emphasis', async () => {
    const engine = inProcessEngine();

    await translator().translateMarkdown('看**这里。那里。**好的。', { engine });

    assert.deepEqual(engine.asked, ['看<b id="1">这里。那里。</b>好的。']);
  });

  it('does not set spaces for languages without them', async () => {
    assert.equal(
      await translate('使用`a`安装', { '使用<img id="1"/>安装': '<img id="1"/>をインストール' }, 'ja'),
      '`a`をインストール',
    );
  });

  it('tries words between the marks when marks are damaged, and keeps the original when that fails too', async () => {
    const answers = { '使用<img id="1"/>安装': 'Use it to install', 使用: 'Use', 安装: 'to install' };
    const [good, bad] = ['使用`a`安装', '运行`b`测试'];

    const result = await translator().translateMarkdown(`${good}\n\n${bad}\n`, { engine: knowing(answers) });

    assert.equal(result.markdown, `Use \`a\` to install\n\n${bad}\n`);
    assert.deepEqual(result.untranslated, [
      {
        text: bad,
        reason: 'missing',
        range: [good.length + 2, good.length + 2 + bad.length],
        original: '运行b测试',
        block: 1,
      },
    ]);
  });

  it('protects names that an engine changes', async () => {
    const answers = {
      支持MyBatisPlus框架: 'Supports the mybatis plus framework',
      '支持<img id="1"/>框架': 'Supports the <img id="1"/> framework',
    };

    assert.equal(await translate('支持MyBatisPlus框架', answers), 'Supports the MyBatisPlus framework');
  });

  it('translates comments in code only on request', async () => {
    const code = '```js\n// 第一行\nconst a = "中文"; // 第二行\n```\n';
    const engine = knowing({ 第一行: 'first line', 第二行: 'second line' });

    assert.equal((await translator().translateMarkdown(code, { engine })).markdown, code);
    assert.equal(
      (await translator().translateMarkdown(code, { engine, codeComments: true })).markdown,
      '```js\n// first line\nconst a = "中文"; // second line\n```\n',
    );
  });

  it('gives the names of the original headings, so that links to them go on working', async () => {
    const { anchors } = await translator().translateMarkdown('# 标题 A\n\n## 安装\n\n<h2>使用</h2>\n', {
      engine: inProcessEngine(),
    });

    assert.deepEqual(anchors, ['标题-a', '安装', '使用']);
  });

  it('reports progress from the top, with the text so far', async () => {
    const seen: { done: number; total: number; markdown: string }[] = [];
    const onProgress = ({ done, total, markdown }: TranslationProgress) =>
      seen.push({ done, total, markdown: markdown() });

    const { segments } = await translator().translateMarkdown('第一段\n\n第二段\n', {
      engine: inProcessEngine(),
      onProgress,
    });

    assert.deepEqual(
      seen.map(({ done, total }) => [done, total]),
      [
        [0, segments],
        [1, segments],
        [2, segments],
      ],
    );
    assert.match(seen[1]?.markdown ?? '', /^[a-z ]+\n\n第二段\n$/i);
  });

  it('asks nothing twice: equal sentences, and a README that it knows', async () => {
    const memory = emptyMemory();
    const first = inProcessEngine();
    const again = inProcessEngine();
    const changed = inProcessEngine();
    const other = inProcessEngine('drops marks');

    const result = await translator(memory).translateMarkdown('相同的话\n\n相同的话\n', { engine: first });
    const cached = await translator(memory).translateMarkdown('相同的话\n\n相同的话\n', { engine: again });
    await translator(memory).translateMarkdown('相同的话\n\n新的话\n', { engine: changed });
    await translator(memory).translateMarkdown('相同的话\n', { engine: other });

    assert.deepEqual(
      [first.asked, again.asked, changed.asked, other.asked],
      [['相同的话'], [], ['新的话'], ['相同的话']],
    );
    assert.deepEqual([result.cached, cached.cached, cached.segments], [0, 2, 2]);
    assert.equal(cached.markdown, result.markdown);
  });

  it('lets corrected sentences win over every engine', async () => {
    const memory = emptyMemory();
    const [sentence] = (await translator(memory).translateMarkdown('使用`a`安装', { engine: inProcessEngine() }))
      .sentences;

    await memory.correct({
      from: 'zh',
      to: 'en',
      segment: sentence?.segment ?? '',
      translation: 'Install with <img id="1"/>',
    });

    assert.equal(
      (await translator(memory).translateMarkdown('使用`a`安装', { engine: inProcessEngine() })).markdown,
      'Install with `a`',
    );
    assert.equal(
      (await translator(memory).translateMarkdown('使用`a`安装', { engine: inProcessEngine('refuses') })).markdown,
      'Install with `a`',
    );
  });

  it('lets a corrected sentence win over the glossary too', async () => {
    const memory = emptyMemory();
    await memory.correct({ from: 'zh', to: 'en', segment: '安装教程', translation: 'Setting it up' });

    const { markdown, sentences } = await translator(memory).translateMarkdown('# 安装教程\n', {
      engine: inProcessEngine(),
    });

    assert.equal(markdown, '# Setting it up\n');
    assert.equal(sentences[0]?.by, 'person');
  });

  it('keeps the original of a sentence that was reported, and asks no engine for it again', async () => {
    const memory = emptyMemory();
    await memory.correct({ from: 'zh', to: 'en', segment: '第一句。', translation: null });
    const engine = inProcessEngine();

    const { markdown, untranslated } = await translator(memory).translateMarkdown('第一句。第二句。', { engine });

    assert.deepEqual(engine.asked, ['第二句。']);
    assert.match(markdown, /^第一句。 ?[a-z]/);
    assert.deepEqual(
      untranslated.map(({ text, reason }) => [text, reason]),
      [['第一句。', 'reported']],
    );
  });

  it('says of each sentence where it stands and what it was', async () => {
    const source = '# 标题\n\n- 使用`npm i`**安装**。\n- 第二句。\n  - 里面。\n\n<p align="center">居中</p>\n';
    const { sentences, markdown } = await translator().translateMarkdown(source, { engine: inProcessEngine() });
    const page = renderMarkdown(markdown, {
      base: { host: 'gitee', path: 'a/b', ref: 'm' },
      allowRemoteImages: false,
    }).html;

    assert.deepEqual(
      sentences.map(({ original }) => original),
      ['标题', '使用npm i安装。', '第二句。', '里面。', '居中'],
    );
    for (const { block, words } of sentences.slice(0, 4)) {
      const start = page.indexOf(`data-block="${block}"`);
      assert.ok(start > 0);
      assert.ok(words.every(text => page.indexOf(text.trim(), start) > 0));
    }
    assert.equal(new Set(sentences.slice(0, 4).map(({ block }) => block)).size, 4);
    assert.equal(sentences[4]?.block, undefined);
  });

  it('knows whether words of a person keep every mark', () => {
    const segment = '使用<img id="1"/>和<b id="2">重要</b>';

    assert.ok(keepsMarks(segment, 'Use <b id="2">important</b> <img id="1"/>'));
    assert.ok(!keepsMarks(segment, 'Use <img id="1"/>'));
    assert.ok(!keepsMarks(segment, 'Use <img id="1"/> <b id="2"></b>'));
    assert.ok(!keepsMarks(segment, 'Use <img id="1"/> <b id="2">x</b> <script>y</script>'));
    assert.ok(keepsMarks('安装', 'Install'));
    assert.ok(!keepsMarks('安装', ' '));
  });

  it('keeps what it has when the engine gives up halfway, and says why the rest is missing', async () => {
    const engine = inProcessEngine('none', {
      async *translate({ segments }) {
        yield { index: 0, text: `first ${segments.length}` };
        throw new TranslationError('quota', 'The quota is used up. Wait.');
      },
    });

    const { markdown, untranslated } = await translator().translateMarkdown('第一段\n\n第二段\n', { engine });

    assert.equal(markdown, 'first 2\n\n第二段\n');
    assert.deepEqual(
      untranslated.map(({ text, reason }) => [text, reason]),
      [['第二段', 'The quota is used up. Wait.']],
    );
  });

  it('fails when the engine gives nothing at all, whatever it throws', async () => {
    const failing = (cause: unknown) =>
      inProcessEngine('none', {
        // biome-ignore lint/correctness/useYield: an engine that fails at once
        async *translate() {
          throw cause;
        },
      });

    await assert.rejects(
      translator().translateMarkdown('第一段', { engine: failing(new TranslationError('quota', 'Used up.')) }),
      { kind: 'quota' },
    );
    await assert.rejects(translator().translateMarkdown('第一段', { engine: failing(new TypeError('x')) }), {
      kind: 'bad-answer',
    });
  });

  it('stops when canceled, and remembers what it had', async () => {
    const memory = emptyMemory();
    const controller = new AbortController();
    const engine = inProcessEngine();

    const canceled = translator(memory).translateMarkdown('第一段\n\n第二段\n\n第三段\n', {
      engine,
      signal: controller.signal,
      onProgress: ({ done }) => done === 2 && controller.abort(),
    });

    await assert.rejects(canceled, { kind: 'canceled' });
    const again = inProcessEngine();
    await translator(memory).translateMarkdown('第一段\n\n第二段\n\n第三段\n', { engine: again });
    assert.deepEqual(again.asked, ['第三段']);
  });

  it('translates from other languages too', async () => {
    const engine = inProcessEngine();

    await translator().translateMarkdown('# Install\n\nRun `a` now. 中文\n', { engine, from: 'en', to: 'de' });
    await translator().translateMarkdown('설치 install', { engine, from: 'ko' });

    assert.deepEqual(engine.asked, ['Install', '中文', 'Run <img id="1"/> now.', '설치 install']);
  });

  it('leaves a text without Chinese as it is, and asks nobody', async () => {
    const engine = inProcessEngine();
    const english = '# Title\n\n![](a.png)\n\nText with `code`.\r\n';

    const result = await translator().translateMarkdown(english, { engine });

    assert.equal(result.markdown, english);
    assert.deepEqual([result.segments, engine.asked], [0, []]);
  });

  it('keeps line endings of Windows', async () => {
    const { markdown } = await translator().translateMarkdown(readme.replaceAll('\n', '\r\n'), {
      engine: inProcessEngine(),
    });

    assert.ok(!/(?<!\r)\n/.test(markdown));
  });
});
