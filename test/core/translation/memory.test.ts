import assert from 'node:assert/strict';
import type { Folder } from '../../../src/core/ports.ts';
import { openTranslationMemory } from '../../../src/core/translation/index.ts';
import { clock, silentLog } from './hosts.ts';

function memoryFolder(files = new Map<string, string>()): Folder & { readonly files: Map<string, string> } {
  return {
    files,
    read: async path => files.get(path),
    async write(path, text) {
      files.set(path, text);
    },
    async remove(path) {
      files.delete(path);
    },
    list: async () => [...files.keys()].sort(),
  };
}

const open = (folder?: Folder) => openTranslationMemory({ folder, clock, log: silentLog });
const scope = { from: 'zh', to: 'en', engine: 'deepl', version: '1', glossary: 'a' };
const entry = new Map([['安装', 'Install']]);

describe('the translation memory', () => {
  it('outlives the process on disk', async () => {
    const folder = memoryFolder();

    await open(folder).store(scope, entry);

    assert.deepEqual(await open(folder).find(scope, ['安装', '使用']), entry);
  });

  it('works without a disk', async () => {
    const memory = open();

    await memory.store(scope, entry);

    assert.deepEqual(await memory.find(scope, ['安装']), entry);
  });

  const others = [
    ['engine', { ...scope, engine: 'openai' }],
    ['version', { ...scope, version: '2' }],
    ['glossary', { ...scope, glossary: 'b' }],
    ['language', { ...scope, to: 'de' }],
  ] as const;
  for (const [name, other] of others) {
    it(`does not answer for another ${name}`, async () => {
      const memory = open();

      await memory.store(scope, entry);

      assert.equal((await memory.find(other, ['安装'])).size, 0);
    });
  }

  it('lets a corrected sentence win for every engine, in the same languages', async () => {
    const folder = memoryFolder();
    const memory = open(folder);
    await memory.store(scope, entry);

    await memory.correct({ from: 'zh', to: 'en', segment: '安装', translation: 'Set up' });

    for (const known of [memory, open(folder)]) {
      assert.equal((await known.find(scope, ['安装'])).get('安装'), 'Set up');
      assert.equal((await known.find({ ...scope, engine: 'bergamot' }, ['安装'])).get('安装'), 'Set up');
      assert.equal((await known.find({ ...scope, to: 'de' }, ['安装'])).size, 0);
    }
  });

  it('gives corrections to others: the later one wins, and without dates one’s own', async () => {
    const at = (day: number) => `2026-11-0${day}T10:00:00.000Z`;
    const mine = open();
    const theirs = open();
    const base = { from: 'zh', to: 'en' };
    await mine.correct({ ...base, segment: '安装', translation: 'Set up', at: at(2) });
    await mine.correct({ ...base, segment: '使用', translation: 'Use', at: at(2) });
    await mine.correct({ ...base, segment: '说明', translation: 'Remarks', at: at(1) });
    await theirs.correct({ ...base, segment: '安装', translation: 'Installing', at: at(1) });
    await theirs.correct({ ...base, segment: '说明', translation: 'Notes', at: at(1) });

    const result = await theirs.importText(await mine.exportText());

    assert.deepEqual(result, { added: 2, known: 1, translations: 0 });
    const found = await theirs.find(scope, ['安装', '使用', '说明']);
    assert.deepEqual([...found.values()], ['Set up', 'Use', 'Notes']);
    assert.deepEqual(await theirs.importText(await mine.exportText()), { added: 0, known: 3, translations: 0 });
  });

  it('never lets a mere report replace better words, whenever it was made', async () => {
    const memory = open();
    await memory.correct({ from: 'zh', to: 'en', segment: '安装', translation: 'Set up', at: '2026-01-01T00:00:00Z' });
    const report = { from: 'zh', to: 'en', segment: '安装', translation: null, at: '2026-11-01T00:00:00Z' };

    await memory.importText(JSON.stringify({ version: 1, corrections: [report, { ...report, segment: '使用' }] }));

    const found = await memory.corrected(scope, ['安装', '使用', '说明']);
    assert.deepEqual(
      [...found],
      [
        ['安装', 'Set up'],
        ['使用', null],
      ],
    );
  });

  it('gives all translations to others on request; the newer one stays', async () => {
    const folder = memoryFolder();
    const at = (now: number) => openTranslationMemory({ folder, clock: { now: () => now }, log: silentLog });
    await at(1).store(
      scope,
      new Map([
        ['安装', 'Install'],
        ['使用', 'Use'],
      ]),
    );
    const theirs = openTranslationMemory({ clock: { now: () => 2 }, log: silentLog });
    await theirs.store(scope, new Map([['安装', 'Newer']]));

    const result = await theirs.importText(await at(3).exportText({ translations: true }));

    assert.deepEqual(result, { added: 0, known: 0, translations: 1 });
    assert.deepEqual([...(await theirs.find(scope, ['安装', '使用'])).values()], ['Newer', 'Use']);
  });

  it('takes corrections of the team, and one’s own where they are later; takes one back', async () => {
    const ours = { from: 'zh', to: 'en', segment: '安装', translation: 'Team', at: '2026-11-02T00:00:00Z' };
    const memory = openTranslationMemory({ team: async () => [ours], clock, log: silentLog });
    assert.equal((await memory.find(scope, ['安装'])).get('安装'), 'Team');

    await memory.correct({ ...ours, translation: 'Mine', at: '2026-11-03T00:00:00Z' });
    assert.equal((await memory.find(scope, ['安装'])).get('安装'), 'Mine');

    await memory.withdraw(ours);
    assert.equal((await memory.find(scope, ['安装'])).get('安装'), 'Team');
  });

  it('writes corrections in an order of their own, so that two people’s files merge', async () => {
    const one = open();
    const other = open();
    const texts = ['安装', '使用', '说明'].map(segment => ({
      from: 'zh',
      to: 'en',
      segment,
      translation: 'x',
      at: '2026-11-02T00:00:00Z',
    }));
    for (const each of texts) await one.correct(each);
    for (const each of [...texts].reverse()) await other.correct(each);

    assert.equal(await one.exportText(), await other.exportText());
  });

  for (const text of [
    '',
    '{}',
    '[]',
    '{"version":2,"corrections":[]}',
    '{"version":1,"corrections":[{"from":"zh"}]}',
    '{"version":1,"corrections":[],"translations":{"a":1}}',
  ]) {
    it(`refuses ${text || 'nothing'} as a memory`, async () => {
      await assert.rejects(open().importText(text), { name: 'MemoryError' });
    });
  }

  it('begins anew where a file is damaged, and bears a full disk', async () => {
    const folder = memoryFolder();
    await open(folder).store(scope, entry);
    for (const name of folder.files.keys()) folder.files.set(name, '{"half');
    const full: Folder = {
      ...folder,
      write: async () => {
        throw new Error('ENOSPC');
      },
    };

    const memory = open(full);
    assert.equal((await memory.find(scope, ['安装'])).size, 0);
    await memory.store(scope, entry);

    assert.deepEqual(await memory.find(scope, ['安装']), entry);
  });

  it('merges with what another window wrote', async () => {
    const folder = memoryFolder();
    const [one, other] = [open(folder), open(folder)];
    const many = (start: number) =>
      new Map(Array.from({ length: 40 }, (_, index) => [`句子${start + index}`, `sentence ${start + index}`]));
    await one.find(scope, [...many(0).keys()]);
    await other.find(scope, [...many(0).keys()]);

    await one.store(scope, many(0));
    await other.store(scope, many(40));

    assert.equal((await open(folder).find(scope, [...many(0).keys(), ...many(40).keys()])).size, 80);
  });

  it('keeps its files small: the newest stay', async () => {
    const folder = memoryFolder();
    let now = 0;
    const memory = openTranslationMemory({ folder, clock: { now: () => ++now }, log: silentLog, largestShard: 5 });
    const sentences = Array.from({ length: 400 }, (_, index) => `${index}`);

    await memory.store(scope, new Map(sentences.map(sentence => [sentence, 'x'])));

    const found = await open(folder).find(scope, sentences);
    assert.equal(found.size, 16 * 5);
    assert.ok(found.has('399') && !found.has('0'));
  });
});
