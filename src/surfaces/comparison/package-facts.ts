import { execFile } from 'node:child_process';
import * as vscode from 'vscode';
import * as z from 'zod';
import type { PackageFacts } from '../../core/comparison/index.ts';

const patience = 15_000;

/** What `npm view` prints of these fields; anything else of it is left alone. */
const answerShape = z.object({
  version: z.string().max(100).optional().catch(undefined),
  license: z.string().max(200).optional().catch(undefined),
  'dist.unpackedSize': z.number().nonnegative().optional().catch(undefined),
  dependencies: z.record(z.string(), z.unknown()).optional().catch(undefined),
  'time.modified': z.string().max(40).optional().catch(undefined),
});

/**
 * What the npm registry says of a package, through the user's own npm with its settings; `undefined` for other
 * ecosystems, without an answer, and in a workspace that is not trusted.
 */
export async function packageFacts(purl: string, cwd: string | undefined): Promise<PackageFacts | undefined> {
  const encoded = /^pkg:npm\/([^?#]+)$/.exec(purl)?.[1];
  const name = encoded === undefined ? '' : encoded.replace(/^%40/, '@');
  if (!vscode.workspace.isTrusted || cwd === undefined || !/^(@[\w-][\w.-]*\/)?\w[\w.-]*$/.test(name)) return undefined;
  const text = await npmView(name, cwd);
  const answer = text === undefined ? undefined : read(text);
  if (!answer) return undefined;
  return {
    source: 'npm view',
    readAt: new Date().toISOString(),
    version: answer.version,
    license: answer.license,
    size: answer['dist.unpackedSize'],
    dependencies: Object.keys(answer.dependencies ?? {}).length,
    changedAt: answer['time.modified'],
  };
}

function read(text: string): z.infer<typeof answerShape> | undefined {
  try {
    return answerShape.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function npmView(name: string, cwd: string): Promise<string | undefined> {
  const fields = ['version', 'license', 'dist.unpackedSize', 'dependencies', 'time.modified'];
  // On Windows npm is a script, which only a shell starts; the name was checked to hold nothing that a shell reads.
  const shell = process.platform === 'win32';
  return new Promise(resolve => {
    execFile(
      'npm',
      ['view', '--json', '--', name, ...fields],
      { timeout: patience, maxBuffer: 1024 * 1024, shell, windowsHide: true, cwd },
      (error, output) => resolve(error ? undefined : output),
    );
  });
}
