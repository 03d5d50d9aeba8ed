import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { StandInServer } from '../support/engines/http-server.ts';
import { startLibreTranslate } from '../support/engines/libretranslate.ts';
import { runCli } from './run-cli.ts';

describe('translating on the command line', () => {
  let folder = '';
  let server: StandInServer;
  const file = (name: string) => path.join(folder, name);
  const run = (...parameters: readonly string[]) =>
    runCli(parameters, {
      environment: { GITEE_SCOUT_LIBRETRANSLATE_URL: server.url, XDG_CACHE_HOME: path.join(folder, 'cache') },
    });

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'gitee-scout-translation-'));
    server = await startLibreTranslate();
    await writeFile(file('README.md'), '# 信创平台\n\n支持中台。\n\n```sh\nnpm i # 安装依赖\n```\n');
  });
  afterEach(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('renders the words of a glossary its way, and comments in code only on request', async () => {
    await writeFile(file('words.yaml'), '中台: Middle Platform\n');

    const plain = await run('translate', file('README.md'), '--glossary', file('words.yaml'));
    const more = await run('translate', file('README.md'), '--glossary', file('words.yaml'), '--code-comments');

    assert.match(plain.out, /Middle Platform/);
    assert.match(plain.out, /npm i # 安装依赖/);
    assert.match(more.out, /npm i # Install dependencies\n/);
  });

  it('takes corrections of the team, and gives its memory to another machine', async () => {
    const correction = {
      from: 'zh',
      to: 'en',
      segment: '支持中台。',
      translation: 'Put right.',
      at: '2026-11-02T00:00:00Z',
    };
    await writeFile(file('team.json'), JSON.stringify({ version: 1, corrections: [correction] }));

    const { out } = await run('translate', file('README.md'), '--corrections', file('team.json'));
    assert.match(out, /^Put right\.$/m);

    const taken = await run('memory', 'import', file('team.json'), '--json');
    assert.deepEqual(JSON.parse(taken.out), { added: 1, known: 0, translations: 0 });
    const exported = await run('memory', 'export', '--all');
    const memory = JSON.parse(exported.out);
    assert.equal(memory.corrections.length, 1);
    assert.ok(Object.keys(memory.translations).length > 0);
    await writeFile(file('memory.json'), exported.out);
    const again = await runCli(['memory', 'import', file('memory.json')], {
      environment: { XDG_CACHE_HOME: path.join(folder, 'other') },
    });
    assert.match(again.out, /^1 corrections and \d+ translations taken over/);
  });

  it('refuses files that hold no glossary, corrections or memory', async () => {
    await writeFile(file('bad.yaml'), '- 1\n');
    await writeFile(file('bad.json'), '{"version":9}');

    for (const parameters of [
      ['translate', file('README.md'), '--glossary', file('bad.yaml')],
      ['translate', file('README.md'), '--corrections', file('bad.json')],
      ['translate', file('README.md'), '--glossary', file('nowhere.yaml')],
      ['memory', 'import', file('bad.json')],
      ['memory', 'import', file('nowhere.json')],
    ]) {
      const { code, out, err } = await run(...parameters);
      assert.equal(code, 2, parameters.join(' '));
      assert.equal(out, '');
      assert.match(err, /bad\.|nowhere\./);
    }
    assert.deepEqual(server.requests, []);
  });
});
