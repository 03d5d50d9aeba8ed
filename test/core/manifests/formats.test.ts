import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { formatOf, formats, readManifest } from '../../../src/core/manifests/index.ts';
import { assertExact } from './reading.ts';

/** A path that a glob stands for. */
function sample(glob: string): string {
  return `some/folder/${glob.replaceAll('*', 'x')}`;
}

describe('the formats', () => {
  for (const format of formats) {
    it(`are well described: ${format.id}`, () => {
      assert.equal(formats.filter(({ id }) => id === format.id).length, 1);
      assert.ok(format.patterns.length > 0);
      for (const glob of format.patterns) {
        const found = formatOf(sample(glob));
        assert.ok(found, glob);
        // A name that fits two formats goes to the one that is listed first.
        assert.ok(formats.indexOf(found) <= formats.indexOf(format), glob);
      }
    });

    it(`read an empty text and noise: ${format.id}`, () => {
      for (const text of [
        '',
        '\uFEFF',
        '\n',
        '\r\n\t',
        '\0',
        '{',
        '[',
        '<',
        '"',
        "'''",
        '}\n]',
        '🚀'.repeat(10),
        'a'.repeat(1000),
      ]) {
        const manifest = format.parse(text);
        assert.equal(manifest.type, format.id);
        assert.equal(manifest.ecosystem, format.ecosystem);
        assertExact(text, manifest);
      }
    });
  }

  it('are found by the name or the end of the path alone', () => {
    const expected: Readonly<Record<string, string | undefined>> = {
      'package.json': 'package.json',
      'a/b/package.json': 'package.json',
      'a/package.json/x': undefined,
      'xpackage.json': undefined,
      'package-lock.json': undefined,
      'Packages/manifest.json': 'Packages/manifest.json',
      'manifest.json': undefined,
      '.github/workflows/ci.yml': 'github-workflow',
      'src/A.csproj': 'csproj',
      'chart/values.yaml': 'values.yaml',
      'docker-compose.yml': 'compose.yaml',
      'gradle/libs.versions.toml': 'libs.versions.toml',
      'requirements/dev.txt': 'requirements.txt',
      'notes.txt': undefined,
      README: undefined,
      '': undefined,
    };

    for (const [file, id] of Object.entries(expected)) assert.equal(formatOf(file)?.id, id, file);
  });

  it('are those that the setting for further patterns offers', async () => {
    const { contributes } = JSON.parse(await readFile(path.join(import.meta.dirname, '../../../package.json'), 'utf8'));
    const settings = Object.assign(
      {},
      ...contributes.configuration.map(({ properties }: { properties: object }) => properties),
    );

    assert.deepEqual(
      settings['giteeScout.manifestPatterns'].additionalProperties.enum,
      formats.map(({ id }) => id),
    );
  });

  it('can be chosen by id, whatever the name of the file', () => {
    assert.deepEqual(
      readManifest('deps/base.txt', 'requests==2\n', 'requirements.txt')?.dependencies.map(({ name }) => name),
      ['requests'],
    );
    assert.equal(readManifest('deps/base.txt', 'requests==2\n', 'no such format'), undefined);
  });

  it('give nothing for a path that is no manifest', () => {
    assert.equal(readManifest('README.md', '{"dependencies":{"a":"1"}}'), undefined);
  });
});
