import type { OpenWorkbench } from './open-workbench.ts';

/** Compares `moment` of the sample workspace with what could stand in its place, until a row of the table is there. */
export async function compareMoment(workbench: OpenWorkbench, row: RegExp): Promise<void> {
  await workbench.openFile('package.json');
  await workbench.editor.annotationBehind('"moment"');
  await workbench.editor.clickBehind('"moment');
  await workbench.command('Gitee Scout: Compare with Alternatives');
  await workbench.webview().getByRole('rowheader', { name: row }).waitFor();
}
