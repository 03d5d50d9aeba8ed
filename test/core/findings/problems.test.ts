import assert from 'node:assert/strict';
import { checkFindingFile } from '../../../src/core/findings/problems.ts';

const good = [
  '---',
  'version: 2',
  'project: dayjs',
  'name: Day.js',
  'status: adopted',
  'saved: 2026-01-01T00:00:00Z',
  '---',
  '',
  'A note.',
  '',
].join('\n');

/** Each problem as the text that it is about and its message. */
function problemsOf(text: string): readonly (readonly [string, string])[] {
  return checkFindingFile(text).map(({ message, range: [from, to] }) => [text.slice(from, to), message]);
}

describe('a finding that somebody types', () => {
  const table: readonly (readonly [name: string, text: string, about: string, message: RegExp])[] = [
    ['with an unknown status', good.replace('adopted', 'maybe'), 'maybe', /^status: .*candidate/],
    ['without a name', good.replace('name: Day.js\n', ''), '---', /^The field "name" is missing\.$/],
    ['with a package that is none', good.replace('---\n\n', 'replaces:\n  - moment\n---\n\n'), 'moment', /package URL/],
    [
      'with a date that is none',
      good.replace('---\n\n', 'review: tomorrow\n---\n\n'),
      'tomorrow',
      /such as 2026-12-31/,
    ],
    ['with a link that runs', good.replace('---\n\n', 'links: ["javascript:x"]\n---\n\n'), '"javascript:x"', /http/],
    ['with a field misspelt', good.replace('---\n\n', 'replace: [a]\n---\n\n'), '[a]', /"replaces" meant/],
    [
      'with an unfinished line',
      good.replace('name: Day.js', 'name: "Day'),
      'saved: 2026-01-01T00:00:00Z',
      /not valid YAML/,
    ],
    ['without front matter', 'Just a note.\n', 'Just a note.', /starts with front matter/],
    ['of a newer format', good.replace('version: 2', 'version: 7'), '7', /format version 7/],
    [
      'with a conflict in the note',
      `${good}<<<<<<< HEAD\none\n=======\nother\n>>>>>>> theirs\n`,
      '<<<<<<< HEAD',
      /choose one/,
    ],
  ];
  for (const [name, text, about, message] of table) {
    it(`${name} is told so at its place`, () => {
      const [problem] = problemsOf(text);

      assert.ok(problem);
      assert.equal(problem[0], about);
      assert.match(problem[1], message);
    });
  }

  it('is left in peace when it is right, with fields of its own', () => {
    assert.deepEqual(problemsOf(good.replace('---\n\n', 'owner: web\ntags:\n---\n\nHeading\n=======\n')), []);
  });

  it('has at most fifty problems', () => {
    const many = good.replace('---\n\n', `replaces:\n${'  - x\n'.repeat(150)}---\n\n`);

    assert.equal(checkFindingFile(many).length, 50);
  });
});
