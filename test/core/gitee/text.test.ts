import assert from 'node:assert/strict';
import { decodeBase64, decodeText } from '../../../src/core/gitee/text.ts';

const words = '你好，世界。';
/** The same in GBK, which Node reads but does not write. */
const gbk = Buffer.from('c4e3bac3a3accac0bde7a1a3', 'hex');

describe('decodeText', () => {
  const utf16be = Buffer.from(`# Title\n${words}`, 'utf16le').swap16();
  for (const [name, bytes, expected] of [
    ['UTF-8', Buffer.from(words), words],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${words}`), words],
    ['GBK', gbk, words],
    [
      'GBK after much ASCII',
      Buffer.concat([Buffer.from('# Title\n'.repeat(1000)), gbk]),
      '# Title\n'.repeat(1000) + words,
    ],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${words}`, 'utf16le'), words],
    ['UTF-16 big-endian with a mark', Buffer.from(`\ufeff${words}`, 'utf16le').swap16(), words],
    ['UTF-16 without a mark', Buffer.from(`# Title\n${words}`, 'utf16le'), `# Title\n${words}`],
    ['UTF-16 big-endian without a mark', utf16be, `# Title\n${words}`],
    ['an empty file', Buffer.alloc(0), ''],
    ['Windows line ends, kept', Buffer.from('a\r\nb\r\n'), 'a\r\nb\r\n'],
    ['emoji', Buffer.from('🚀 a'), '🚀 a'],
  ] as const) {
    it(`reads ${name}`, () => {
      assert.equal(decodeText(bytes), expected);
    });
  }

  it('survives bytes that are no text', () => {
    assert.equal(typeof decodeText(Buffer.from([0xff, 0xfe, 0xfd, 0x00, 0x81])), 'string');
  });
});

describe('decodeBase64', () => {
  it('reads what has line breaks in it', () => {
    const packed = Buffer.from(words.repeat(20)).toString('base64');

    assert.equal(decodeBase64(packed.replace(/.{60}/g, '$&\n'))?.toString(), words.repeat(20));
  });

  for (const [name, text] of [
    ['text', 'this is not base64!'],
    ['what was cut off', 'YWJjZ'],
  ] as const) {
    it(`refuses ${name}`, () => {
      assert.equal(decodeBase64(text), undefined);
    });
  }
});
