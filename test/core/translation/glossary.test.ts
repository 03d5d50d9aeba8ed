import assert from 'node:assert/strict';
import { names, phrases, terms } from '../../../src/core/translation/glossary-data.ts';
import {
  createGlossary,
  createGlossaryEngine,
  createTranslator,
  GlossaryEntry,
  openTranslationMemory,
} from '../../../src/core/translation/index.ts';
import { keepsTheContract } from '../../support/engines/contract.ts';
import { inProcessEngine } from '../../support/engines/in-process.ts';
import { inventoryOf } from '../../support/readmes/inventory.ts';
import { sampleReadmes } from '../../support/readmes/samples.ts';
import { clock, silentLog } from './hosts.ts';

const translate = (markdown: string, engine = createGlossaryEngine(), glossary = createGlossary()) =>
  createTranslator({
    memory: openTranslationMemory({ clock, log: silentLog }),
    clock,
    log: silentLog,
    glossary,
  }).translateMarkdown(markdown, { engine });

describe('the glossary as an engine', () => keepsTheContract(async () => createGlossaryEngine()));

describe('the glossary', () => {
  it('holds each word once, in the form that users have to keep to', () => {
    for (const entries of [names, terms, phrases]) {
      const sources = entries.map(({ source }) => source);
      assert.deepEqual(
        sources.filter((source, index) => sources.indexOf(source) !== index),
        [],
      );
      for (const entry of entries) assert.ok(GlossaryEntry.safeParse(entry).success, entry.source);
    }
    assert.ok(names.length + terms.length + phrases.length > 350);
  });

  const headings = [
    ['安装教程', 'Installation'],
    ['安装教程：', 'Installation'],
    ['三、安装教程', '3. Installation'],
    ['（十二）常见问题', '12. FAQ'],
    ['二十、常见问题', '20. FAQ'],
    ['微服务', 'microservice'],
    ['安裝教學', undefined],
    ['安裝步驟', 'Installation steps'],
    ['三、常見問題：', '3. FAQ'],
    ['專案結構', 'Project structure'],
    ['授權條款', 'License'],
    ['資料庫', 'database'],
    ['安装教程与其他', undefined],
    ['一', undefined],
    ['', undefined],
  ] as const;
  for (const [source, target] of headings) {
    it(`renders "${source}" as ${target === undefined ? 'nothing it knows' : `"${target}"`}`, () => {
      assert.equal(createGlossary().exact(source), target);
    });
  }

  it('gives names their Latin form before an engine sees them, with a space where letters would meet', async () => {
    const engine = inProcessEngine();

    await translate('基于若依和阿里云OSS开发，使用达梦数据库。', engine);

    assert.deepEqual(engine.asked, ['基于RuoYi和Alibaba Cloud OSS开发，使用Dameng DB (DM)。']);
  });

  it('tells engines the terms that occur, and only those', () => {
    assert.deepEqual(createGlossary().termsIn(['一个消息队列']), [{ source: '消息队列', target: 'message queue' }]);
  });

  it('has remarks for readers', () => {
    const notes = createGlossary().notesIn('支持信创环境与小程序');

    assert.deepEqual(notes.map(({ target }) => target).sort(), ['Xinchuang (domestic IT)', 'mini program']);
  });

  it('knows its words in the traditional script too, and gives them as they stand in the text', () => {
    const glossary = createGlossary([{ source: '智能體', target: 'agent', kind: 'term' }]);

    assert.deepEqual(
      glossary.termsIn(['一個訊息佇列與微服務', '智能體']),
      [
        { source: '微服務', target: 'microservice' },
        { source: '智能體', target: 'agent' },
      ].toSorted((one, other) => other.source.length - one.source.length),
    );
    assert.equal(glossary.withNames('部署在阿里雲OSS與騰訊雲'), '部署在Alibaba Cloud OSS與Tencent Cloud');
    assert.deepEqual(
      glossary.notesIn('支援信創環境').map(({ source }) => source),
      ['信創'],
    );
  });

  it("lets the user's own words win, and changes its version with them", () => {
    const own = createGlossary([{ source: '安装教程', target: 'How to install', kind: 'phrase' }]);

    assert.equal(own.exact('安装教程'), 'How to install');
    assert.notEqual(own.version, createGlossary().version);
    assert.equal(createGlossary().version, createGlossary().version);
  });

  it('renders only names into other languages than English', () => {
    const german = createGlossary([{ source: '安装教程', target: 'Installation', kind: 'phrase' }], 'de');

    assert.equal(german.exact('安装教程'), 'Installation');
    assert.equal(german.exact('使用说明'), undefined);
    assert.equal(german.withNames('若依'), 'RuoYi');
  });

  it('helps without any engine: known headings and cells are rendered, the rest stays and is listed', async () => {
    const readme = sampleReadmes['a library'] ?? '';

    const { markdown, engine, untranslated } = await translate(readme);

    assert.equal(engine, 'glossary');
    assert.match(markdown, /## 2\. Installation\n/);
    assert.match(markdown, /\| Parameter \| Description \| Type \| Default \|/);
    assert.match(markdown, /一个轻量、\*\*高性能\*\*的缓存库/);
    assert.ok(untranslated.length > 5 && untranslated.every(({ reason }) => reason === 'missing'));
    assert.deepEqual(inventoryOf(markdown), inventoryOf(readme));
  });
});
