import assert from 'node:assert/strict';
import { detectLanguage, isTraditionalChinese } from '../../../src/core/readme/index.ts';

describe('the language of a text', () => {
  const table = [
    ['zh-Hans', 'simplified Chinese', '这是一个用来学习的项目，提供了很多有用的功能。'],
    ['zh-Hant', 'traditional Chinese', '這是一個用來學習的專案，提供了許多有用的功能。'],
    ['zh-Hant', 'the Chinese of Hong Kong in few words', '呢個專案係用嚟學習嘅，歡迎使用。'],
    [
      'zh-Hant',
      'traditional Chinese full of English names',
      '以 Spring Boot、MyBatis、Redis 與 Vue 開發的後台管理系統，支援 Docker 佈署與 OAuth2 登入',
    ],
    [
      'zh-Hans',
      'Chinese full of English names',
      '基于 Spring Boot、MyBatis、Redis、Vue 的后台管理系统，支持 Docker 部署与 OAuth2 登录',
    ],
    [
      'en',
      'English with a Chinese line',
      `${'This is a project with many useful functions for the reader. '.repeat(4)}[简体中文](README.zh.md) 中文文档`,
    ],
    [
      'en',
      'English around Chinese code',
      'This is how you greet the world with it.\n\n```js\n// 这是很长很长的中文注释，不应该被计算在内，因为它是代码\n```',
    ],
    ['ja', 'Japanese', 'これは学習のためのプロジェクトです。たくさんの便利な機能があります。'],
    ['ko', 'Korean', '이것은 학습을 위한 프로젝트입니다. 유용한 기능이 많이 있습니다.'],
    ['ru', 'Russian', 'Это проект для обучения. В нем много полезных функций для всех.'],
    [
      'de',
      'German',
      'Dies ist ein Projekt zum Lernen und es hat viele Funktionen für die Nutzer, die nicht alles selbst bauen.',
    ],
    [
      'fr',
      'French',
      'Ceci est un projet pour apprendre avec des fonctions utiles dans tous les cas et pour les autres.',
    ],
    ['und', 'nothing but pictures', '![](a.png)\n\n<img src="b.png">\n\nhttps://example.com/some/long/address'],
    ['und', 'nothing', ''],
  ] as const;
  for (const [language, name, text] of table) {
    it(`is ${language} for ${name}`, () => {
      assert.equal(detectLanguage(text), language);
    });
  }
});

describe('the script that a tag means', () => {
  for (const [tag, isTraditional] of [
    ['zh-Hant', true],
    ['zh-TW', true],
    ['zh_HK', true],
    ['zh-Hant-MO', true],
    ['zh-Hans', false],
    ['zh-CN', false],
    ['zh', false],
    ['ja', false],
  ] as const) {
    it(`is ${isTraditional ? 'the traditional one' : 'no traditional one'} for ${tag}`, () =>
      assert.equal(isTraditionalChinese(tag), isTraditional));
  }
});
