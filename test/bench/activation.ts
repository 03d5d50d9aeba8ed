import { openWorkbench } from '../support/workbench/open-workbench.ts';

/**
 * How long the extension takes to load and start, in ms, each time in a new extension host, as VS Code itself measures
 * it for `Developer: Show Running Extensions`.
 */
export async function activationTimes(runs: number): Promise<readonly number[]> {
  const workbench = await openWorkbench();
  try {
    const values: number[] = [];
    for (let round = 0; round < runs; round += 1) {
      await workbench.command('Developer: Show Running Extensions');
      const row = workbench.page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: 'gitee-scout' });
      const words = row.getByText(/Activation: \d+ms/).first();
      await words.waitFor();
      values.push(Number(/(\d+)ms/.exec((await words.textContent()) ?? '')?.[1]));
      await workbench.quickInput.cancel();
      await workbench.reload();
    }
    return values;
  } finally {
    await workbench.close();
  }
}
