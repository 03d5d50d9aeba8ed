import assert from 'node:assert/strict';
import { readIgnored, withIgnored } from '../../../src/core/ignored/index.ts';

describe('the file of packages for which nothing is suggested to anybody', () => {
  it('has one package URL a line, with remarks', () => {
    const text = '# head\n\npkg:npm/moment # we know\r\n  pkg:npm/%40scope/x\nmoment\nhttps://example.org\n';

    assert.deepEqual(readIgnored(text), ['pkg:npm/moment', 'pkg:npm/%40scope/x']);
  });

  it('takes a package in and out again, and keeps all else', () => {
    const text = '# ours\npkg:npm/a # because\n';

    const more = withIgnored(text, 'pkg:npm/moment', true);

    assert.equal(more, '# ours\npkg:npm/a # because\npkg:npm/moment\n');
    assert.equal(withIgnored(more, 'pkg:npm/moment', true), more);
    assert.equal(withIgnored(more, 'pkg:npm/moment', false), text);
  });

  it('says what it is for when it is new', () => {
    assert.match(withIgnored('', 'pkg:npm/moment', true), /^# .*\npkg:npm\/moment\n$/);
  });
});
