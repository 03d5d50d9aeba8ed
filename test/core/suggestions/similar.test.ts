import assert from 'node:assert/strict';
import { similarProjects } from '../../../src/core/suggestions/index.ts';
import { capability, catalog, project } from '../catalog/sample.ts';

const dates = capability('dates', { plural: 'date libraries' });
const charts = capability('charts', { plural: 'chart libraries' });
const clock = project('clock');

function names(own: ReturnType<typeof project>, others: readonly ReturnType<typeof project>[]): readonly string[] {
  const known = catalog({ projects: [own, ...others], capabilities: [dates, charts] });
  return similarProjects(own, known).map(each => each.project);
}

describe('similar projects', () => {
  it('share a narrow capability and say so', () => {
    const known = catalog({ projects: [clock, project('bell')], capabilities: [dates] });

    const [bell, ...more] = similarProjects(clock, known);

    assert.equal(bell?.project, 'bell');
    assert.equal(bell?.reason, 'Both are date libraries.');
    assert.deepEqual(bell?.capabilities, ['dates']);
    assert.deepEqual(more, []);
  });

  it('say that one of them does it among other things', () => {
    const wide = project('wide', { capabilities: ['other', 'dates'] });
    const known = catalog({ projects: [clock, wide], capabilities: [dates] });

    const reasons = [clock, wide].map(each => similarProjects(each, known)[0]?.reason);

    const sentence = `${wide.name.en} does, among other things, what ${clock.name.en} is for: ${dates.label}.`;
    assert.deepEqual(reasons, [sentence, sentence]);
  });

  it('never share a broad capability alone', () => {
    const broad = { ...dates, specificity: 'broad' } as const;
    const known = catalog({ projects: [clock, project('bell')], capabilities: [broad] });

    assert.deepEqual(similarProjects(clock, known), []);
  });

  it('share what one of them is above all, not a thing that both can do besides', () => {
    const both = project('both', { capabilities: ['other', 'charts'] });
    const besides = project('besides', { capabilities: ['dates', 'charts'] });

    assert.deepEqual(names(both, [besides]), []);
  });

  it('are never closed ones', () => {
    assert.deepEqual(names(clock, [project('bell', { status: 'closed' })]), []);
  });

  it('begin with those that can stand where the project does', () => {
    const java = project('aaa-java', { purls: ['pkg:maven/a/aaa'] });

    assert.deepEqual(names(clock, [java, project('bell')]), ['bell', 'aaa-java']);
  });

  it('put what needs another framework last', () => {
    const own = project('own', { needs: 'React' });
    const vue = project('aaa', { needs: 'Vue 3' });
    const react = project('bbb', { needs: 'React 18' });

    assert.deepEqual(names(own, [vue, react]), ['bbb', 'aaa']);
  });

  it('are five at most', () => {
    const many = Array.from({ length: 9 }, (_, index) => project(`p${index}`));

    assert.equal(names(clock, many).length, 5);
  });
});
