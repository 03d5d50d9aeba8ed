import assert from 'node:assert/strict';
import type { DirectoryEntry, Outcome, RepositoryFile } from '../../../src/core/model.ts';
import { chooseReadme, type ReadmeSource } from '../../../src/core/readme/index.ts';

const sections = (words: string, count: number, heading: string) =>
  Array.from({ length: count }, (_, index) => `## ${heading} ${index}\n\n${words}\n`).join('\n');

const chinese = `# 项目\n\n这是一个用来学习的项目，提供了很多有用的功能，欢迎大家使用并且提出意见。\n\n${sections('这里是详细的说明文字，告诉用户应该如何安装和配置这个项目。', 6, '章节')}`;
const traditional = `# 專案\n\n這是一個用來學習的專案，提供了許多有用的功能，歡迎大家使用並且提出意見。\n\n${sections('這裡是詳細的說明文字，告訴使用者應該如何安裝和設定這個專案。', 6, '章節')}`;
const english = `# Project\n\nThis is a project to learn with. It has many useful functions, and everybody is welcome to use it and to say what they think.\n\n${sections('Here are the details that tell a user how to install and to set up this project.', 6, 'Section')}`;
const german = `# Projekt\n\nDies ist ein Projekt zum Lernen. Es hat viele nützliche Funktionen, und jeder ist eingeladen, es zu nutzen.\n\n${sections('Hier stehen die Einzelheiten, wie das Projekt zu installieren und einzurichten ist.', 6, 'Abschnitt')}`;

/** A repository with these files; says which requests it took. */
function repository(files: Readonly<Record<string, string>>, listing = true) {
  const requests: string[] = [];
  const outcome = <T>(value: T): Outcome<T> => ({ kind: 'found', value, age: 0, stale: false });
  const missing = { kind: 'not-found', message: 'none' } as const;
  const read = (path: string): Outcome<RepositoryFile> => {
    const text = files[path];
    return text === undefined ? missing : outcome({ path, text, size: text.length, sha: null, url: null });
  };
  const source: ReadmeSource = {
    async directory(folder) {
      requests.push(`list ${folder}`);
      if (!listing) return { kind: 'limited', message: 'no more requests' };
      const below = Object.keys(files).filter(path => folder === '' || path.startsWith(`${folder}/`));
      const names = new Set(below.map(path => path.slice(folder === '' ? 0 : folder.length + 1).split('/')[0] ?? ''));
      return outcome(
        [...names].map((name): DirectoryEntry => {
          const path = folder === '' ? name : `${folder}/${name}`;
          return { name, path, type: files[path] === undefined ? 'dir' : 'file', size: null };
        }),
      );
    },
    async file(path) {
      requests.push(path);
      return read(path);
    },
    async readme() {
      requests.push('readme');
      return read('README.md');
    },
  };
  return { source, requests };
}

async function choose(files: Readonly<Record<string, string>>, language = 'en', listing = true) {
  const { source, requests } = repository(files, listing);
  const chosen = await chooseReadme(source, language);
  assert.equal(chosen.kind, 'found');
  return { ...(chosen.kind === 'found' ? chosen.value : assert.fail()), requests };
}

describe('choosing a README', () => {
  const names = [
    ['README.en.md', 'README.md'],
    ['README-EN.md', 'README.md'],
    ['README_EN.md', 'README.md'],
    ['README_en_US.md', 'README.md'],
    ['readme-english.md', 'readme.md'],
    ['README.en-US.md', 'README.md'],
    ['en_README.md', 'README.md'],
    ['Readme_en.md', 'Readme.zh.md'],
    ['README.en.markdown', 'README.markdown'],
  ] as const;
  for (const [own, main] of names) {
    it(`knows ${own} beside ${main} for the English version`, async () => {
      const { file, version, others } = await choose({ [main]: chinese, [own]: english, 'pom.xml': '' });

      assert.equal(file.path, own);
      assert.equal(version, 'own');
      assert.deepEqual(others, [{ path: main, language: 'zh-Hans' }]);
    });
  }

  it('takes a main README that is in the wanted language, with two requests', async () => {
    const { file, version, others, requests } = await choose({ 'README.md': english, 'README_zh.md': chinese });

    assert.equal(file.path, 'README.md');
    assert.equal(version, 'own');
    assert.deepEqual(others, [{ path: 'README_zh.md', language: 'zh-Hans' }]);
    assert.deepEqual(requests, ['list ', 'README.md']);
  });

  it('finds the version that a link at the top leads to, in any folder', async () => {
    const tops = [
      '[English](docs/i18n/en.md) | 简体中文',
      '<a href="./docs/i18n/en.md">English</a> | 中文',
      '<p align="center">\n<a href="https://gitee.com/o/r/blob/master/docs/i18n/en.md"><b>English</b></a>\n</p>',
      '**[🇺🇸 English Version](/docs/i18n/en.md)**',
      '[英文文档](docs/i18n/en.md)',
    ];
    for (const top of tops) {
      const { file, requests } = await choose({ 'README.md': `${top}\n\n${chinese}`, 'docs/i18n/en.md': english });

      assert.equal(file.path, 'docs/i18n/en.md');
      assert.deepEqual(requests, ['list ', 'README.md', 'docs/i18n/en.md']);
    }
  });

  it('looks into docs when nothing else helped', async () => {
    const { file, requests } = await choose({ 'README.md': chinese, 'docs/README.en.md': english });

    assert.equal(file.path, 'docs/README.en.md');
    assert.deepEqual(requests, ['list ', 'README.md', 'list docs', 'docs/README.en.md']);
  });

  it('does not follow links to files that are not there, or to other places', async () => {
    const top = '[English](README.en.md) [English](https://example.com/en.md)';
    const { version, requests } = await choose({ 'README.md': `${top}\n\n${chinese}` });

    assert.equal(version, 'original');
    assert.deepEqual(requests, ['list ', 'README.md']);
  });

  it('does not believe a name: the text has to be in the language', async () => {
    const { file, version, remark, others } = await choose({ 'README.md': chinese, 'README.en.md': chinese });

    assert.equal(file.path, 'README.md');
    assert.equal(version, 'original');
    assert.match(remark ?? '', /README\.en\.md is not in the language/);
    assert.equal(others.length, 1);
  });

  it('does not take a stub for a version', async () => {
    for (const stub of ['', '# Project\n\nComing soon.', '# Project\n\n#### Description\n\nTODO\n']) {
      const { file, version, remark } = await choose({ 'README.md': chinese, 'README.en.md': stub });

      assert.equal(file.path, 'README.md');
      assert.equal(version, 'original');
      assert.match(remark ?? '', /README\.en\.md is only a stub/);
    }
  });

  it('takes a version that is behind, says so, and offers the other', async () => {
    const behind = english.slice(0, english.indexOf('## Section 2'));
    const { file, version, remark, others } = await choose({ 'README.md': chinese, 'README.en.md': behind });

    assert.equal(file.path, 'README.en.md');
    assert.equal(version, 'own');
    assert.match(remark ?? '', /3 of the 7 sections of README\.md/);
    assert.deepEqual(others, [{ path: 'README.md', language: 'zh-Hans' }]);
  });

  it('works without a listing, by the README that the host shows and its links', async () => {
    const { file, requests } = await choose(
      { 'README.md': `[English](README.en.md)\n\n${chinese}`, 'README.en.md': english },
      'en',
      false,
    );

    assert.equal(file.path, 'README.en.md');
    assert.deepEqual(requests, ['list ', 'readme', 'README.en.md']);
  });

  it('chooses for readers of other languages too', async () => {
    const files = {
      'README.md': chinese,
      'README.en.md': english,
      'README.de.md': german,
      'README.zh-TW.md': traditional,
    };

    assert.equal((await choose(files, 'de')).file.path, 'README.de.md');
    assert.equal((await choose(files, 'zh-Hant')).file.path, 'README.zh-TW.md');
    assert.equal((await choose(files, 'zh-CN')).file.path, 'README.md');
    assert.equal((await choose(files, 'fr')).version, 'original');
  });

  it('tells the two scripts of Chinese apart by name, link and letters, and translates what more engines read', async () => {
    const both = await choose({ 'README_TW.md': traditional, 'README_CN.md': chinese });
    assert.deepEqual([both.file.path, both.language, both.version], ['README_CN.md', 'zh-Hans', 'original']);
    assert.deepEqual(both.others, [{ path: 'README_TW.md', language: 'zh-Hant' }]);

    const alone = await choose({ 'README_TW.md': traditional, 'pom.xml': '' });
    assert.deepEqual([alone.file.path, alone.language, alone.version], ['README_TW.md', 'zh-Hant', 'original']);
    const unnamed = await choose({ 'README.md': traditional, 'README_CN.md': chinese });
    assert.deepEqual([unnamed.file.path, unnamed.language], ['README.md', 'zh-Hant']);
    const linked = await choose({
      'README.md': `[繁體中文](i18n/other.md) | [English](i18n/en.md)\n\n${chinese}`,
      'i18n/other.md': traditional,
      'i18n/en.md': english,
    });
    assert.equal(linked.file.path, 'i18n/en.md');
    assert.ok(linked.others.some(({ path, language }) => path === 'i18n/other.md' && language === 'zh-Hant'));
  });

  for (const name of [
    'README_TW.md',
    'README.zh-TW.md',
    'README-zh_HK.md',
    'README.zh-Hant.md',
    'README_zh-Hant-TW.md',
    'README_cht.md',
    'README.繁體中文.md',
    'README（繁體）.md',
    'README-正體中文.md',
  ]) {
    it(`takes ${name} for traditional Chinese`, async () => {
      const { others } = await choose({ 'README.md': chinese, [name]: traditional, 'README_EN.md': english });

      assert.ok(others.some(({ path, language }) => path === name && language === 'zh-Hant'));
    });
  }

  it("follows Gitee's order: Readme.osc.md first", async () => {
    const { file } = await choose({ 'README.md': chinese, 'Readme.osc.md': english });

    assert.equal(file.path, 'Readme.osc.md');
  });

  it('says what the host says when there is no README, or none can be read', async () => {
    assert.equal((await chooseReadme(repository({ 'pom.xml': '' }).source, 'en')).kind, 'not-found');
    const offline: ReadmeSource = {
      directory: async () => ({ kind: 'offline', message: 'off' }),
      file: async () => ({ kind: 'offline', message: 'off' }),
      readme: async () => ({ kind: 'offline', message: 'off' }),
    };
    assert.equal((await chooseReadme(offline, 'en')).kind, 'offline');
  });

  it('serves the main version when the other cannot be read', async () => {
    const { source } = repository({ 'README.md': chinese, 'README.en.md': english });
    const limited: ReadmeSource = {
      ...source,
      file: async path =>
        path === 'README.en.md' ? { kind: 'limited', message: 'no more requests' } : source.file(path),
    };

    const chosen = await chooseReadme(limited, 'en');

    assert.equal(chosen.kind === 'found' && chosen.value.file.path, 'README.md');
    assert.match(
      (chosen.kind === 'found' && chosen.value.remark) || '',
      /README\.en\.md could not be read: no more requests/,
    );
  });
});
