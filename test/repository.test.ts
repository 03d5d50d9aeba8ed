import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { load } from 'js-yaml';
import { z } from 'zod';
import { root } from './support/vscode/folders.ts';

const Step = z.object({
  uses: z.string().optional(),
  run: z.string().optional(),
  'working-directory': z.string().optional(),
});
const Permissions = z.record(z.string(), z.string());
const Workflow = z.object({
  permissions: Permissions,
  jobs: z.record(
    z.string(),
    z.object({
      permissions: Permissions.optional(),
      'timeout-minutes': z.number(),
      environment: z.string().optional(),
      steps: z.array(Step),
    }),
  ),
});
const Manifest = z.object({ scripts: z.record(z.string(), z.string()) });

async function text(file: string): Promise<string> {
  return readFile(path.join(root, file), 'utf8');
}

describe('the workflows', () => {
  for (const name of ['ci.yml', 'release.yml']) {
    describe(name, () => {
      const file = `.github/workflows/${name}`;
      const read = async () => Workflow.parse(load(await text(file)));

      it('pin every action by hash and say which version it is', async () => {
        const uses = (await text(file)).split('\n').filter(line => /\buses:/.test(line));

        assert.ok(uses.length > 1);
        assert.deepEqual(
          uses.filter(line => !/uses: [\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line)),
          [],
        );
      });

      it('give no job more rights than to read, but the one that writes the release', async () => {
        const { permissions, jobs } = await read();

        const writing = Object.entries(jobs).filter(([, job]) =>
          Object.values({ ...permissions, ...job.permissions }).includes('write'),
        );
        assert.deepEqual(
          writing.map(([job]) => job),
          name === 'release.yml' ? ['release'] : [],
        );
      });

      it('end every job that hangs', async () => {
        const { jobs } = await read();

        assert.deepEqual(
          Object.values(jobs).filter(job => job['timeout-minutes'] > 30),
          [],
        );
      });

      it('put nothing that others write into a command', async () => {
        const { jobs } = await read();

        const commands = Object.values(jobs).flatMap(job => job.steps.flatMap(step => step.run ?? []));
        assert.deepEqual(
          commands.filter(command => command.includes('${{')),
          [],
        );
      });

      it('run scripts that exist', async () => {
        const [{ jobs }, { scripts }] = await Promise.all([
          read(),
          text('package.json').then(json => Manifest.parse(JSON.parse(json))),
        ]);

        const named = Object.values(jobs).flatMap(job =>
          job.steps.flatMap(step => /npm run ([\w:-]+)/.exec(step.run ?? '')?.[1] ?? []),
        );
        assert.ok(named.length > 0);
        assert.deepEqual(
          named.filter(script => scripts[script] === undefined),
          [],
        );
      });
    });
  }

  it('publish the same file to both registries, with secrets of the release environment only', async () => {
    const release = Workflow.parse(load(await text('.github/workflows/release.yml')));

    const publishing = Object.values(release.jobs).filter(job =>
      job.steps.some(step => /\b(vsce|ovsx) publish/.test(step.run ?? '')),
    );
    assert.equal(publishing.length, 2);
    for (const job of publishing) {
      assert.equal(job.environment, 'release');
      assert.ok(job.steps.some(step => step.uses?.startsWith('actions/download-artifact@')));
      assert.ok(!job.steps.some(step => /npm run (package|build)/.test(step.run ?? '')));
    }
  });
});

describe('the lock files', () => {
  it('name no address, so that each registry serves them', async () => {
    const files = ['package-lock.json', '.github/release/package-lock.json'];

    for (const file of files) assert.doesNotMatch(await text(file), /"resolved": "http/, file);
  });
});

describe('the issue forms', () => {
  it('are forms that can be filled in', async () => {
    const Form = z.object({
      name: z.string(),
      description: z.string(),
      body: z.array(z.object({ type: z.enum(['markdown', 'input', 'textarea']), id: z.string().optional() })),
    });
    const names = (await readdir(path.join(root, '.github/ISSUE_TEMPLATE'))).filter(name => name !== 'config.yml');

    assert.ok(names.includes('add-project.yml'));
    for (const name of names) {
      const { body } = Form.parse(load(await text(`.github/ISSUE_TEMPLATE/${name}`)));
      const ids = body.flatMap(({ type, id }) => (type === 'markdown' ? [] : [id]));
      assert.equal(new Set(ids).size, ids.length);
      assert.ok(!ids.includes(undefined));
    }
  });
});

describe('the documents for contributors', () => {
  it('link to files that exist and name scripts that exist', async () => {
    const { scripts } = Manifest.parse(JSON.parse(await text('package.json')));
    const documents = await documentsIn(['.', '.github', 'src/core/catalog/data']);

    assert.ok(documents.length >= 4);
    for (const document of documents) {
      const content = await text(document);
      for (const [, target = ''] of content.matchAll(/\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g)) {
        await assert.doesNotReject(
          readdirOrRead(path.join(root, path.dirname(document), target)),
          `${document}: ${target}`,
        );
      }
      for (const [, script = ''] of content.matchAll(/npm run ([\w:-]+)/g)) {
        assert.ok(scripts[script] !== undefined, `${document}: npm run ${script}`);
      }
    }
  });
});

async function documentsIn(folders: readonly string[]): Promise<readonly string[]> {
  const listed = await Promise.all(
    folders.map(async folder => (await readdir(path.join(root, folder))).map(name => path.posix.join(folder, name))),
  );
  return listed.flat().filter(name => name.endsWith('.md'));
}

async function readdirOrRead(target: string): Promise<unknown> {
  return readdir(target).catch(() => readFile(target));
}
