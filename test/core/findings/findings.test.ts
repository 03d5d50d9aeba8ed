import assert from 'node:assert/strict';
import { FindingError, type FindingPlace, openFindings } from '../../../src/core/findings/index.ts';
import { memoryFolder } from './memory-folder.ts';

const ignore = () => undefined;
const silent = { trace: ignore, debug: ignore, info: ignore, warn: ignore, error: ignore };
const dayjs = {
  id: 'dayjs',
  name: 'Day.js',
  homes: [{ host: 'github', path: 'iamkun/dayjs' }],
  license: 'MIT',
  replaces: ['pkg:npm/moment'],
} as const;

function setUp() {
  const clock = { time: Date.UTC(2026, 0, 2), now: () => clock.time };
  const folder = memoryFolder();
  const team = memoryFolder();
  const places: FindingPlace[] = [
    { id: 'personal', label: 'Personal', folder },
    { id: 'team', label: 'Team', folder: team },
  ];
  const open = () => openFindings({ places: () => places, clock, log: silent });
  return { clock, folder, team, open, findings: open() };
}

describe('findings', () => {
  it('are read back by the next start as they were saved', async () => {
    const { findings, open } = setUp();

    await findings.save(
      { ...dayjs, note: 'Try it in the *shop*.\n\nSecond paragraph.', status: 'evaluating' },
      'personal',
    );

    const [saved] = (await open().list()).findings;
    assert.deepEqual(saved, {
      place: 'personal',
      path: 'dayjs.md',
      finding: {
        ...dayjs,
        status: 'evaluating',
        note: 'Try it in the *shop*.\n\nSecond paragraph.',
        tags: [],
        savedAt: '2026-01-02T00:00:00.000Z',
        changedAt: '2026-01-02T00:00:00.000Z',
      },
    });
  });

  it('are changed where they are when the project is saved again', async () => {
    const { findings, team, folder } = setUp();
    await findings.save(dayjs, 'team');

    await findings.save({ ...dayjs, status: 'adopted', replaces: ['pkg:npm/luxon'] }, 'personal');

    assert.deepEqual([...folder.files.keys()], []);
    assert.match(team.files.get('dayjs.md') ?? '', /status: adopted\n/);
    const saved = await findings.find('dayjs');
    assert.deepEqual(saved?.finding.replaces, ['pkg:npm/moment', 'pkg:npm/luxon']);
  });

  it('keep comments, order, unknown fields and formatting when one field changes', async () => {
    const { findings, folder } = setUp();
    const before = [
      '---',
      '# reviewed by two people',
      'name:   "Day.js"   # as on its site',
      "owner: { team: 'web', people: [a,  b] }",
      'version: 1',
      'status: candidate # since spring',
      'project: dayjs',
      'tags:',
      '    - date',
      '    -   time',
      'saved: 2026-01-01T00:00:00Z',
      '---',
      '',
      '#   Notes  ',
      '* odd   spacing',
      '',
      '',
    ].join('\n');
    folder.files.set('dayjs.md', before);

    await findings.edit({ place: 'personal', path: 'dayjs.md' }, { status: 'rejected' });

    const expected = before
      .replace('status: candidate #', 'status: rejected #')
      .replace('00Z\n---', '00Z\nchanged: 2026-01-02T00:00:00.000Z\n---');
    assert.equal(folder.files.get('dayjs.md'), expected);
  });

  it('keep Windows line ends and a byte order mark', async () => {
    const { findings, folder } = setUp();
    await findings.save(dayjs, 'personal');
    const windows = `\uFEFF${(folder.files.get('dayjs.md') ?? '').replace(/\n/g, '\r\n')}`;
    folder.files.set('dayjs.md', windows);

    await findings.edit({ place: 'personal', path: 'dayjs.md' }, { note: 'one\ntwo', tags: ['a', 'b'] });

    const text = folder.files.get('dayjs.md') ?? '';
    assert.ok(text.startsWith('\uFEFF---\r\n'));
    assert.equal(text.replace(/\r\n/g, '').includes('\n'), false);
    findings.reload();
    assert.equal((await findings.find('dayjs'))?.finding.note, 'one\ntwo');
  });

  it('change lists in the style in which they are written', async () => {
    const { findings, folder } = setUp();
    const file = (tags: string) =>
      `---\nversion: 1\nproject: dayjs\nname: Day.js\nstatus: candidate\nsaved: 2026-01-02T00:00:00.000Z\nchanged: 2026-01-02T00:00:00.000Z\n${tags}---\n`;
    folder.files.set('flow.md', file('tags: [old]\n'));
    folder.files.set('block.md', file('tags:\n  - old # why\n  - older\n'));
    folder.files.set('none.md', file('tags: # none yet\n'));

    for (const path of folder.files.keys()) {
      await findings.edit({ place: 'personal', path }, { tags: ['new', 'a: b'] });
    }

    assert.equal(folder.files.get('flow.md'), file('tags: [new, "a: b"]\n'));
    assert.equal(folder.files.get('block.md'), file('tags:\n  - new\n  - "a: b"\n'));
    assert.equal(folder.files.get('none.md'), file('tags: [new, "a: b"] # none yet\n'));
  });

  it('do not touch a file when nothing changes', async () => {
    const { findings, folder, clock } = setUp();
    await findings.save({ ...dayjs, note: 'same' }, 'personal');
    const before = folder.files.get('dayjs.md');
    clock.time += 1000;

    await findings.edit({ place: 'personal', path: 'dayjs.md' }, { status: 'candidate', note: 'same' });

    assert.equal(folder.files.get('dayjs.md'), before);
  });

  it('come back byte for byte when their removal is undone', async () => {
    const { findings, folder } = setUp();
    await findings.save({ ...dayjs, note: 'kept' }, 'personal');
    const before = folder.files.get('dayjs.md');

    const undo = await findings.remove({ place: 'personal', path: 'dayjs.md' });
    const without = await findings.list();
    await undo();

    assert.deepEqual(without.findings, []);
    assert.equal(folder.files.get('dayjs.md'), before);
    assert.ok(await findings.find('dayjs'));
  });

  it('are not overwritten by an undo after the project was saved again', async () => {
    const { findings } = setUp();
    await findings.save(dayjs, 'personal');
    const undo = await findings.remove({ place: 'personal', path: 'dayjs.md' });
    await findings.save({ ...dayjs, status: 'adopted' }, 'personal');

    await assert.rejects(undo, FindingError);

    assert.equal((await findings.find('dayjs'))?.finding.status, 'adopted');
  });

  it('of two changes at once both arrive', async () => {
    const { findings } = setUp();
    await findings.save(dayjs, 'personal');
    const location = { place: 'personal', path: 'dayjs.md' };

    await Promise.all([
      findings.edit(location, { status: 'adopted' }),
      findings.edit(location, { note: 'works' }),
      findings.save({ ...dayjs, replaces: ['pkg:npm/luxon'] }, 'personal'),
    ]);

    const saved = await findings.find('dayjs');
    assert.equal(saved?.finding.status, 'adopted');
    assert.equal(saved?.finding.note, 'works');
    assert.deepEqual(saved?.finding.replaces, ['pkg:npm/moment', 'pkg:npm/luxon']);
  });

  it('tell listeners of each change until they stop listening', async () => {
    const { findings } = setUp();
    let calls = 0;
    const stop = findings.onChange(() => {
      calls += 1;
    });

    await findings.save(dayjs, 'personal');
    stop();
    findings.reload();

    assert.equal(calls, 1);
  });

  it('are listed after a change without reading the other files again', async () => {
    const { findings, folder } = setUp();
    await findings.save(dayjs, 'personal');
    await findings.save({ id: 'hutool', name: 'Hutool' }, 'personal');
    await findings.list();
    folder.reads.length = 0;

    await findings.edit({ place: 'personal', path: 'dayjs.md' }, { status: 'adopted' });
    const undo = await findings.remove({ place: 'personal', path: 'hutool.md' });
    const changed = await findings.list();
    await undo();
    const restored = await findings.list();

    assert.deepEqual(
      changed.findings.map(({ finding }) => [finding.id, finding.status]),
      [['dayjs', 'adopted']],
    );
    assert.deepEqual(restored.findings.map(({ finding }) => finding.id).sort(), ['dayjs', 'hutool']);
    assert.deepEqual(folder.reads, ['dayjs.md', 'hutool.md', 'hutool.md']);
  });

  it('show what others wrote after a reload', async () => {
    const { findings, folder } = setUp();
    await findings.save(dayjs, 'personal');
    await findings.list();
    folder.files.set('dayjs.md', (folder.files.get('dayjs.md') ?? '').replace('candidate', 'rejected'));

    findings.reload();

    assert.equal((await findings.find('dayjs'))?.finding.status, 'rejected');
  });

  it('that cannot be read are named and left alone, and take no name from others', async () => {
    const { findings, folder } = setUp();
    folder.files.set('dayjs.md', '<<<<<<< HEAD\n---\nversion: 1\n');

    await findings.save(dayjs, 'personal');

    const { findings: saved, unread } = await findings.list();
    assert.deepEqual(
      saved.map(({ path }) => path),
      ['dayjs-2.md'],
    );
    assert.deepEqual(
      unread.map(({ path }) => path),
      ['dayjs.md'],
    );
    assert.match(unread[0]?.message ?? '', /front matter/);
    await assert.rejects(findings.edit({ place: 'personal', path: 'dayjs.md' }, { status: 'adopted' }), FindingError);
    assert.equal(folder.files.get('dayjs.md'), '<<<<<<< HEAD\n---\nversion: 1\n');
  });

  const hostile: readonly (readonly [name: string, text: string, message: RegExp])[] = [
    ['an empty file', '', /front matter/],
    ['broken YAML', '---\na: [\n---\n', /YAML/],
    [
      'a git conflict inside',
      '---\nversion: 1\n<<<<<<< HEAD\nstatus: adopted\n=======\nstatus: rejected\n>>>>>>> theirs\n---\n',
      /./,
    ],
    ['the same key twice', '---\nversion: 1\nversion: 1\n---\n', /unique/],
    ['a list at the top', '---\n- version\n---\n', /./],
    ['a status that we do not know', file('status: maybe'), /status/],
    ['a project id that leaves the folder', file('status: adopted', '../../etc/passwd'), /project/],
    ['a home that is no repository', file('status: adopted\nhomes: ["javascript:alert(1)"]'), /homes/],
    [
      'a billion laughs',
      `---\na: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghij'
        .split('')
        .map((key, i) => `${key}: &${key} [${Array(9).fill(`*${'abcdefghi'[i]}`).join(',')}]`)
        .join('\n')}\n---\n`,
      /./,
    ],
    ['a newer format', file('status: adopted').replace('version: 1', 'version: 9'), /version 9/],
    ['a tag that makes objects', '---\nversion: !!js/function "function(){}"\n---\n', /./],
  ];
  for (const [name, text, message] of hostile) {
    it(`of which one has ${name} are still listed`, async () => {
      const { findings, folder } = setUp();
      folder.files.set('bad.md', text);
      folder.files.set('good.md', file('status: adopted'));

      const list = await findings.list();

      assert.deepEqual(
        list.findings.map(({ path }) => path),
        ['good.md'],
      );
      assert.match(list.unread[0]?.message ?? '', message);
    });
  }

  it('named __proto__ change nothing else', async () => {
    const { findings, folder } = setUp();
    folder.files.set('a.md', file('status: adopted\n__proto__: { polluted: true }'));

    const list = await findings.list();

    assert.equal(list.findings.length, 1);
    assert.equal('polluted' in {}, false);
  });

  it('need a place that is still there', async () => {
    const { findings } = setUp();

    await assert.rejects(findings.save(dayjs, 'closed-folder'), { name: 'FindingError', kind: 'no-place' });
  });
});

function file(fields: string, project = 'dayjs'): string {
  return `---\nversion: 1\nproject: ${project}\nname: Day.js\nsaved: 2026-01-01T00:00:00Z\n${fields}\n---\n`;
}
