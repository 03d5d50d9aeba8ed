import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { createLifetime } from '../support/vscode/lifetime.ts';
import { keepFailures } from '../support/workbench/keep-failures.ts';
import { type OpenWorkbench, openWorkbench } from '../support/workbench/open-workbench.ts';

const Sarif = z.object({
  runs: z.array(
    z.object({
      properties: z.object({ policies: z.array(z.string()) }),
      results: z.array(
        z.object({
          level: z.string(),
          locations: z.array(
            z.object({ physicalLocation: z.object({ artifactLocation: z.object({ uri: z.string() }) }) }),
          ),
        }),
      ),
    }),
  ),
});

describe('a report of several folders, each with its own policy', () => {
  const lifetime = createLifetime();
  let workbench: OpenWorkbench;
  let top: string;
  keepFailures(() => workbench);

  before(async () => {
    top = lifetime.folder('company');
    const write = async (file: string, text: string) => {
      await mkdir(path.dirname(path.join(top, file)), { recursive: true });
      await writeFile(path.join(top, file), text);
    };
    for (const folder of ['shop', 'shop/apps/web', 'service']) {
      await write(`${folder}/package.json`, '{ "dependencies": { "antd": "^5" } }');
    }
    await write('shop/.gitee-scout/policy.yaml', 'review: [MIT]\notherwise: allowed\n');
    await write('shop/apps/web/.gitee-scout/policy.yaml', 'denied: [MIT]\notherwise: allowed\n');
    await write(
      'company.code-workspace',
      JSON.stringify({ folders: [{ path: 'shop' }, { path: 'service', name: 'Back End' }] }),
    );
    workbench = await openWorkbench({ workspace: path.join(top, 'company.code-workspace') });
  });

  after(async () => {
    await workbench?.close();
    lifetime.end();
  });

  it('holds each manifest against the policies of the folders above it', async () => {
    const file = path.join(top, 'shop/gitee-scout-report.sarif');
    await workbench.command('Gitee Scout: Create Report...');
    await workbench.quickInput.row('Manifests, suggestions, policy').locator('.label-name').first().click();
    await workbench.quickInput.choose('SARIF 2.1.0');
    // The dialog takes no answer before it has listed the folder.
    await workbench.quickInput.row('package.json').waitFor();
    await workbench.page.locator('.quick-input-widget').getByText('OK', { exact: true }).click();
    await until(() => existsSync(file), 'the report');

    const { runs } = Sarif.parse(JSON.parse(await readFile(file, 'utf8')));
    const against = runs.flatMap(({ results }) =>
      results
        .filter(({ level }) => level !== 'note')
        .map(({ level, locations: [at] }) => [at?.physicalLocation.artifactLocation.uri, level]),
    );
    assert.deepEqual(Object.fromEntries(against), {
      'shop/package.json': 'warning',
      'shop/apps/web/package.json': 'error',
    });
    assert.equal(against.length, 2);
    assert.equal(runs[0]?.properties.policies.length, 2);
    await workbench.notification('The report is in gitee-scout-report.sarif.');
    await workbench.picture('report-of-several-folders');
  });
});

/** Waits until something holds, for at most thirty seconds. */
async function until(holds: () => boolean, what: string): Promise<void> {
  for (let turn = 0; turn < 300; turn += 1) {
    if (holds()) return;
    await sleep(100);
  }
  assert.fail(`waited in vain for: ${what}`);
}
