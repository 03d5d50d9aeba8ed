import { rename } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** What Windows answers while a virus scanner, an indexer or another program holds a file for a moment. */
const held: readonly unknown[] = ['EPERM', 'EACCES', 'EBUSY'];
/** Between one try and the next, ms: scanners need a moment, a program with the file open keeps it. */
const pauses = [10, 20, 50, 100, 200, 400, 800];

/**
 * Gives a file or a folder its final name, over a file of that name. On Windows it tries for about two seconds while
 * somebody holds either. @throws what the system says at last
 */
export async function moveInPlace(
  from: string,
  to: string,
  { platform = process.platform, move = rename }: { platform?: NodeJS.Platform; move?: typeof rename } = {},
): Promise<void> {
  for (const wait of platform === 'win32' ? pauses : []) {
    try {
      await move(from, to);
      return;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && held.includes(error.code))) throw error;
    }
    await pause(wait);
  }
  await move(from, to);
}
