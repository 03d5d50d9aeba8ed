import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createLifetime } from '../support/vscode/lifetime.ts';
import { measuredExtension } from '../support/vscode/measured-extension.ts';
import { openWorkbench } from '../support/workbench/open-workbench.ts';
import { type Figure, median, percentile } from './figure.ts';
import { manifestOf } from './typed-manifest.ts';

const keys = 20;
const many = 2000;

/**
 * From a key press to the drawn letter and to the drawn note, seen from inside the window. The peer in the same run is a
 * mark that a bare extension sets without any work at each change: what a note costs at least.
 */
export async function typingTimes(): Promise<readonly Figure[]> {
  return [...(await measure('a manifest of 4 dependencies', 3)), ...(await measure(`one of ${many}`, many))];
}

async function measure(what: string, dependencies: number): Promise<readonly Figure[]> {
  const lifetime = createLifetime();
  const workspace = lifetime.folder('typed');
  await mkdir(workspace, { recursive: true });
  await writeFile(path.join(workspace, 'package.json'), manifestOf(dependencies));
  const extension = lifetime.folder('measured');
  await measuredExtension(extension, entryWithPeer);
  const workbench = await openWorkbench({ workspace, extension });
  const { page, editor } = workbench;
  try {
    await workbench.openFile('package.json');
    await editor.annotationBehind('"moment"');
    const letters: number[] = [];
    const notes: number[] = [];
    const marks: number[] = [];
    // Once only: a second click soon after would be a double click, which selects the name.
    await editor.clickBehind('"moment');
    for (let round = 0; round < keys; round += 1) {
      // One letter makes the name another one, and back.
      await page.keyboard.press('x');
      await editor.noAnnotationBehind('"momentx"');
      await page.evaluate(watchKey);
      await page.keyboard.press('Backspace');
      const { letter, note, mark } = await page.evaluate(taken);
      letters.push(letter);
      notes.push(note);
      marks.push(mark);
    }
    return [
      { what: `typing in ${what}: key press to drawn letter (VS Code itself)`, value: median(letters), unit: 'ms' },
      { what: `typing in ${what}: key press to the mark of a bare extension`, value: median(marks), unit: 'ms' },
      { what: `typing in ${what}: key press to drawn note`, value: median(notes), unit: 'ms' },
      {
        what: `typing in ${what}: drawn note after that mark, median`,
        value: median(notes.map((note, at) => note - (marks[at] ?? Number.NaN))),
        unit: 'ms',
      },
      {
        what: `typing in ${what}: drawn note after that mark, 9 of 10`,
        value: percentile(
          notes.map((note, at) => note - (marks[at] ?? Number.NaN)),
          90,
        ),
        unit: 'ms',
      },
    ];
  } finally {
    await workbench.close();
    lifetime.end();
  }
}

/** The extension, and beside it the least that an extension can do at a change. */
const entryWithPeer = `const vscode = require('vscode');
const extension = require('./extension.cjs');
exports.activate = context => {
  const mark = vscode.window.createTextEditorDecorationType({ after: { contentText: '◊' } });
  context.subscriptions.push(
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      const editor = vscode.window.activeTextEditor;
      if (editor?.document !== document) return;
      const at = document.getText().indexOf('"moment"');
      const { end } = document.lineAt(document.positionAt(Math.max(at, 0)).line).range;
      editor.setDecorations(mark, at < 0 ? [] : [new vscode.Range(end, end)]);
    }),
  );
  return extension.activate(context);
};
`;

interface Taken {
  readonly letter: number;
  readonly mark: number;
  readonly note: number;
}

/** As much of the window as is used below; the tests are checked without the browser's types. */
interface Line {
  readonly textContent: string | null;
  querySelectorAll(selector: string): Iterable<Line>;
}
declare const document: {
  querySelectorAll(selector: string): Iterable<Line>;
  addEventListener(type: 'keydown', listener: (event: { readonly timeStamp: number }) => void, options: object): void;
};
declare function getComputedStyle(element: Line, part: string): { readonly content: string };
declare function requestAnimationFrame(then: (time: number) => void): void;
declare const window: { taken?: Promise<Taken> | undefined };

/** Runs in the window: from the next key press on it looks with every picture. */
function watchKey(): void {
  window.taken = new Promise(resolve => {
    document.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        let letter: number | undefined;
        let mark: number | undefined;
        let note: number | undefined;
        const look = () => {
          const passed = performance.now() - timeStamp;
          const line = [...document.querySelectorAll('.view-line')].find(each =>
            each.textContent?.includes('"moment"'),
          );
          if (line) letter ??= passed;
          const behind =
            line && [...line.querySelectorAll('span')].map(span => getComputedStyle(span, '::after').content);
          if (behind?.some(text => text.includes('◊'))) mark ??= passed;
          if (behind?.some(text => text.includes('→'))) note ??= passed;
          if (letter !== undefined && mark !== undefined && note !== undefined) resolve({ letter, mark, note });
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      },
      { once: true, capture: true },
    );
  });
}

function taken(): Promise<Taken> {
  if (!window.taken) throw new Error('no key press was watched');
  return window.taken;
}
