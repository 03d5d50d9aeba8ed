import assert from 'node:assert/strict';
import { asMessage, distinct, inEnglish, joined, say, told, toldBy } from '../../../src/core/sentences/index.ts';

describe('sentences of the core', () => {
  it('are English by themselves, with sentences in sentences', () => {
    const inner = say('{0} asks for nothing.', 'MIT');

    assert.equal(
      inEnglish(say('Of the {1} licenses, take {0}. {2}', 'MIT', 2, inner)),
      'Of the 2 licenses, take MIT. MIT asks for nothing.',
    );
  });

  it('keep a place that nobody fills, and what looks like one in a value', () => {
    assert.equal(inEnglish(say('{0} and {1}', '{1}')), '{1} and {1}');
    assert.equal(inEnglish(say('{0}: {1}', '{1}', 'x')), '{1}: x');
  });

  it('are put one after the other', () => {
    const list = joined([say('{0} says {1}', 'LICENSE', 'MIT'), say('{0} says {1}', 'README', 'ISC')], '; ');

    assert.equal(inEnglish(list), 'LICENSE says MIT; README says ISC');
    assert.equal(inEnglish(joined([])), '');
  });

  it('come once each', () => {
    const again = [say('Text of {0}', 'MIT'), say('Text of {0}', 'ISC'), say('Text of {0}', 'MIT')];

    assert.deepEqual(distinct(again).map(inEnglish), ['Text of MIT', 'Text of ISC']);
  });

  it('travel with what went wrong, and are found in errors that carry one', () => {
    const message = told('{0} did not answer.', 'gitee.com');

    assert.deepEqual(message, asMessage(say('{0} did not answer.', 'gitee.com')));
    assert.equal(message.message, 'gitee.com did not answer.');
    assert.deepEqual(toldBy(Object.assign(new Error(message.message), { said: message.said })), message);
    assert.deepEqual(toldBy(Object.assign(new Error('of others'), { said: 'no sentence' })), { message: 'of others' });
    assert.deepEqual(toldBy('thrown as text'), { message: 'thrown as text' });
  });
});
