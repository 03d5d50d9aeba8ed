import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createLifetime } from '../support/vscode/lifetime.ts';
import { keepFailures, stepByStep } from '../support/workbench/keep-failures.ts';
import { type OpenWorkbench, openWorkbench } from '../support/workbench/open-workbench.ts';

/** One package of each kind: by account, by a domain in its name, by an account on Gitee in its name, and one of a project. */
const pom = `<project>
  <dependencies>
    <dependency><groupId>cn.example.tools</groupId><artifactId>holder-of-domain</artifactId><version>1.0</version></dependency>
    <dependency><groupId>io.gitee.someone</groupId><artifactId>holder-of-account</artifactId><version>1.0</version></dependency>
    <dependency><groupId>cn.hutool</groupId><artifactId>hutool-all</artifactId><version>5.8.26</version></dependency>
  </dependencies>
</project>
`;
const gomod = 'module shop\n\ngo 1.23\n\nrequire github.com/bytedance/no-such-module v1.0.0\n';

for (const theme of ['light', 'dark'] as const) {
  describe(`a package that is known by its publisher alone (${theme})`, () => {
    stepByStep();
    const lifetime = createLifetime();
    let workbench: OpenWorkbench;
    keepFailures(() => workbench);

    before(async () => {
      const workspace = lifetime.folder('published');
      await mkdir(workspace, { recursive: true });
      await writeFile(path.join(workspace, 'pom.xml'), pom);
      await writeFile(path.join(workspace, 'go.mod'), gomod);
      workbench = await openWorkbench({ workspace, theme });
      await workbench.openContainer();
      await workbench.row('Suggestions', /^go\.mod/).waitFor();
    });

    after(async () => {
      await workbench?.close();
      lifetime.end();
    });

    it('has a note that names the publisher, and claims no home on Gitee', async () => {
      await workbench.openFile('go.mod');

      const note = await workbench.editor.annotationBehind('no-such-module');

      assert.match(note, /published from China: ByteDance/);
    });

    it('has a hover that says who publishes it, and asks nothing of Gitee until somebody clicks', async () => {
      const hover = await workbench.editor.hover('no-such-module', 'Published by ByteDance (China).');

      await hover.getByText('has no entry for this project').waitFor();
      await hover.getByRole('link', { name: 'github.com/bytedance', exact: true }).waitFor();
      await hover.getByRole('link', { name: /^Look Up .*no-such-module on Gitee/ }).waitFor();
      assert.doesNotMatch((await hover.textContent()) ?? '', /gitee\.com/);
      await workbench.picture(`publisher-hover-${theme}`);
      await workbench.moveMouseAway();
    });

    it('is a line of the view that says so', async () => {
      await workbench.row('Suggestions', /^go\.mod/).click();
      await workbench.page.keyboard.press('ArrowRight');

      await workbench.row('Suggestions', /no-such-module.*Published by ByteDance \(China\)\./).waitFor();
      await workbench.picture(`publisher-tree-${theme}`);
    });

    it('tells of a domain and of an account on Gitee what the name shows, and of a project what the catalog knows', async () => {
      await workbench.openFile('pom.xml');

      const domain = await workbench.editor.annotationBehind('holder-of-domain');
      const account = await workbench.editor.annotationBehind('holder-of-account');
      const project = await workbench.editor.annotationBehind('hutool-all');

      assert.match(domain, /published from China: example\.cn/);
      assert.match(account, /published from China: gitee\.com\/someone/);
      assert.match(project, /of Chinese origin$/);
      const hover = await workbench.editor.hover(
        'holder-of-domain',
        'Its publisher holds the Chinese domain example.cn.',
      );
      await hover.getByText('has no entry for this project').waitFor();
      await workbench.picture(`publisher-domain-${theme}`);
    });
  });
}
