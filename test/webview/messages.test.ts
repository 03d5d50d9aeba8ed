import assert from 'node:assert/strict';
import { readToken } from '../../src/surfaces/account/token.ts';
import { readPageMessage, readSavedPage } from '../../src/surfaces/page/messages.ts';
import { isHostMessage } from '../../src/webview/protocol.ts';
import { fullState, readmeText } from './sample-state.ts';

describe('messages between the page and its host', () => {
  const good = [
    { kind: 'ready' },
    { kind: 'open-home', host: 'gitee', path: 'a/b' },
    { kind: 'save-finding', status: 'adopted', note: '' },
    { kind: 'choose-use', use: 'tool', distribution: 'network' },
    { kind: 'allow-images', host: null, remember: true },
    { kind: 'translate', engine: 'bergamot', codeComments: false },
    { kind: 'translate-version', path: 'README.md', engine: 'bergamot' },
    { kind: 'correct', sentence: 3 },
    { kind: 'bring-model', from: 'mirror', engine: 'bergamot' },
  ];
  for (const message of good) {
    it(`the host takes ${message.kind}`, () => assert.deepEqual(readPageMessage(message), message));
  }

  const bad: readonly unknown[] = [
    undefined,
    null,
    'ready',
    [],
    {},
    { kind: 'quit' },
    { kind: 'open-home', host: 'example.org', path: 'a/b' },
    { kind: 'open-home', host: 'gitee' },
    { kind: 'save-finding', status: 'adopted', note: 'x'.repeat(4001) },
    { kind: 'save-finding', status: 'deleted', note: '' },
    { kind: 'translate', engine: 1 },
    { kind: 'translate', engine: 'x' },
    { kind: 'correct', sentence: -1 },
    { kind: 'correct', sentence: 0.5 },
    { kind: 'allow-images', host: 1, remember: true },
  ];
  for (const message of bad) {
    it(`the host refuses ${JSON.stringify(message)?.slice(0, 60)}`, () => {
      assert.equal(readPageMessage(message), undefined);
    });
  }

  it('the host drops fields that a message does not have', () => {
    assert.deepEqual(readPageMessage({ kind: 'ready', command: 'rm' }), { kind: 'ready' });
  });

  it('the page takes what its host says and nothing else', () => {
    assert.ok(isHostMessage({ kind: 'state', state: fullState }));
    assert.ok(isHostMessage({ kind: 'readme', original: readmeText, translated: null, shape: null }));
    for (const message of [
      null,
      {},
      { kind: 'state' },
      { kind: 'readme', original: 1 },
      { kind: 'announce', text: 1 },
    ]) {
      assert.equal(isHostMessage(message), false);
    }
  });
});

describe('a page that comes back after a reload', () => {
  const dayjs = { reference: { project: 'dayjs' }, title: 'Day.js', scroll: 100 };
  const flow = { reference: { host: 'gitee', path: 'dromara/warm-flow' }, title: 'warm-flow', scroll: 0 };

  it('remembers the pages of its panel and which of them was shown', () => {
    const saved = { version: 2, entries: [dayjs, flow], at: 0 };

    assert.deepEqual(readSavedPage(saved), { entries: [dayjs, flow], at: 0 });
  });

  it('remembers its project, as earlier versions wrote it', () => {
    assert.deepEqual(readSavedPage({ version: 1, ...dayjs }), { entries: [dayjs], at: 0 });
  });

  it('remembers its translation, and comes back without one that nobody could have written', () => {
    const saved = { version: 1, reference: { project: 'dayjs' }, title: 'Day.js', scroll: 0 };
    const translation = {
      path: 'README.md',
      engine: 'bergamot',
      engineVersion: 'zh-en-2.0',
      translatedAt: '2026-11-24T08:00:00.000Z',
      codeComments: false,
    };

    assert.deepEqual(readSavedPage({ ...saved, translation })?.entries[0]?.translation, translation);
    const broken = readSavedPage({ ...saved, translation: { ...translation, engine: 1 } });
    assert.ok(broken && broken.entries[0]?.translation === undefined);
  });

  for (const saved of [
    undefined,
    {},
    { version: 2 },
    { version: 2, entries: [], at: 0 },
    { version: 2, entries: [{ reference: { project: 'dayjs' }, title: '', scroll: 0 }], at: 1 },
    { version: 2, entries: [{ reference: { host: 'evil', path: 'a' }, title: '', scroll: 0 }], at: 0 },
    { version: 1, reference: { host: 'evil', path: 'a' }, title: '' },
  ]) {
    it(`is not made of ${JSON.stringify(saved)}`, () => assert.equal(readSavedPage(saved), undefined));
  }
});

describe('tokens', () => {
  const token = '0123456789abcdef0123456789abcdef';
  const cases = [
    ['a token', token, { kind: 'token', token }],
    ['a token with space around', ` ${token}\n`, { kind: 'token', token }],
    ['a token as it stands in a header', `Bearer ${token}`, { kind: 'token', token }],
    ['nothing', '  ', { kind: 'problem', problem: 'empty' }],
    ['an address', `https://gitee.com/${token}`, { kind: 'problem', problem: 'address' }],
    ['two lines, which could add a header', `${token}\r\nX-Evil: 1`, { kind: 'problem', problem: 'characters' }],
    ['half a token', token.slice(0, 10), { kind: 'problem', problem: 'length' }],
    ['a whole file', 'a'.repeat(600), { kind: 'problem', problem: 'length' }],
  ] as const;
  for (const [name, text, expected] of cases) {
    it(`reads ${name}`, () => assert.deepEqual(readToken(text), expected));
  }
});
