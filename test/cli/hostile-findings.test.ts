import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runCli } from './run-cli.ts';

/** Everything but line ends and tabs that a terminal obeys. */
const control = /(?![\r\n\t])\p{Cc}/u;
const name = String.raw`"Good \e]0;owned\a \e[2J \x9b31m name"`;

describe('findings with signs that drive a terminal', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'gitee-scout-hostile-'));
    const findings = path.join(folder, '.gitee-scout/findings');
    await mkdir(findings, { recursive: true });
    const text = (more: string) =>
      `---\nversion: 2\nproject: evil\nstatus: adopted\nname: ${name}\nhomes:\n  - gitee:evil/one\nlicense: MIT\nsaved: 2026-01-01T00:00:00Z\n${more}---\n\nNote \u001b[31m\u009b31m.\n`;
    await writeFile(path.join(findings, 'evil.md'), text(''));
    await writeFile(path.join(findings, 'damaged.md'), text('status: "\u001b[2J'));
    await writeFile(path.join(folder, 'package.json'), '{ "dependencies": { "a\u009b31m": "^1" } }');
  });
  after(() => rm(folder, { recursive: true }));

  for (const format of ['markdown', 'csv', 'html', 'sarif', 'cyclonedx', 'evidence']) {
    it(`are told without them in a report as ${format}`, async () => {
      const parameters = ['--format', format, ...(format === 'evidence' ? ['--offline'] : [])];

      const { code, out, err } = await runCli(['report', folder, '--of', 'findings', ...parameters]);

      assert.equal(code, 0, err);
      assert.ok(format === 'sarif' || out.includes(format === 'evidence' ? 'evil' : 'Good '), out);
      assert.doesNotMatch(out, control);
      assert.match(err, /damaged\.md/);
      assert.doesNotMatch(err, control);
    });
  }

  it('do no harm as JSON, and come back as they are', async () => {
    const { out } = await runCli(['scan', folder, '--json']);

    assert.doesNotMatch(out, control);
    assert.equal(JSON.parse(out).manifests[0].dependencies[0].name, 'a\u009b31m');
  });
});
