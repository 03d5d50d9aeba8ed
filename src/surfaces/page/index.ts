import * as vscode from 'vscode';
import { commands, panels } from '../contributions.ts';
import { type ProjectTarget, readProjectTarget } from '../project-target.ts';
import type { PageDependencies } from './dependencies.ts';
import type { Pages } from './pages.ts';

export type { PageDependencies } from './dependencies.ts';

export interface PageSurface extends vscode.Disposable {
  /** A page is likely to be opened next: loads what it is made of, and asks nobody. */
  prepare(): void;
}

/**
 * The commands that open a project here or elsewhere, and what brings pages back. The pages themselves are loaded with
 * the first of these: most windows open none.
 */
export function registerPage(dependencies: PageDependencies): PageSurface {
  let loaded: Promise<Pages> | undefined;
  const pages = () => {
    loaded ??= import('./wiring.ts').then(({ createPages }) => createPages(dependencies));
    return loaded;
  };
  const register = (id: string, run: (target: ProjectTarget, pages: Pages) => Promise<unknown>) =>
    vscode.commands.registerCommand(id, async (argument: unknown) => {
      const target = readProjectTarget(argument);
      if (target) await run(target, await pages());
    });

  const registered = vscode.Disposable.from(
    register(commands.openProject, ({ reference, name }, open) => open.show(reference, name)),
    register(commands.openOnGitee, async ({ reference }, open) => {
      const address = await open.addressOf(reference);
      if (address) await vscode.env.openExternal(vscode.Uri.parse(address, true));
    }),
    register(commands.copyCloneCommand, async ({ reference }, open) => {
      const address = await open.addressOf(reference);
      if (address) await vscode.env.clipboard.writeText(`git clone ${address}.git`);
    }),
    vscode.commands.registerCommand(commands.openProjectBeside, async (argument: unknown) => {
      const open = await pages();
      const target = readProjectTarget(argument);
      const reference = target?.reference ?? open.shown();
      if (reference) await open.show(reference, target?.name, true);
    }),
    vscode.commands.registerCommand(commands.pageBack, async () => (await pages()).go(-1)),
    vscode.commands.registerCommand(commands.pageForward, async () => (await pages()).go(1)),
    vscode.commands.registerCommand(commands.forgetImageHosts, async () => (await pages()).forgetImageHosts()),
    vscode.window.registerWebviewPanelSerializer(panels.project, {
      deserializeWebviewPanel: async (panel, saved) => (await pages()).restore(panel, saved),
    }),
    // vscode://gitee-scout.gitee-scout/project/OWNER/REPO, .../project/github:OWNER/REPO
    vscode.window.registerUriHandler({ handleUri: async ({ path }) => (await pages()).follow(path) }),
    new vscode.Disposable(() => {
      loaded?.then(
        open => open.dispose(),
        () => undefined,
      );
    }),
  );
  return {
    dispose: () => registered.dispose(),
    prepare: () => {
      if (loaded !== undefined) return;
      const { scout, log } = dependencies;
      Promise.all([pages(), scout.projects()]).catch((error: unknown) => log.warn('preparing project pages', error));
    },
  };
}
