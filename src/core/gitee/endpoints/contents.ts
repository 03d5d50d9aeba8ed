import * as z from 'zod';
import type { DirectoryEntry, Outcome, RepositoryFile, Told } from '../../model.ts';
import { told } from '../../sentences/index.ts';
import { type Ask, type Call, mapOutcome } from '../ask.ts';
import { Content, ContentEntry } from '../schemas/content.ts';
import { listOf, listTraits } from '../schemas/list.ts';
import { decodeBase64, decodeText } from '../text.ts';
import { ages } from './ages.ts';

/** A call about something that has versions; without `ref` the default branch. */
export type RefCall = Call & { readonly ref?: string | undefined };

interface Place {
  readonly ask: Ask;
  /** Owner and repository. */
  readonly path: readonly string[];
  readonly maxBytes: number;
}

/** Gitee says "there is none" in many ways: `[]`, `null`, `{}`. A filled list is a folder. */
const None = z.union([z.null(), z.array(z.unknown()), z.object({ path: z.undefined().optional() })]);
const FileOrNone = z.union([Content, None.transform(() => null)]);
const noFile = told('There is no such file in this version of the repository.');

/** GET /repos/{owner}/{repo}/readme: the README that Gitee itself shows. */
export function askReadme(place: Place, call?: RefCall): Promise<Outcome<RepositoryFile>> {
  return askContent(place, ['readme'], told('The repository has no README.'), call);
}

/** GET /repos/{owner}/{repo}/contents/{path} for a file. */
export function askFile(place: Place, filePath: string, call?: RefCall): Promise<Outcome<RepositoryFile>> {
  return askContent(place, ['contents', ...partsOf(filePath)], noFile, call);
}

async function askContent(place: Place, below: readonly string[], nothing: Told, call?: RefCall) {
  const outcome = await place.ask(
    {
      path: ['repos', ...place.path, ...below],
      query: refOf(call),
      schema: FileOrNone,
      ages: ages.file,
      maxBytes: place.maxBytes,
      isNothing: wire => wire === null,
      nothing,
    },
    call,
  );
  return toFile(outcome, nothing);
}

function toFile(outcome: Outcome<Content | null>, nothing: Told): Outcome<RepositoryFile> {
  if (outcome.kind !== 'found') return outcome;
  const content = outcome.value;
  if (!content) return { kind: 'not-found', ...nothing };
  const bytes = bytesOf(content);
  if (!bytes) {
    return {
      kind: 'changed-shape',
      ...told('The content of the file arrived damaged. Retry, or open it in the browser.'),
    };
  }
  const { path, sha = null, html_url: url = null } = content;
  return { ...outcome, value: { path, text: decodeText(bytes), size: bytes.length, sha, url } };
}

/** Always base64 so far; another encoding would be plain text. */
function bytesOf({ encoding, content }: Content): Buffer | undefined {
  return !encoding || encoding === 'base64' ? decodeBase64(content) : Buffer.from(content);
}

/** GET /repos/{owner}/{repo}/contents/{folder}. An empty answer means an empty folder or none: Gitee does not tell them apart. */
export async function askDirectory(
  place: Place,
  folder: string,
  call?: RefCall,
): Promise<Outcome<readonly DirectoryEntry[]>> {
  const outcome = await place.ask(
    {
      // The root needs the slash at the end, which an empty last part gives.
      path: ['repos', ...place.path, 'contents', ...(partsOf(folder).length > 0 ? partsOf(folder) : [''])],
      query: refOf(call),
      schema: listOf(ContentEntry),
      ages: ages.file,
      maxBytes: place.maxBytes,
      ...listTraits,
    },
    call,
  );
  return mapOutcome(outcome, ({ items }) => items.flatMap(toEntry));
}

/** Links and submodules are neither; they are left out. */
function toEntry({ name, path, type, size }: ContentEntry): readonly DirectoryEntry[] {
  return type === 'file' || type === 'dir' ? [{ name, path, type, size: size ?? null }] : [];
}

function refOf(call: RefCall | undefined): Readonly<Record<string, string>> | undefined {
  return call?.ref === undefined ? undefined : { ref: call.ref };
}

function partsOf(path: string): readonly string[] {
  return path.split('/').filter(part => part !== '' && part !== '.' && part !== '..');
}
