import assert from 'node:assert/strict';
import { told } from '../../../src/core/sentences/index.ts';
import { found, openClient, useClient } from './open-client.ts';

describe('asking for files', () => {
  const use = useClient();

  it('gives a README whose base64 has line breaks', async () => {
    const readme = found(await use().gitee.readme('iamkun/dayjs'));

    assert.equal(readme.path, 'README.md');
    assert.match(readme.text, /Moment\.js/);
    assert.equal(Buffer.byteLength(readme.text), readme.size);
  });

  for (const [path, expected] of [
    ['gbk', '# GBK 编码\r\n\r\nDemonstration data. 你好，世界。\r\n'],
    ['utf16', /^# UTF-16 编码\n[\s\S]*你好，世界。\n$/],
    ['bom', /^# BOM\n/],
  ] as const) {
    it(`reads a README in ${path}`, async () => {
      const { text } = found(await use().gitee.readme(`scout-demo/${path}`));

      if (typeof expected === 'string') assert.equal(text, expected);
      else assert.match(text, expected);
    });
  }

  it('gives any file, with a Chinese name as well', async () => {
    const project = {
      path: 'scout-demo/names',
      description: '',
      stars: 0,
      language: null,
      license: null,
      files: () => ({ '文档/说明 #1.md': '内容' }),
    };
    const own = await openClient({}, { projects: [project] });

    const file = await own.gitee.file('scout-demo/names', '文档/说明 #1.md');
    await own.close();

    assert.equal(found(file).text, '内容');
  });

  it('says that a missing file is missing, although Gitee answers 200 []', async () => {
    const outcome = await use().gitee.file('iamkun/dayjs', 'missing.md');

    assert.deepEqual(outcome, {
      kind: 'not-found',
      ...told('There is no such file in this version of the repository.'),
    });
  });

  it('takes a folder for no file', async () => {
    assert.equal((await use().gitee.file('iamkun/dayjs', 'docs')).kind, 'not-found');
  });

  for (const [name, body] of [
    ['404', undefined],
    ['200 []', '[]'],
    ['200 null', 'null'],
    ['200 {}', '{}'],
  ] as const) {
    it(`takes ${name} for no README`, async () => {
      const { gitee, standIn } = use();
      if (body) standIn.fault('/repos/scout-demo/no-readme/readme', { kind: 'answer', status: 200, body });

      assert.equal((await gitee.readme('scout-demo/no-readme')).kind, 'not-found');
    });
  }

  it('lists a folder without sizes', async () => {
    const entries = found(await use().gitee.directory('vant-contrib/vant', ''));

    assert.deepEqual(entries, [
      { name: 'LICENSE', path: 'LICENSE', type: 'file', size: null },
      { name: 'README.md', path: 'README.md', type: 'file', size: null },
      { name: 'docs', path: 'docs', type: 'dir', size: null },
      { name: 'package.json', path: 'package.json', type: 'file', size: null },
    ]);
  });

  it('gives an empty list for an empty repository, and not found for a missing one', async () => {
    const { gitee } = use();

    assert.deepEqual(found(await gitee.directory('scout-demo/empty', '')), []);
    assert.equal((await gitee.directory('nobody/nothing', '')).kind, 'not-found');
  });

  it('asks for the version that is wanted', async () => {
    const { gitee, standIn } = use();

    const missing = await gitee.file('iamkun/dayjs', 'README.md', { ref: 'no such branch' });
    const tagged = await gitee.file('iamkun/dayjs', 'README.md', { ref: 'v1.11.13' });

    assert.equal(missing.kind, 'not-found');
    assert.equal(tagged.kind, 'found');
    assert.match(standIn.requests.at(-1)?.url ?? '', /\?ref=v1\.11\.13$/);
  });

  it('never leaves the repository', async () => {
    const { gitee, standIn } = use();

    await gitee.file('iamkun/dayjs', '../../../user/../README.md');

    assert.equal(standIn.requests[0]?.path, '/api/v5/repos/iamkun/dayjs/contents/user/README.md');
  });
});
