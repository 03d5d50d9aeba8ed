import { parse } from 'yaml';
import * as z from 'zod';
import { GlossaryEntry } from './glossary-entry.ts';

/** UTF-16 units and entries; a glossary is written by hand. */
const longest = 256 * 1024;
const most = 2000;

const Entry = z.union([
  GlossaryEntry.extend({ kind: GlossaryEntry.shape.kind.default('name') }),
  z.tuple([z.string(), z.string()]).transform(([source, target]) => ({ source, target, kind: 'name' as const })),
]);

/**
 * Reads a glossary of one's own. Two forms: `word: rendering`, one a line; or a list of `source`, `target`, and where wanted
 * `kind` (`name` unless told) and `note`. Entries that cannot be read are counted and left out.
 */
export function readGlossary(text: string): { readonly entries: readonly GlossaryEntry[]; readonly bad: number } {
  const value = text.length > longest ? undefined : parsed(text);
  const list = Array.isArray(value) ? value : isRecord(value) ? Object.entries(value) : undefined;
  if (!list) return { entries: [], bad: text.trim() === '' ? 0 : 1 };
  const entries = list.slice(0, most).flatMap(each => {
    const entry = GlossaryEntry.safeParse(Entry.safeParse(each).data).data;
    return entry ? [entry] : [];
  });
  return { entries, bad: list.length - entries.length };
}

function parsed(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 0, schema: 'failsafe' });
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
