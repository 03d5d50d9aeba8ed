import assert from 'node:assert/strict';
import { engineFromEnvironment, environmentHelp } from '../../../src/core/translation/index.ts';
import { collect, silentLog } from './hosts.ts';

const libretranslate = { GITEE_SCOUT_LIBRETRANSLATE_URL: 'http://127.0.0.1:5000' };
const openai = { GITEE_SCOUT_OPENAI_URL: 'http://127.0.0.1:11434/v1', GITEE_SCOUT_OPENAI_MODEL: 'qwen3' };

describe('engines out of environment variables', () => {
  const table = [
    [libretranslate, undefined, 'libretranslate', '127.0.0.1:5000'],
    [openai, undefined, 'openai', '127.0.0.1:11434'],
    [{ ...openai, ...libretranslate }, 'openai', 'openai', '127.0.0.1:11434'],
    [{ GITEE_SCOUT_DEEPL_KEY: 'x:fx' }, 'deepl', 'deepl', 'api-free.deepl.com'],
    [{ GITEE_SCOUT_DEEPL_KEY: 'x' }, undefined, 'deepl', 'api.deepl.com'],
    [{ GITEE_SCOUT_DEEPL_URL: 'http://localhost:1188' }, 'deepl', 'deepl', 'localhost:1188'],
  ] as const;
  for (const [environment, id, engine, destination] of table) {
    it(`makes ${engine} of ${Object.keys(environment).join(', ')}`, () => {
      const made = engineFromEnvironment(environment, id);

      assert.equal(made?.id, engine);
      assert.equal(made?.destination, destination);
    });
  }

  it('makes the on-device engine of a folder with a model, where its program is', async () => {
    const bergamot = { program: '/nowhere', log: silentLog };
    const environment = { GITEE_SCOUT_BERGAMOT_MODEL: '/nowhere/model' };

    const engine = engineFromEnvironment(environment, 'bergamot', { bergamot });

    assert.equal(engine?.destination, 'this device');
    await assert.rejects(collect(engine.translate({ segments: ['好'], format: 'text', from: 'zh', to: 'en' })), {
      kind: 'not-ready',
      message: /no translation model in \/nowhere\/model/,
    });
    assert.equal(engineFromEnvironment(environment, 'bergamot'), undefined);
  });

  it('makes none where something is missing or no address, and says what', () => {
    assert.equal(engineFromEnvironment({}), undefined);
    assert.equal(engineFromEnvironment(libretranslate, 'deepl'), undefined);
    assert.equal(engineFromEnvironment({ GITEE_SCOUT_OPENAI_URL: 'http://x' }, 'openai'), undefined);
    assert.equal(engineFromEnvironment({ GITEE_SCOUT_LIBRETRANSLATE_URL: 'file:///etc/passwd' }), undefined);
    assert.equal(engineFromEnvironment(libretranslate, 'constructor'), undefined);
    assert.match(environmentHelp('openai'), /GITEE_SCOUT_OPENAI_URL .* and GITEE_SCOUT_OPENAI_MODEL/);
    assert.match(environmentHelp(), /GITEE_SCOUT_LIBRETRANSLATE_URL/);
  });
});
