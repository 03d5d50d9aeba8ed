import assert from 'node:assert/strict';
import { weighLicense } from '../../src/core/licenses/index.ts';
import { say, told } from '../../src/core/sentences/index.ts';
import { counted } from '../../src/surfaces/counted.ts';
import { dateText } from '../../src/surfaces/dates.ts';
import { errorText, sentenceText, toldText, verdictText } from '../../src/surfaces/sentence-text.ts';

describe('sentences of the core in the editor', () => {
  it('are put together in the language of the interface', () => {
    assert.equal(
      sentenceText(say('Of the licenses offered: {0}', say('{0} asks for nothing.', 'WTFPL'))),
      'Of the licenses offered: WTFPL asks for nothing.',
    );
  });

  it('are taken from failures and errors; what others said stays as they said it', () => {
    const failure = told('Working offline, so {0} was not asked.', 'gitee.com');

    assert.equal(toldText(failure), 'Working offline, so gitee.com was not asked.');
    assert.equal(errorText(Object.assign(new Error('x'), failure)), 'Working offline, so gitee.com was not asked.');
    assert.equal(toldText({ message: 'Quota exceeded' }), 'Quota exceeded');
    assert.equal(errorText('no error'), 'no error');
  });

  it('make up a verdict', () => {
    const question = { use: 'linked', distribution: 'shipped', modified: false, confidence: 'high' } as const;
    const { verdict, reason, duties } = verdictText(weighLicense({ ...question, inbound: 'MIT', outbound: 'MIT' }));

    assert.equal(verdict, 'fits-with-duties');
    assert.equal(reason, 'MIT into MIT: both are under the same license.');
    assert.deepEqual(duties, ['Keep the copyright notices and the text of MIT with every copy.']);
  });
});

describe('numbers and days in the editor', () => {
  it('are written as in the language of the interface', () => {
    assert.equal(counted('{0} finding in {1}|{0} findings in {1}', 1, 'team'), '1 finding in team');
    assert.equal(counted('{0} finding in {1}|{0} findings in {1}', 2000, 'team'), '2,000 findings in team');
    assert.equal(dateText('2026-02-01'), 'Feb 1, 2026');
    assert.equal(dateText('soon'), 'soon');
  });
});
