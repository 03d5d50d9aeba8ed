import assert from 'node:assert/strict';
import { keepFailures } from '../support/workbench/keep-failures.ts';
import { type OpenWorkbench, openWorkbench } from '../support/workbench/open-workbench.ts';

describe('in Restricted Mode', () => {
  let workbench: OpenWorkbench;
  keepFailures(() => workbench);

  before(async () => {
    workbench = await openWorkbench({ restricted: true, theme: 'dark' });
  });

  after(() => workbench?.close());

  it('suggestions stand in the manifest of a folder that nobody trusts', async () => {
    await workbench.statusBarItem('Restricted Mode').waitFor();
    await workbench.openFile('package.json');

    assert.match(await workbench.editor.annotationBehind('"moment"'), /Day\.js/);
  });

  it('the views work, too', async () => {
    await workbench.openContainer();

    await workbench.row('Suggestions', 'admin').waitFor();
    await workbench.screenshot('restricted-dark');
  });
});
