import assert from 'node:assert/strict';
import type { LicenseEvidence, Outcome } from '../../../src/core/model.ts';
import { createProjects, type ProjectHost } from '../../../src/core/projects/index.ts';
import { noon, silent } from './setting.ts';

function found<T>(value: T): Outcome<T> {
  return { kind: 'found', value, age: 0, stale: false };
}

const missing = { kind: 'not-found', message: 'There is none.' } as const;

/** A host with these files, which writes down what it is asked for. */
function hostOf(files: Readonly<Record<string, string>>) {
  const asked: string[] = [];
  const entries = (folder: string) =>
    [...new Set(Object.keys(files).flatMap(path => below(path, folder)))].map(name => ({
      name: name.replace(/\/$/, ''),
      path: name,
      type: name.endsWith('/') ? ('dir' as const) : ('file' as const),
      size: null,
    }));
  const host: ProjectHost = {
    repository: async () => missing,
    directory: async (_path, folder) => found(entries(folder)),
    file: async (_path, file) => {
      asked.push(file);
      const text = files[file];
      return text === undefined
        ? missing
        : found({ path: file, text, size: text.length, sha: `sha-${file}`, url: null });
    },
    readme: async () => missing,
    releases: async () => missing,
    activity: async () => missing,
    contributors: async () => missing,
  };
  return { host, asked };
}

function below(path: string, folder: string): readonly string[] {
  const rest = folder === '' ? path : path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : '';
  if (rest === '') return [];
  const [name = '', ...more] = rest.split('/');
  return [more.length > 0 ? `${name}/` : name];
}

async function open(files: Readonly<Record<string, string>>, thorough: boolean) {
  const { host, asked } = hostOf(files);
  const projects = createProjects({
    catalog: { project: () => undefined, byHome: () => undefined },
    gitee: host,
    licenses: {
      identify: text => ({ expression: text, matches: [], additions: [], confidence: 'high' }),
      combine: (evidence: readonly LicenseEvidence[]) => ({
        expression: evidence.map(({ expression }) => expression).join(' + ') || 'NOASSERTION',
        confidence: 'high',
      }),
      inReadme: () => undefined,
    },
    clock: { now: () => noon },
    log: silent,
  });
  const page = await projects.open({ host: 'gitee', path: 'a/b' }, { thorough });
  assert.ok(page.license.kind === 'found');
  return { license: page.license.value, asked: asked.filter(name => !/readme/i.test(name)), projects, page };
}

const whole = {
  LICENSE: 'MIT',
  'LICENSE.MulanPSL2': 'MulanPSL-2.0',
  'check-license.js': 'code',
  NOTICE: 'Apache-2.0 AND LicenseRef-additional-terms',
  'package.json': '{ "license": "MIT OR MulanPSL-2.0" }',
  'LICENSES/CC0-1.0.txt': 'CC0-1.0',
  'SECURITY.md': 'Write to us.',
};

describe('the places that speak of a license', () => {
  it('are the license files of the root, as long as nobody wants more', async () => {
    const { asked } = await open(whole, false);

    assert.deepEqual(asked, ['LICENSE', 'LICENSE.MulanPSL2']);
  });

  it('are all of them for an evidence file, each with the id of what was read', async () => {
    const { license, asked } = await open(whole, true);

    assert.deepEqual([...asked].sort(), [
      'LICENSE',
      'LICENSE.MulanPSL2',
      'LICENSES/CC0-1.0.txt',
      'NOTICE',
      'package.json',
    ]);
    const byPlace = new Map(license.evidence.map(each => [each.place, each]));
    assert.equal(byPlace.get('package.json')?.expression, 'MIT OR MulanPSL-2.0');
    assert.equal(byPlace.get('NOTICE')?.confidence, 'low');
    assert.equal(byPlace.get('LICENSES/CC0-1.0.txt')?.revision, 'sha-LICENSES/CC0-1.0.txt');
  });

  it('include LICENSES/ where the root has no license file', async () => {
    const { license } = await open({ 'LICENSES/GPL-3.0-or-later.txt': 'GPL-3.0-only', 'README.md': '' }, false);

    assert.deepEqual(
      license.evidence.map(({ place }) => place),
      ['LICENSES/GPL-3.0-or-later.txt'],
    );
  });

  for (const name of [
    '许可证',
    '许可协议.txt',
    '开源协议.md',
    'MIT-LICENSE.txt',
    'UNLICENSE',
    'COPYING.LESSER',
    'LICENCE.md',
  ]) {
    it(`include ${name}`, async () => {
      assert.deepEqual((await open({ [name]: 'MIT' }, false)).asked, [name]);
    });
  }

  it('are told as unread when there are too many for a page', async () => {
    const many = Object.fromEntries(
      ['LICENSE', 'LICENSE-A', 'LICENSE-B', 'LICENSE-C', 'LICENSE-D'].map(name => [name, 'MIT']),
    );

    const { license, asked } = await open(many, false);

    assert.equal(asked.length, 4);
    assert.deepEqual(
      license.unread.map(({ place }) => place),
      ['LICENSE-D'],
    );
  });

  it('are listed beside the file on how to report a vulnerability', async () => {
    const [withFile, without] = await Promise.all([open(whole, false), open({ LICENSE: 'MIT' }, false)]);

    const [found, none] = await Promise.all([
      withFile.projects.security(withFile.page),
      without.projects.security(without.page),
    ]);

    assert.ok(found.kind === 'found');
    assert.equal(found.value.path, 'SECURITY.md');
    assert.equal(none.kind, 'none');
  });
});
