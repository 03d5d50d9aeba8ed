import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { results, root } from '../vscode/folders.ts';
import { createEditor, type Editor } from './editor.ts';
import { createQuickInput, type QuickInput } from './quick-input.ts';

/** The window of VS Code as a person sees and uses it. */
export interface Workbench {
  readonly page: Page;
  readonly editor: Editor;
  readonly quickInput: QuickInput;
  /** Opens the address and waits until the extension's icon is there. */
  load(): Promise<void>;
  /** Reloads the window, as a browser does: what VS Code had not yet written down is lost, up to five seconds of it. */
  reload(): Promise<void>;
  /** Reloads it by VS Code's own command, which first writes everything down. */
  reloadWindow(): Promise<void>;
  /** Runs a command by its title through the command palette. */
  command(title: string): Promise<void>;
  /** Replaces the user's settings by these, in the settings' own editor. */
  settings(settings: Readonly<Record<string, unknown>>): Promise<void>;
  /** Opens a file of the workspace through Quick Open. */
  openFile(relativePath: string): Promise<void>;
  /** Clicks the extension's icon unless its views are already open. */
  openContainer(): Promise<void>;
  /** The rows of a view of the container, by the view's name. */
  view(name: string): Locator;
  /** The row of a view that starts with these words. */
  row(view: string, label: string | RegExp): Locator;
  /** Chooses from the context menu of such a row. A menu does not listen in the moment in which it opens. */
  chooseFromMenu(view: string, label: string | RegExp, entry: string): Promise<void>;
  /** The text of the views' welcome contents. */
  welcome(view: string): Locator;
  /** The document inside the webview that is shown. */
  webview(): FrameLocator;
  tab(title: string | RegExp): Locator;
  /** A message to the user, in the list that the bell opens: this window is started so that it shows none over the text. */
  notification(text: string | RegExp): Promise<Locator>;
  statusBarItem(text: string | RegExp): Locator;
  /** A button in the title bar of the active editor, by its tooltip. */
  titleAction(title: string): Locator;
  /** Puts the mouse where it points at nothing, so that hovers go away. */
  moveMouseAway(): Promise<void>;
  /** Keeps a picture for the documentation when UPDATE_SCREENSHOTS is 1, else below `test-results/`. */
  screenshot(name: string): Promise<void>;
  /** Keeps a picture below `test-results/`. */
  picture(name: string): Promise<void>;
}

const iconName = 'Gitee Scout';

export function createWorkbench(page: Page, address: string): Workbench {
  page.setDefaultTimeout(30_000);
  const quickInput = createQuickInput(page);
  const icon = page.locator(`.part.activitybar .action-item a.action-label[aria-label^="${iconName}"]`);
  const ready = async () => {
    await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 90_000 });
    await icon.waitFor({ timeout: 90_000 });
  };
  // Some views add a description to their name.
  const pane = (name: string) =>
    page.locator('.part.sidebar .pane', {
      has: page.locator('.pane-header h3.title', { hasText: new RegExp(`^${name}$`) }),
    });
  const update = process.env.UPDATE_SCREENSHOTS === '1';
  const picture = async (name: string, folder: string) => {
    await page.screenshot({ path: path.join(folder, `${name}.png`), caret: 'hide', animations: 'disabled' });
  };
  const command = async (title: string) => {
    // Just after a reload the commands of extensions are not known yet, and the list is not filled up later.
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await quickInput.open('F1');
      // A page that has just opened takes the focus, and what was open for typing closes: then once more.
      const chosen = await quickInput
        .type(`>${title}`, 5000)
        .then(() => quickInput.choose(title, 5000))
        .then(
          () => true,
          () => false,
        );
      if (chosen) return;
      await quickInput.cancel();
    }
    throw new Error(`The command was never in the list: ${title}`);
  };
  const row = (view: string, label: string | RegExp) =>
    pane(view).locator('.monaco-list-row', { hasText: label }).first();

  return {
    page,
    quickInput,
    editor: createEditor(page),
    command,
    settings: async settings => {
      await command('Preferences: Open User Settings (JSON)');
      const tab = page.locator('.tab.active[aria-label^="settings.json"]');
      await tab.waitFor();
      await page.locator('.editor-group-container.active .view-line').first().click();
      await page.keyboard.press('Control+A');
      await page.keyboard.insertText(JSON.stringify(settings, null, 2));
      await page.keyboard.press('Control+S');
      await page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
      await command('View: Close Editor');
      await tab.waitFor({ state: 'detached' });
    },
    load: async () => {
      await page.goto(address);
      await ready();
    },
    reload: async () => {
      await page.reload();
      await ready();
    },
    reloadWindow: async () => {
      await Promise.all([page.waitForEvent('load', { timeout: 90_000 }), command('Developer: Reload Window')]);
      await ready();
    },
    openFile: async relativePath => {
      await quickInput.open('Control+P');
      await quickInput.type(relativePath);
      // Files that were open before stand there until the list knows what was typed.
      await quickInput.chosen([path.posix.basename(relativePath), path.posix.dirname(relativePath)]).waitFor();
      await page.keyboard.press('Enter');
      await page.locator(`.tab.active[aria-label^="${path.posix.basename(relativePath)}"]`).waitFor();
    },
    openContainer: async () => {
      const heading = page.locator('.part.sidebar .composite.title h2', { hasText: new RegExp(iconName, 'i') });
      // After a reload the container may come back by itself just when its icon is clicked, and the click hides it again.
      for (let attempt = 0; attempt < 5 && !(await heading.isVisible()); attempt++) {
        await icon.click();
        await heading.waitFor({ timeout: 5000 }).catch(() => undefined);
      }
      await heading.waitFor();
    },
    view: pane,
    row,
    chooseFromMenu: async (view, label, entry) => {
      const item = page.locator('.context-view .monaco-menu .action-item', { hasText: entry }).first();
      const choose = async (timeout: number) => {
        await row(view, label).click({ button: 'right' });
        await item.hover({ timeout });
        await sleep(400);
        await item.click({ timeout });
      };
      // A menu closes when its view is drawn anew just then, as after a change of files.
      for (let attempt = 0; attempt < 4; attempt += 1) {
        try {
          return await choose(5000);
        } catch {
          await page.keyboard.press('Escape');
        }
      }
      await choose(30_000);
    },
    welcome: view => pane(view).locator('.welcome-view-content'),
    webview: () => page.frameLocator('iframe.webview.ready >> visible=true').frameLocator('#active-frame'),
    tab: title => page.locator('.tabs-container .tab', { hasText: title }),
    notification: async text => {
      const shown = page.locator('.notifications-center .notification-list-item', { hasText: text }).first();
      // The list closes by itself when its last message goes, also just before the next one comes.
      for (let attempt = 0; attempt < 5; attempt += 1) {
        await command('Notifications: Show Notifications');
        if (await isShown(shown)) return shown;
      }
      await shown.waitFor();
      return shown;
    },
    statusBarItem: text => page.locator('.part.statusbar .statusbar-item', { hasText: text }),
    titleAction: title => page.locator(`.editor-group-container.active .title .action-label[aria-label^="${title}"]`),
    moveMouseAway: async () => {
      // The title of the window has no hover of its own where it is empty.
      await page.mouse.move(1100, 16);
      await page.locator('.monaco-resizable-hover .monaco-hover-content').first().waitFor({ state: 'hidden' });
    },
    screenshot: name =>
      picture(name, update ? path.join(root, 'media/screenshots') : path.join(results, 'screenshots')),
    picture: name => picture(name, path.join(results, 'screenshots')),
  };
}

/** Waits a little for what may not come. */
async function isShown(locator: Locator): Promise<boolean> {
  return locator.waitFor({ timeout: 5000 }).then(
    () => true,
    () => false,
  );
}
