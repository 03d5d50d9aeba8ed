import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { assistantTools } from '../../../src/core/assistant/index.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const Manifest = z.object({
  contributes: z.object({
    languageModelTools: z.array(
      z.object({ name: z.string(), modelDescription: z.string(), inputSchema: z.record(z.string(), z.unknown()) }),
    ),
    chatSkills: z.array(z.object({ path: z.string() })),
  }),
});
const never = () => Promise.reject(new Error('not asked for'));
const tools = assistantTools({
  scout: { catalog: never, gitee: never, search: never, projects: never },
  ignored: async () => [],
  findings: async () => [],
  readFinding: never,
});

async function manifest() {
  return Manifest.parse(JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'))).contributes;
}

describe('the tools for assistants', () => {
  it('are declared to VS Code with the same names, descriptions and schemas', async () => {
    const { languageModelTools } = await manifest();

    const expected = tools.map(({ name, description, input }) => {
      const { $schema: _, additionalProperties: __, ...inputSchema } = z.toJSONSchema(input, { io: 'input' });
      return { name: `giteeScout_${name}`, modelDescription: description, inputSchema };
    });
    assert.deepEqual(languageModelTools, expected);
  });

  it('say in their description when something leaves this machine', () => {
    for (const { name, description, asksNetwork } of tools) {
      assert.equal(/\bGitee\b/.test(description) && asksNetwork, asksNetwork, name);
    }
  });

  it('refuse an input that does not fit before anything is asked', async () => {
    for (const tool of tools) {
      if (tool.name === 'list_findings') continue;
      await assert.rejects(tool.call({}), { name: 'ZodError' }, tool.name);
    }
  });

  it('come with a skill that names tools that exist', async () => {
    const { chatSkills } = await manifest();

    for (const { path: file } of chatSkills) {
      const text = await readFile(path.join(root, file), 'utf8');
      const named = [...text.matchAll(/`([a-z]+_[a-z_]+)`/g)].map(([, name]) => name);
      assert.ok(named.length > 3);
      assert.deepEqual(
        named.filter(name => !tools.some(tool => tool.name === name)),
        [],
      );
      // The rule of the format: the name is that of the folder.
      assert.equal(/^name: (.+)$/m.exec(text)?.[1], path.basename(path.dirname(file)));
    }
  });
});
