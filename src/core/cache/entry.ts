import { createHash } from 'node:crypto';
import * as z from 'zod';

/** One stored answer. */
export interface Entry {
  readonly value: unknown;
  /** Epoch ms. */
  readonly storedAt: number;
  /** Ms after which the value should be asked for again. */
  readonly softAge: number;
  /** Ms after which the value is not served any more, whatever happens. */
  readonly hardAge: number;
  /** What the origin gave to ask "still the same?" with: an entity tag. */
  readonly validator?: string | undefined;
}

/** Where entries are kept. An entry that cannot be read is no entry; an entry that cannot be written is lost. Never throws. */
export interface EntryStore {
  get(key: string): Promise<Entry | undefined>;
  set(key: string, entry: Entry): Promise<void>;
  delete(key: string): Promise<void>;
  clear(): Promise<void>;
  /** Deletes every entry whose key begins so. */
  clearBeginning(start: string): Promise<void>;
  /** Bytes held. */
  bytes(): Promise<number>;
  close(): Promise<void>;
}

const Header = z.object({
  key: z.string(),
  storedAt: z.number(),
  softAge: z.number(),
  hardAge: z.number(),
  validator: z.string().optional(),
  sum: z.string(),
});

/** One line of JSON that says what follows and its checksum, then the value as JSON. */
export function encodeEntry(key: string, entry: Entry): Buffer {
  const { value, ...rest } = entry;
  const body = Buffer.from(JSON.stringify(value));
  return Buffer.concat([Buffer.from(`${JSON.stringify({ key, ...rest, sum: checksum(body) })}\n`), body]);
}

/** How each entry begins whose key begins so. */
export function encodeKeyStart(start: string): Buffer {
  return Buffer.from(JSON.stringify({ key: start }).slice(0, -'"}'.length));
}

/** `undefined` for anything that is not a whole, undamaged entry of this key. */
export function decodeEntry(key: string, bytes: Buffer): Entry | undefined {
  const lineEnd = bytes.indexOf(0x0a);
  if (lineEnd < 0) return undefined;
  const header = Header.safeParse(parseJson(bytes.subarray(0, lineEnd)));
  if (!header.success || header.data.key !== key) return undefined;
  const body = bytes.subarray(lineEnd + 1);
  const { sum, storedAt, softAge, hardAge, validator } = header.data;
  if (checksum(body) !== sum) return undefined;
  return { value: parseJson(body), storedAt, softAge, hardAge, validator };
}

function checksum(bytes: Uint8Array): string {
  return createHash('sha1').update(bytes).digest('base64');
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
