import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import {
  createPlaceReader,
  FindingError,
  type FindingPlace,
  lookAtPlaces,
  openFindings,
} from '../../../src/core/findings/index.ts';
import { told } from '../../../src/core/sentences/index.ts';
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
  return { clock, folder, team, places, open, findings: open() };
}

describe('a look at places', () => {
  const put = async (count: number, id = (number: number) => `project-${number}`) => {
    const { findings, folder, places } = setUp();
    for (let number = 0; number < count; number += 1) {
      await findings.save({ ...dayjs, id: id(number), name: `Project ${number}` }, 'personal');
    }
    return { folder, personal: places.filter(place => place.id === 'personal') };
  };

  it('knows all of a place that holds few findings', async () => {
    const { personal } = await put(64);

    const { whole, found, glimpsed } = await lookAtPlaces(personal);

    assert.deepEqual([[...whole], found.length, glimpsed.length], [['personal'], 64, 0]);
  });

  it('has glimpsed at the first of a place that holds more', async () => {
    const { personal, folder } = await put(65);
    folder.reads.length = 0;

    const { whole, found, glimpsed } = await lookAtPlaces(personal);

    assert.deepEqual([whole.size, found.length, glimpsed.length], [0, 0, 64]);
    assert.equal(folder.reads.length, 64);
  });

  it('says nothing of a place with a file that takes a parser, or that cannot be read', async () => {
    const { personal, folder } = await put(2);
    folder.files.set('other.md', 'No front matter.');
    const unreachable = { ...folder, list: () => Promise.reject(new Error('EACCES')) };

    const look = await lookAtPlaces([...personal, { id: 'far', label: 'Far', folder: unreachable }]);

    assert.deepEqual(look, { whole: new Set(), found: [], glimpsed: [] });
  });
});

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
        links: [],
        history: [{ status: 'evaluating', date: '2026-01-02T00:00:00.000Z' }],
        savedAt: '2026-01-02T00:00:00.000Z',
        changedAt: '2026-01-02T00:00:00.000Z',
      },
    });
  });

  it('can be seen before all of them are read, and after that as they were until they are read anew', async () => {
    const { findings, folder, open } = setUp();
    await findings.save(dayjs, 'personal');
    await findings.save({ ...dayjs, id: 'hutool', name: 'Hutool' }, 'personal');
    let release: () => void = ignore;
    const hold = () => {
      const held = new Promise<void>(resolve => {
        release = resolve;
      });
      const read = folder.read.bind(folder);
      folder.read = async path => {
        if (path === 'hutool.md') await held;
        return read(path);
      };
    };
    hold();
    const again = open();
    const seen = () => {
      const { list, extent } = again.soFar();
      return [list.findings.map(({ finding }) => finding.id), extent];
    };

    const before = seen();
    const all = again.list();
    while (again.soFar().list.findings.length === 0) await setImmediate();
    const partly = seen();
    release();
    await all;
    const whole = seen();
    hold();
    again.reload();
    const anew = again.list();
    const stale = seen();
    release();
    await anew;

    assert.deepEqual(
      [before, partly],
      [
        [[], 'part'],
        [['dayjs'], 'part'],
      ],
    );
    assert.deepEqual(
      [whole, stale, seen()],
      [
        [['dayjs', 'hutool'], 'whole'],
        [['dayjs', 'hutool'], 'before'],
        [['dayjs', 'hutool'], 'whole'],
      ],
    );
  });

  it('of which some were glimpsed at are shown until all are read, and none of them is kept that is gone', async () => {
    const { places, findings, folder, clock } = setUp();
    await findings.save(dayjs, 'personal');
    await findings.save({ ...dayjs, id: 'hutool', name: 'Hutool' }, 'personal');
    let release: () => void = ignore;
    const held = new Promise<void>(resolve => {
      release = resolve;
    });
    const again = openFindings({
      places: () => places,
      clock,
      log: silent,
      read: async (all, sink) => {
        const { findings: some } = await findings.list();
        sink.glimpsed(some);
        await held;
        await createPlaceReader()(all, sink);
      },
    });

    await again.first();
    const { list, extent } = again.soFar();
    folder.files.delete('hutool.md');
    release();
    const whole = await again.list();

    assert.equal(extent, 'part');
    assert.deepEqual(list.findings.map(({ finding }) => finding.id).sort(), ['dayjs', 'hutool']);
    assert.deepEqual(
      whole.findings.map(({ finding }) => finding.id),
      ['dayjs'],
    );
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
      'version: 2',
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
      .replace(
        '00Z\n---',
        '00Z\nhistory:\n  - {status: candidate, date: 2026-01-01T00:00:00Z}\n  - {status: rejected, date: 2026-01-02T00:00:00.000Z}\n---',
      );
    assert.equal(folder.files.get('dayjs.md'), expected);
  });

  for (const [id, path] of [
    ['aux', 'aux-project.md'],
    ['com1', 'com1-project.md'],
    ['con.js', 'con-project.js.md'],
    ['console', 'console.md'],
  ] as const) {
    it(`have names that Windows can check out: ${id} lies in ${path}`, async () => {
      const { findings, folder } = setUp();

      await findings.save({ id, name: id }, 'personal');
      await findings.save({ id, name: id, note: 'Again.' }, 'personal');

      assert.deepEqual([...folder.files.keys()], [path]);
      assert.equal((await findings.find(id))?.finding.note, 'Again.');
    });
  }

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

  const lists: readonly (readonly [style: string, before: string, wanted: readonly string[], after: string])[] = [
    ['on one line', 'tags: [old]\n', ['new', 'a: b'], 'tags: [new, "a: b"]\n'],
    ['on lines', 'tags:\n  - old # why\n  - older\n', ['old', 'a: b'], 'tags:\n  - old # why\n  - "a: b"\n'],
    ['on lines not indented', 'tags:\n- old\n', ['old', 'new'], 'tags:\n- old\n- new\n'],
    ['of which all go', 'tags:\n  - old\n  - older\nx: 1\n', [], 'tags:\n  []\nx: 1\n'],
    ['of which all are others', 'tags:\n  - old\n# why\n  - older\n', ['new'], 'tags:\n# why\n  - new\n'],
    ['that are empty', 'tags: []\nx: 1\n', ['new'], 'tags:\n  - new\nx: 1\n'],
    ['that are nothing yet', 'tags:\nx: 1\n', ['new'], 'tags:\n  - new\nx: 1\n'],
    ['with a remark', 'tags: # none yet\n', ['new'], 'tags: [new] # none yet\n'],
  ];
  for (const [style, before, tags, after] of lists) {
    it(`change lists in the style in which they are written: ${style}`, async () => {
      const { findings, folder } = setUp();
      const text = (list: string) =>
        `---\nversion: 2\nproject: dayjs\nname: Day.js\nstatus: candidate\nsaved: 2026-01-02T00:00:00.000Z\n${list}---\n`;
      folder.files.set('a.md', text(before));

      const saved = await findings.edit({ place: 'personal', path: 'a.md' }, { tags });

      assert.equal(folder.files.get('a.md'), text(after));
      assert.deepEqual([...saved.finding.tags].sort(), [...tags].sort());
    });
  }

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
    assert.deepEqual([...new Set(folder.reads)], ['dayjs.md', 'hutool.md']);
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
      /both sides of a conflict/,
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
    ['two hundred thousand brackets', `---\na: ${'['.repeat(200_000)}\n---\n`, /too long/],
    ['brackets in brackets', `---\na: ${'['.repeat(40_000)}\n---\n`, /./],
    [
      'thousands of keys',
      `---\n${Array.from({ length: 6000 }, (_, i) => `k${i}: 1\n`).join('')}---\n`,
      /missing|wrong|long/,
    ],
    ['two megabytes', `---\n${'x'.repeat(2_000_001)}`, /too large/],
    ['no end of its front matter', `---\n${'- '.repeat(100_000)}`, /front matter/],
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

  it('of which one is hostile are read in less than two seconds of work', async () => {
    for (const [, text] of hostile) {
      const { findings, folder } = setUp();
      folder.files.set('bad.md', text);
      const before = process.cpuUsage();

      await findings.list();

      const { user, system } = process.cpuUsage(before);
      assert.ok(user + system < 2_000_000, `${text.slice(0, 30)} took ${user + system} µs`);
    }
  });

  it('move and copy between places byte for byte, and moving is undone', async () => {
    const { findings, folder, team } = setUp();
    await findings.save({ ...dayjs, note: 'kept' }, 'personal');
    const text = `${folder.files.get('dayjs.md')}\n\n  odd `;
    folder.files.set('dayjs.md', text);

    const undo = await findings.move({ place: 'personal', path: 'dayjs.md' }, 'team');
    const moved = [[...folder.files], [...team.files]];
    await undo();
    const back = [[...folder.files], [...team.files]];
    await findings.copy({ place: 'personal', path: 'dayjs.md' }, 'team');

    assert.deepEqual(moved, [[], [['dayjs.md', text]]]);
    assert.deepEqual(back, [[['dayjs.md', text]], []]);
    assert.deepEqual([folder.files.get('dayjs.md'), team.files.get('dayjs.md')], [text, text]);
  });

  it('are not moved over one that is there already', async () => {
    const { findings, folder, team } = setUp();
    await findings.save(dayjs, 'personal');
    team.files.set('dayjs.md', file('status: rejected'));
    findings.reload();

    await assert.rejects(findings.move({ place: 'personal', path: 'dayjs.md' }, 'team'), { kind: 'taken' });

    assert.equal(folder.files.size, 1);
    assert.equal(team.files.get('dayjs.md'), file('status: rejected'));
  });

  it('name the person who changed the status', async () => {
    const { clock, places } = setUp();
    const findings = openFindings({ places: () => places, clock, log: silent, author: async () => 'Ada: "L",\nB.' });
    await findings.save(dayjs, 'personal');
    clock.time += 1000;

    const { finding } = await findings.edit({ place: 'personal', path: 'dayjs.md' }, { status: 'adopted' });

    assert.deepEqual(finding.history, [
      { status: 'candidate', date: '2026-01-02T00:00:00.000Z', by: 'Ada: "L", B.' },
      { status: 'adopted', date: '2026-01-02T00:00:01.000Z', by: 'Ada: "L", B.' },
    ]);
    assert.equal(finding.changedAt, '2026-01-02T00:00:01.000Z');
  });

  it('of the first format are read, and become ones of this format when they change', async () => {
    const { findings, folder } = setUp();
    folder.files.set('a.md', file('status: candidate # new\nchanged: 2026-01-01T12:00:00Z # by hand\nteam: web'));

    const before = await findings.find('dayjs');
    await findings.edit({ place: 'personal', path: 'a.md' }, { tags: ['x'] });

    assert.equal(before?.finding.changedAt, '2026-01-01T12:00:00Z');
    assert.equal(
      folder.files.get('a.md'),
      [
        '---\nversion: 2\nproject: dayjs\nname: Day.js\ntags:\n  - x\nsaved: 2026-01-01T00:00:00Z',
        'status: candidate # new\nteam: web',
        'history:\n  - {status: candidate, date: 2026-01-01T12:00:00Z}\n---\n',
      ].join('\n'),
    );
  });

  it('of a place that cannot be read do not hide the others', async () => {
    const { clock, places, findings: first } = setUp();
    await first.save(dayjs, 'personal');
    const broken = { ...memoryFolder(), list: () => Promise.reject(new Error('EACCES: permission denied')) };
    const all = [...places, { id: 'closed', label: 'Closed', folder: broken }];
    const findings = openFindings({ places: () => all, clock, log: silent });

    const { findings: saved, unread } = await findings.list();

    assert.equal(saved.length, 1);
    assert.deepEqual(unread, [
      {
        place: 'closed',
        path: '',
        kind: 'unreachable',
        ...told('The folder "{0}" cannot be read: {1}', 'Closed', 'EACCES: permission denied'),
      },
    ]);
  });

  it('in a repository are told from its other Markdown files', async () => {
    const { findings, team } = setUp();
    team.files.set('README.md', '# Ours');
    team.files.set('readme.md', '# Ours');
    team.files.set('docs/CHANGELOG.md', '# Ours');
    team.files.set('findings/dayjs.md', file('status: adopted'));

    const { findings: saved, unread } = await findings.list();

    assert.deepEqual([saved.map(({ path }) => path), unread], [['findings/dayjs.md'], []]);
  });

  it('that cannot be written say why', async () => {
    const { clock, folder } = setUp();
    const full = { ...folder, write: () => Promise.reject(new Error('ENOSPC: no space left on device')) };
    const places = [{ id: 'personal', label: 'Personal', folder: full }];
    const findings = openFindings({ places: () => places, clock, log: silent });

    await assert.rejects(findings.save(dayjs, 'personal'), { kind: 'not-written', message: /no space left/ });

    assert.deepEqual((await findings.list()).findings, []);
  });

  it('need a place that is still there', async () => {
    const { findings } = setUp();

    await assert.rejects(findings.save(dayjs, 'closed-folder'), { name: 'FindingError', kind: 'no-place' });
  });
});

function file(fields: string, project = 'dayjs'): string {
  return `---\nversion: 1\nproject: ${project}\nname: Day.js\nsaved: 2026-01-01T00:00:00Z\n${fields}\n---\n`;
}
