import { type ChildProcess, spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** What must not outlive this process: programs that it started, folders that it made. */
export interface Lifetime {
  /**
   * Ends the program at the latest when this process ends, however that happens. A program started with
   * `detached: true` leads a group of its own and is ended together with all that it started.
   */
  own<T extends ChildProcess>(child: T): T;
  /** A new folder for temporary files; `name` is its last part, where the name can be seen by a person. */
  folder(name?: string): string;
  /** Ends the programs and removes the folders. */
  end(): void;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** All that is done here is synchronous, because nothing else runs when a process ends. */
export function createLifetime(): Lifetime {
  const children = new Set<ChildProcess>();
  const folders = new Set<string>();
  const end = () => {
    for (const child of children) endTree(child);
    children.clear();
    for (const folder of folders) removeFolder(folder);
    folders.clear();
    process.off('exit', end);
    for (const signal of signals) process.off(signal, leave);
  };
  const leave = (signal: NodeJS.Signals) => process.exit(128 + os.constants.signals[signal]);
  process.setMaxListeners(100);
  process.once('exit', end);
  for (const signal of signals) process.once(signal, leave);
  return {
    own(child) {
      children.add(child);
      child.once('exit', () => children.delete(child));
      return child;
    },
    folder(name) {
      // The real path: what VS Code reports back is without symbolic links.
      const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'gitee-scout-')));
      folders.add(folder);
      return name === undefined ? folder : path.join(folder, name);
    },
    end,
  };
}

function endTree({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/t', '/f']);
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended already, or leads no group.
    try {
      process.kill(pid, 'SIGTERM');
    } catch {
      return;
    }
  }
}

function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  } catch (error) {
    process.stderr.write(`could not remove ${folder}: ${String(error)}\n`);
  }
}
