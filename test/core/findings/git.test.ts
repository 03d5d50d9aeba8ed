import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { openNodeFolder } from '../../../src/cli/node-folder.ts';
import { type Findings, openFindings } from '../../../src/core/findings/index.ts';

const ignore = () => undefined;
const log = { trace: ignore, debug: ignore, info: ignore, warn: ignore, error: ignore };

/** A person with a clone of the company's repository. */
interface Person {
  readonly findings: Findings;
  readonly file: string;
  git(...words: string[]): Promise<string>;
  /** Commits everything and brings it to the others; `false` when Git finds a conflict. */
  share(): Promise<boolean>;
}

const dayjs = { id: 'dayjs', name: 'Day.js', license: 'MIT', replaces: ['pkg:npm/moment'] };
const location = { place: 'team', path: 'dayjs.md' };

describe('findings that two people share through Git', () => {
  let root: string;
  let ada: Person;
  let bob: Person;

  beforeEach(async () => {
    root = await mkdtemp(path.join(os.tmpdir(), 'shared-findings-'));
    await git(root, 'init', '--quiet', '--bare', '--initial-branch=main', 'company.git');
    ada = await join('ada');
    await ada.findings.save(dayjs, 'team');
    await ada.share();
    bob = await join('bob');
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  async function join(name: string): Promise<Person> {
    await git(root, 'clone', '--quiet', 'company.git', name);
    const folder = path.join(root, name);
    const run = (...words: string[]) =>
      git(folder, '-c', `user.name=${name}`, '-c', `user.email=${name}@x.test`, ...words);
    const places = [{ id: 'team', label: 'Team', folder: openNodeFolder(folder) }];
    let time = Date.UTC(2026, 0, 2);
    const clock = { now: () => (time += 1000) };
    return {
      findings: openFindings({ places: () => places, clock, log, author: async () => name }),
      file: path.join(folder, 'dayjs.md'),
      git: run,
      share: async () => {
        await run('add', '--all');
        await run('commit', '--quiet', '--message', `By ${name}`);
        try {
          await run('pull', '--quiet', '--no-rebase', '--no-edit', 'origin', 'main').catch(async (error: unknown) => {
            // Nothing to pull from an empty repository.
            if (!String(error).includes("couldn't find remote ref")) throw error;
          });
        } catch {
          return false;
        }
        await run('push', '--quiet', 'origin', 'main');
        return true;
      },
    };
  }

  it('come through a round trip as they were written', async () => {
    assert.equal(await readFile(bob.file, 'utf8'), await readFile(ada.file, 'utf8'));
    assert.equal((await bob.findings.find('dayjs'))?.finding.history[0]?.by, 'ada');
  });

  const edits: readonly (readonly [string, (findings: Findings) => Promise<unknown>])[] = [
    ['the status', findings => findings.edit(location, { status: 'adopted' })],
    ['the note', findings => findings.edit(location, { note: 'Works in the shop.' })],
    ['the tags', findings => findings.edit(location, { tags: ['date', 'web'] })],
    ['the packages', findings => findings.save({ ...dayjs, replaces: ['pkg:npm/luxon'] }, 'team')],
    ['the links', findings => findings.edit(location, { links: ['https://wiki.example/dates'] })],
    ['the date of review', findings => findings.edit(location, { review: '2026-06-01' })],
  ];
  it('merge whichever two different things two people change', async () => {
    const base = await readFile(ada.file, 'utf8');
    for (const [index, [one, first]] of edits.entries()) {
      for (const [other, second] of edits.slice(index + 1)) {
        const versions: string[] = [];
        for (const change of [first, second]) {
          await writeFile(ada.file, base);
          ada.findings.reload();
          await change(ada.findings);
          versions.push(await readFile(ada.file, 'utf8'));
        }
        const [ours = '', theirs = ''] = versions;
        const files = { 'ours.md': ours, 'base.md': base, 'theirs.md': theirs };
        for (const [name, text] of Object.entries(files)) await writeFile(path.join(root, name), text);

        // Ends with an error when there is a conflict.
        const merged = await git(root, 'merge-file', '--stdout', 'ours.md', 'base.md', 'theirs.md');

        await writeFile(ada.file, merged);
        ada.findings.reload();
        const before = await ada.findings.find('dayjs');
        await first(ada.findings);
        await second(ada.findings);
        // Both changes are in the merged file already: making them again changes nothing.
        assert.deepEqual(await ada.findings.find('dayjs'), before, `${one} and ${other}`);
      }
    }
  });

  it('merge in two clones', async () => {
    await ada.findings.edit(location, { status: 'adopted' });
    await bob.findings.edit(location, { tags: ['date'], note: 'Bob was here.' });

    assert.equal(await ada.share(), true);
    assert.equal(await bob.share(), true);

    bob.findings.reload();
    const { findings, unread } = await bob.findings.list();
    assert.deepEqual(unread, []);
    const { status, tags, note } = findings[0]?.finding ?? {};
    assert.deepEqual([status, tags, note], ['adopted', ['date'], 'Bob was here.']);
  });

  it('keep both sides of a conflict until somebody chooses', async () => {
    await ada.findings.edit(location, { status: 'adopted' });
    await bob.findings.edit(location, { status: 'rejected' });
    await ada.share();

    assert.equal(await bob.share(), false);

    bob.findings.reload();
    const conflicted = await readFile(bob.file, 'utf8');
    const { findings, unread } = await bob.findings.list();
    assert.deepEqual([findings, unread.map(({ kind }) => kind)], [[], ['conflict']]);
    await assert.rejects(bob.findings.edit(location, { note: 'mine' }), { kind: 'unreadable' });
    assert.equal(await readFile(bob.file, 'utf8'), conflicted);

    await bob.git('checkout', '--theirs', 'dayjs.md');
    bob.findings.reload();
    assert.equal((await bob.findings.find('dayjs'))?.finding.status, 'adopted');
  });

  it('change as they are on disk, not as they were when they were listed', async () => {
    await bob.findings.list();
    await ada.findings.edit(location, { status: 'adopted', note: 'Ada was here.' });
    await ada.share();
    await bob.git('pull', '--quiet', 'origin', 'main');

    await bob.findings.edit(location, { tags: ['date'] });

    const text = await readFile(bob.file, 'utf8');
    assert.match(text, /status: adopted[\s\S]*- date[\s\S]*Ada was here\./);
  });

  it('that a person types in stay as typed where we change something else', async () => {
    const typed = (await readFile(ada.file, 'utf8')).replace(
      'name: Day.js',
      'name:  "Day.js" # ours\nowner: {team: web}',
    );
    await writeFile(ada.file, typed);

    await ada.findings.edit(location, { tags: ['date'] });

    assert.equal(await readFile(ada.file, 'utf8'), typed.replace('tags: []', 'tags:\n  - date'));
  });
});

async function git(folder: string, ...words: string[]): Promise<string> {
  const environment = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
  const { stdout } = await promisify(execFile)('git', words, { cwd: folder, env: environment });
  return stdout;
}
