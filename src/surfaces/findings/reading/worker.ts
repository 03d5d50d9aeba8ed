/** The thread that reads findings, so that the extension host's has time for the user. */
import { parentPort } from 'node:worker_threads';
import { createPlaceReader, type SavedFinding, type UnreadFinding } from '../../../core/findings/index.ts';
import type { Folder } from '../../../core/ports.ts';
import { openLocalFolder } from './local-folder.ts';
import type { Answer, Question } from './messages.ts';

/** What was read in this time goes out together, ms: little enough for the other thread to take it in one turn. */
const portionTime = 15;

const read = createPlaceReader();
const readOnly = (): Promise<never> => Promise.reject(new Error('this thread only reads'));
const folderAt = (root: string): Folder => ({ ...openLocalFolder(root), write: readOnly, remove: readOnly });

async function answer({ id, places }: Question): Promise<void> {
  let findings: SavedFinding[] = [];
  let unread: UnreadFinding[] = [];
  let since = performance.now();
  const send = (last: boolean, failed?: string) => {
    const message: Answer = { id, portion: JSON.stringify({ findings, unread }), last, failed };
    parentPort?.postMessage(message);
    findings = [];
    unread = [];
    since = performance.now();
  };
  const sendInTime = () => {
    if (performance.now() - since >= portionTime) send(false);
  };
  try {
    await read(
      places.map(({ root, ...place }) => ({ ...place, folder: folderAt(root) })),
      {
        found: saved => {
          findings.push(saved);
          sendInTime();
        },
        left: file => {
          unread.push(file);
          sendInTime();
        },
        glimpsed: () => undefined,
      },
    );
    send(true);
  } catch (error) {
    send(true, error instanceof Error ? error.message : String(error));
  }
}

parentPort?.on('message', (question: Question) => void answer(question));
