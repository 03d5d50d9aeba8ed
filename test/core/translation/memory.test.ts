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

  it('gives corrections to others, whose own stay', async () => {
    const mine = open();
    const theirs = open();
    await mine.correct({ from: 'zh', to: 'en', segment: '安装', translation: 'Set up' });
    await mine.correct({ from: 'zh', to: 'en', segment: '使用', translation: 'Use' });
    await theirs.correct({ from: 'zh', to: 'en', segment: '安装', translation: 'Installing' });

    const result = await theirs.importCorrections(await mine.exportCorrections());

    assert.deepEqual(result, { added: 1, known: 1 });
    const found = await theirs.find(scope, ['安装', '使用']);
    assert.deepEqual([...found.values()], ['Installing', 'Use']);
  });

  for (const text of [
    '',
    '{}',
    '[]',
    '{"version":2,"corrections":[]}',
    '{"version":1,"corrections":[{"from":"zh"}]}',
  ]) {
    it(`refuses ${text || 'nothing'} as corrections`, async () => {
      await assert.rejects(open().importCorrections(text), { name: 'MemoryError' });
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
