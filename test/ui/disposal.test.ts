import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { createLifetime } from '../support/vscode/lifetime.ts';
import { measuredExtension } from '../support/vscode/measured-extension.ts';
import { keepFailures } from '../support/workbench/keep-failures.ts';
import { type OpenWorkbench, openWorkbench } from '../support/workbench/open-workbench.ts';

/** Times that the extension is switched on and off. */
const rounds = 50;

/** What was left over after each round: how many of which kind. */
const Report = z.union([
  z.object({ error: z.string() }),
  z.object({ made: z.array(z.number()), left: z.array(z.record(z.string(), z.number())) }),
]);

describe('the extension switched on and off', () => {
  const lifetime = createLifetime();
  let workbench: OpenWorkbench | undefined;
  keepFailures(() => workbench);

  after(async () => {
    await workbench?.close();
    lifetime.end();
  });

  it(`leaves nothing behind, in ${rounds} rounds`, async function () {
    this.timeout(300_000);
    const extension = lifetime.folder('switched');
    const report = path.join(lifetime.folder(), 'report.json');
    await measuredExtension(extension, entry(report));
    workbench = await openWorkbench({ extension });
    await workbench.openFile('package.json');

    const result = Report.parse(JSON.parse(await written(report)));

    assert.ok(!('error' in result), 'error' in result ? result.error : '');
    assert.equal(result.left.length, rounds);
    assert.ok(Math.min(...result.made) > 100, `counted ${result.made.join(', ')}`);
    assert.deepEqual(
      result.left.filter(each => Object.keys(each).length > 0),
      [],
    );
  });
});

/** The text of a file that another process writes at last. */
async function written(file: string): Promise<string> {
  for (let turn = 0; turn < 2400; turn += 1) {
    const text = await readFile(file, 'utf8').catch(() => '');
    if (text.endsWith('\n')) return text;
    await sleep(100);
  }
  throw new Error(`${file} was not written`);
}

/**
 * An entry that gives the extension a `vscode` which counts: every listener, provider, command, view and emitter that it
 * asks for, less those that it disposes. In every tenth round it does what a person would, so that
 * what is made late counts, too.
 */
function entry(report: string): string {
  return `const fs = require('node:fs');
const Module = require('node:module');
const real = require('vscode');
const open = new Map();
let made = 0;
const change = (name, by) => {
  const count = (open.get(name) ?? 0) + by;
  if (count === 0) open.delete(name);
  else open.set(name, count);
};
const counted = (name, disposable) => {
  if (typeof disposable?.dispose !== 'function') return disposable;
  change(name, 1);
  made += 1;
  const dispose = disposable.dispose;
  let disposed = false;
  const count = function (...parameters) {
    if (!disposed) change(name, -1);
    disposed = true;
    return dispose.apply(disposable, parameters);
  };
  try {
    Object.defineProperty(disposable, 'dispose', { value: count, configurable: true });
    return disposable;
  } catch {
    // Frozen: a copy does as well.
    return Object.assign(Object.create(Object.getPrototypeOf(disposable)), disposable, { dispose: count });
  }
};
const copy = (name, space) => {
  const result = {};
  for (const key of Object.getOwnPropertyNames(space)) {
    Object.defineProperty(result, key, {
      enumerable: true,
      configurable: true,
      get: () => {
        const value = space[key];
        if (typeof value !== 'function' || !/^(?:on[A-Z]|register|create)/.test(key)) return value;
        return (...parameters) => counted(name + '.' + key, value.apply(space, parameters));
      },
    });
  }
  return result;
};
class EventEmitter extends real.EventEmitter {
  constructor() {
    super();
    counted('EventEmitter', this);
  }
}
const spaces = ['commands', 'window', 'workspace', 'languages', 'authentication', 'lm', 'env', 'extensions', 'l10n', 'scm', 'tasks'];
const counting = Object.defineProperties({}, Object.getOwnPropertyDescriptors(copy('vscode', real)));
for (const space of spaces) Object.defineProperty(counting, space, { value: copy(space, real[space]), enumerable: true });
Object.defineProperty(counting, 'EventEmitter', { value: EventEmitter, enumerable: true });

const load = Module._load;
Module._load = function (request, parent, ...rest) {
  return request === 'vscode' && parent?.filename.startsWith(__dirname) ? counting : load.call(this, request, parent, ...rest);
};

const extension = require('./extension.cjs');
const run = async context => {
  const left = [];
  const counts = [];
  const [file] = await real.workspace.findFiles('package.json');
  for (let round = 0; round < ${rounds}; round += 1) {
    made = 0;
    const subscriptions = [];
    extension.activate(Object.create(context, { subscriptions: { value: subscriptions } }));
    if (round % 10 === 0) {
      // Opened again each time: VS Code may let go of a text whose last editor was closed.
      const document = await real.workspace.openTextDocument(file);
      const place = document.positionAt(document.getText().indexOf('"moment"') + 2);
      await real.commands.executeCommand('giteeScout.refreshSuggestions');
      await real.commands.executeCommand('vscode.executeHoverProvider', document.uri, place);
      await real.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, new real.Range(place, place));
      await real.commands.executeCommand('vscode.executeCodeLensProvider', document.uri);
      await real.commands.executeCommand('giteeScout.suggestions.focus');
      await real.commands.executeCommand('giteeScout.findings.focus');
      await real.commands.executeCommand('giteeScout.openProject', { reference: { project: 'dayjs' }, name: 'Day.js' });
      await real.commands.executeCommand('workbench.action.closeAllEditors');
    }
    for (const each of subscriptions.reverse()) await each.dispose();
    await extension.deactivate?.();
    counts.push(made);
    left.push(Object.fromEntries(open));
  }
  return { made: counts, left };
};
exports.activate = context => {
  // Not awaited: what it runs waits for the extension to have started.
  void run(context)
    .catch(error => ({ error: String(error?.stack ?? error) }))
    .then(result => fs.writeFileSync(${JSON.stringify(report)}, JSON.stringify(result) + '\\n'));
};
`;
}
